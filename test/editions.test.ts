import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { equations } from '../src/form/equations.ts';
import type { SectionId } from '../src/form/vocabulary.ts';
import {
  alignFigures,
  cellAt,
  cells,
  draftSchema,
  type Edition,
  editionInForce,
  emptyDraft,
  figuresOf,
  forms,
  layout,
  parseDraft,
  parseReport,
  reportJsonSchema,
  reportSchema,
  rulesOf,
  tablesFrom,
} from '../src/index.ts';
import { sample } from './sample.ts';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));
const textOf = (name: string) => readFileSync(join(src, name), 'utf8');

/** Each function that is given an edition. */
const functions: Readonly<Record<string, (edition?: Edition) => unknown>> = {
  cells,
  cellAt: (edition) => cellAt('disputes.reconsideration.total', edition),
  equations,
  rulesOf,
  layout: (edition) => layout('applications', edition),
  emptyDraft,
  alignFigures: (edition) => alignFigures(sample(), edition),
  tablesFrom: (edition) => tablesFrom(figuresOf(sample()), edition),
  reportSchema,
  draftSchema,
  reportJsonSchema,
  parseReport: (edition) => parseReport(sample(), edition === undefined ? {} : { edition }),
  parseDraft: (edition) => parseDraft(sample(), edition === undefined ? {} : { edition }),
};

describe('an edition is one file', () => {
  test('outside the form, nothing names an edition by its constant but the list of public names', () => {
    const naming = sources.filter(
      (name) => !name.startsWith('form/') && /\bform20\d\d\b|\/20\d\d\.ts'/u.test(textOf(name)),
    );
    expect(naming).toEqual(['index.ts']);
  });

  test.each([
    ['2019', '2021'],
    ['2021', '2019'],
  ])('that of %s is not built on that of %s, but both on what they share', (one, other) => {
    expect(textOf(`form/${one}.ts`)).toContain("from './shared-tables.ts'");
    expect(textOf(`form/${one}.ts`)).not.toContain(`from './${other}.ts'`);
  });

  test('each has sections of its own, since what is worked out for a section is kept with it', () => {
    const sections = Object.values(forms).flatMap((form) => [...form.sections]);
    expect(new Set(sections).size).toBe(sections.length);
  });
});

describe('an edition is named by its string', () => {
  test.each(Object.entries(functions))('in %s; if none is named, the one in force is meant', (_, ask) => {
    expect(ask()).toEqual(ask(editionInForce));
  });

  const known = Object.keys(forms)
    .map((id) => `'${id}'`)
    .join(' or ');
  test.each(Object.entries(functions))('%s refuses any other, and says which there are', (_, ask) => {
    for (const wrong of ['2020', '', 'toString', '__proto__', null, 2021, forms['2021']]) {
      expect(() => ask(wrong as Edition)).toThrow(`An edition of the form is named by ${known}, not by`);
    }
  });

  test('a report in any edition can be asked for', () => {
    expect(parseReport(sample(), { edition: 'any' })).toEqual({ ok: true, value: sample() });
  });

  test('what is worked out for an edition is worked out once', () => {
    expect(cells('2019')).toBe(cells('2019'));
    expect(rulesOf('2019')).toBe(rulesOf('2019'));
    expect(reportSchema('2019')).toBe(reportSchema('2019'));
  });
});

test('a section that the form does not have cannot be laid out', () => {
  expect(() => layout('tables' as SectionId)).toThrow(
    'Its sections are overview, proactiveDisclosure, applications,',
  );
});
