import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { equations } from '../src/form/equations.ts';
import { renderHtml } from '../src/formats/html/index.ts';
import {
  type AnyDraft,
  alignFigures,
  cellAt,
  cells,
  checkReport,
  completeTotals,
  type Draft,
  emptyDraft,
  figuresOf,
  form2019,
  form2021,
  layout,
  parseDraft,
  parseReport,
  type Report,
  rulesOf,
  startChecking,
  tablesFrom,
} from '../src/index.ts';
import { sample } from './sample.ts';

const official = readFileSync(new URL('official/form-2019.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** The figures of table 3 and 4 of the sample, as they would have been filed on the form of 2019. */
function onFormOf2019(year = 2020): Report<'2019'> {
  const { title: _, period: __, processingFee: ___, tables, agency, scope, sections } = sample();
  const { correctionOverdue, feeUnpaid, otherHandling, ...others } = tables.applications;
  const columns = Object.keys(otherHandling) as (keyof typeof otherHandling)[];
  const otherwiseHandled = Object.fromEntries(
    columns.map((column) => [column, correctionOverdue[column] + feeUnpaid[column] + otherHandling[column]]),
  ) as typeof otherHandling;
  const blank = tablesFrom(
    cells('2019').map(() => 0),
    '2019',
  );
  return {
    form: '2019',
    year,
    agency,
    scope,
    sections,
    tables: { ...blank, applications: { ...others, otherwiseHandled }, disputes: tables.disputes },
  };
}

test('every heading is that of the annex of 2019, character for character and in its order', () => {
  const printed = form2019.sections.flatMap((section) => [
    section.label,
    ...layout(section.id, '2019')
      .map((row) => row.flatMap((cell) => (cell && cell.kind !== 'figure' ? [cell.text] : [])).join('|'))
      .filter(Boolean),
  ]);
  expect(printed).toEqual(official);
});

test('it has 198 cells and 40 equations, the three of table 4 as in 2021', () => {
  expect(cells('2019')).toHaveLength(198);
  const counts = new Map<string, number>();
  for (const { equation } of equations('2019')) counts.set(equation.id, (counts.get(equation.id) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual({
    'T3-01': 7,
    'T3-02': 7,
    'T3-03': 23,
    'T4-01': 1,
    'T4-02': 1,
    'T4-03': 1,
  });
});

test('a cell of the same name has the same label in both editions, but for the words that 2021 added', () => {
  const differing = cells('2019').flatMap(({ path, row, column }) => {
    const now = cells().find((cell) => cell.path === path);
    return now && (now.row.label !== row.label || now.column.label !== column.label) ? [path] : [];
  });
  expect(differing).toEqual([
    'licensing.licenses.decisions',
    'enforcement.penalties.decisions',
    'enforcement.compulsion.decisions',
  ]);
});

describe('a report on the form of 2019', () => {
  test('is parsed where it is asked for, and only then', () => {
    const report = onFormOf2019();
    expect(parseReport(report, { edition: '2019' })).toEqual({ ok: true, value: report });
    expect(parseReport(report, { edition: 'any' })).toEqual({ ok: true, value: report });
    expect(parseReport(sample(), { edition: 'any' })).toEqual({ ok: true, value: sample() });
    expect(parseReport(report).ok).toBe(false);
    expect(parseReport(sample(), { edition: '2019' }).ok).toBe(false);
    expect(parseDraft(emptyDraft('2019'), { edition: '2019' }).ok).toBe(true);
  });

  test('may have a change below 0, but no count below 0', () => {
    const report = onFormOf2019();
    report.tables.licensing.licenses.change = -4;
    expect(parseReport(report, { edition: '2019' }).ok).toBe(true);
    expect(checkReport(report).findings.filter(({ rule }) => rule === 'CELL-01')).toEqual([]);
    report.tables.licensing.licenses.decisions = -4;
    const parsed = parseReport(report, { edition: '2019', locale: 'en' });
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])).toEqual([
      ['tables.licensing.licenses.decisions', 'negative'],
    ]);
  });

  test('passes if its own equations hold', () => {
    const result = checkReport(onFormOf2019());
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect(result.rules).toContain('T3-02');
    expect(result.rules).not.toContain('T2-02');
    expect(result.rules).not.toContain('STR-10');
  });

  test('has its wrong cell named, be it one that only this edition has', () => {
    const report = onFormOf2019();
    const { total } = report.tables.applications.otherwiseHandled;
    report.tables.applications.otherwiseHandled.total = total + 1;
    const [diagnosis] = checkReport(report, { locale: 'en' }).diagnoses;
    expect(diagnosis?.changes).toEqual([
      { cell: 'applications.otherwiseHandled.total', from: total + 1, to: total },
    ]);
    expect(diagnosis?.message).toContain('(6) Other handling');
  });

  test('is checked again cell by cell, and has its totals completed', () => {
    const report = onFormOf2019();
    const { total } = report.tables.disputes.reconsideration;
    const session = startChecking(report);
    expect(session.set('disputes.reconsideration.total', total + 1).verdict).toBe('fail');
    expect(session.set('disputes.reconsideration.total', total).verdict).toBe('pass');
    const draft: Draft<'2019'> = structuredClone(report);
    draft.tables.applications.otherwiseHandled.total = null;
    expect(completeTotals(draft).tables).toEqual(report.tables);
  });

  test('is called superseded if it is on a year for which the form of 2021 is in force', () => {
    const reported = (report: AnyDraft) =>
      checkReport(report).findings.filter(({ rule }) => rule === 'STR-04');
    expect(reported(onFormOf2019(2020))).toEqual([]);
    const [finding] = reported(onFormOf2019(2022));
    expect(finding?.severity).toBe('warning');
    expect(finding?.message).toContain('国办公开办函〔2021〕30号');
  });

  test('figures are taken as a vector and put back', () => {
    const report = onFormOf2019();
    expect(tablesFrom(figuresOf(report), '2019')).toEqual(report.tables);
  });
});

test('no section is one of another edition, so that nothing kept for one is used for the other', () => {
  for (const section of form2019.sections) expect(form2021.sections).not.toContain(section);
  const [old, now] = [renderHtml(onFormOf2019()), renderHtml(sample())];
  expect(renderHtml(onFormOf2019())).toBe(old);
  expect(now).toContain(form2021.tables.applications.rows.find(({ id }) => id === 'feeUnpaid')?.label);
  expect(old).not.toContain(form2021.tables.applications.rows.find(({ id }) => id === 'feeUnpaid')?.label);
});

describe('a report of 2021 compared with one on the form of 2019', () => {
  const now = (): Report => ({ ...sample(), year: 2021 });

  test('is compared in what both have, and in nothing else', () => {
    const before = onFormOf2019();
    const figures = alignFigures(before, '2021');
    const known = cells().filter(({ position }) => figures[position] !== null);
    expect(new Set(known.map(({ tableId }) => tableId))).toEqual(
      new Set(['licensing', 'enforcement', 'applications', 'disputes']),
    );
    expect(known.some(({ row }) => row.id === 'otherHandling')).toBe(false);
    expect(figures[cellAt('applications.granted.total').position]).toBe(
      before.tables.applications.granted.total,
    );
  });

  test('has its carried-over applications followed, but not its documents', () => {
    const report = now();
    const before = onFormOf2019();
    before.tables.applications.carriedForward = { ...report.tables.applications.carriedOver };
    const result = checkReport(report, { previous: before });
    expect(result.rules).toContain('T3-04');
    expect(result.rules).not.toContain('T2-02');
    expect(result.findings.filter(({ rule }) => rule === 'T3-04' || rule === 'T3-05')).toEqual([]);
    before.tables.applications.carriedForward.total += 1;
    expect(checkReport(report, { previous: before }).findings.map(({ rule }) => rule)).toContain('T3-04');
  });
});

test('rules about cells that the form of 2019 does not have are not in its catalogue', () => {
  const ids = rulesOf('2019').map(({ id }) => id);
  for (const id of ['T2-01', 'T2-02', 'T2-03', 'T2-10', 'T3-08', 'CELL-02', 'CELL-03'])
    expect(ids).not.toContain(id);
  for (const id of ['T3-01', 'T3-02', 'T3-03', 'T3-04', 'T3-11', 'T4-01', 'CELL-01', 'CELL-04', 'PUB-01'])
    expect(ids).toContain(id);
});

test('messages about a report on the form of 2019 name its sections in the words of that form', () => {
  const headings = {
    '2019': '五、政府信息公开工作存在的主要问题及改进情况',
    '2021': '五、存在的主要问题及改进情况',
  };
  for (const report of [onFormOf2019(), sample()]) {
    const sections = { ...report.sections, problemsAndImprovements: [] };
    const { findings } = checkReport({ ...report, sections } as AnyDraft);
    const message = findings.find(({ rule }) => rule === 'STR-09')?.message;
    expect(message).toContain(`“${headings[report.form]}”是空的`);
  }
});
