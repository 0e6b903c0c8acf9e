import { expect, test } from 'vitest';
import { checkReport, definitions, rulesOf } from '../src/index.ts';
import { PREFECTURE_CITIES, PROVINCES } from '../src/report/division-names.ts';
import { renderReturnNotice, resultMarkdown, resultText } from '../src/results/index.ts';
import { sample } from './sample.ts';

const PLACES = [...PROVINCES, ...PREFECTURE_CITIES];

const namesPlace = (citation: string) => PLACES.some((place) => citation.includes(place));

test('what one region asks of its own agencies is the authority of no rule for all', () => {
  const authorities = [...rulesOf('2021'), ...rulesOf('2019'), ...definitions].map((each) => each.authority);
  const local = authorities.filter(({ citation }) => namesPlace(citation['zh-CN']));
  expect(local.length).toBeGreaterThan(3); // the sources are not lost, they are practice
  expect(new Set(local.map(({ kind }) => kind))).toEqual(new Set(['practice']));
});

/** A report whose text disagrees with its tables, which only a notice of some city is known to forbid in words. */
function withContradiction() {
  const report = sample();
  report.sections.overview = [{ kind: 'paragraph', text: '全年收到政府信息公开申请3118件。' }];
  const result = checkReport(report);
  expect(result.findings.map(({ rule }) => rule)).toContain('NARR-01');
  return { name: 'report.docx', report, result };
}

test('a result shows it as a practice for reference, with what binds as the authority', () => {
  for (const shown of [
    resultText([withContradiction()], { audience: 'reviewer' }),
    resultMarkdown([withContradiction()], { audience: 'reviewer' }),
  ]) {
    expect(shown).toMatch(/参考做法：怀化市/u);
    expect(shown).not.toMatch(/依据：怀化市/u);
    expect(shown).toMatch(/依据：/u);
  }
});

test('a letter to an agency cites no other place', () => {
  const letter = renderReturnNotice(withContradiction()) ?? '';
  expect(letter).toContain('3118');
  expect(namesPlace(letter.replaceAll('江苏', '').replaceAll('淮安', ''))).toBe(false);
});
