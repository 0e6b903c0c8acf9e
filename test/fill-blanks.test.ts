import { expect, test } from 'vitest';
import { fillBlanks } from '../src/diagnosis/fill-blanks.ts';
import { cells, emptyDraft, figureAt, figuresOf } from '../src/index.ts';
import { sample, sampleWith } from './sample.ts';

const paths = cells().map(({ path }) => path);

test('blanks that are chosen become 0, a total the sum of its parts, and nothing else is touched', () => {
  const draft = emptyDraft();
  draft.tables.applications.granted.naturalPerson = 4;
  draft.tables.applications.newlyReceived.naturalPerson = 4;
  const filled = fillBlanks(
    draft,
    paths.filter((path) => path.startsWith('applications.')),
  );
  expect(figureAt(filled, 'applications.granted.total')).toBe(4);
  expect(figureAt(filled, 'applications.totalProcessed.total')).toBe(4);
  expect(figureAt(filled, 'applications.notHeld.total')).toBe(0);
  expect(figureAt(filled, 'documents.rules.issued')).toBeNull();
  expect(draft.tables.applications.granted.total).toBeNull();
  expect(figuresOf(fillBlanks(sample(), paths))).toEqual(figuresOf(sample()));
});

test('a total stays blank while a part of it is', () => {
  const draft = sampleWith({
    'applications.granted.naturalPerson': null,
    'applications.granted.total': null,
    'applications.totalProcessed.naturalPerson': null,
  });
  const filled = fillBlanks(draft, ['applications.granted.total']);
  expect(figureAt(filled, 'applications.granted.total')).toBeNull();
});
