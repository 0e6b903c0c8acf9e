import { expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { checkReport, type Draft, type Reading } from '../src/index.ts';
import { sample } from './sample.ts';

const { title: _, period: __, ...report } = sample();
const agency = { ...report.agency, name: null };
const sources: Readonly<Record<string, Draft>> = {
  'without agency and year': { ...report, agency, year: null },
  'without the agency': { ...report, agency },
  'without the year': { ...report, year: null },
};

test.each<[string, (draft: Draft) => Reading]>([
  ['text', (draft) => readText(renderText(draft))],
  ['web page', (draft) => readHtml(renderHtml(draft))],
])('a %s that does not say whose report it is cannot pass, and the result says so', (_, read) => {
  const said = Object.values(sources).map((draft) => {
    const reading = read(draft);
    expect(reading.draft).toMatchObject({ year: draft.year, agency: { name: draft.agency.name } });
    expect(reading.status).toBe('complete');
    const { verdict, undecided, findings } = checkReport(reading);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(verdict).toBe('incomplete');
    return undecided.filter(({ rule }) => rule === 'STR-05').map(({ message }) => message);
  });
  expect(said).toEqual([
    [expect.stringContaining('没有找到报告机关和年度，')],
    [expect.stringContaining('没有找到报告机关，')],
    [expect.stringContaining('没有找到报告年度，')],
  ]);
});

test('a reading to which agency and year are added can pass', () => {
  const reading = readText(renderText({ ...report, agency, year: null }));
  const { year } = report;
  const draft = { ...reading.draft, agency: report.agency, year } as Reading['draft'];
  expect(checkReport({ ...reading, draft }).verdict).toBe('pass');
});
