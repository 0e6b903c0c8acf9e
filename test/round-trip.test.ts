import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkReport,
  form2021,
  fromFigures,
  layout,
  parseDraft,
  parseReport,
  toFigures,
} from '../src/index.ts';
import { renderJson } from '../src/json.ts';
import { checkReading } from '../src/reading.ts';
import { readText, renderText } from '../src/text.ts';
import { arbitraryDraft, arbitraryReport, printedOnce } from './arbitrary-report.ts';

describe('what is written down reads back the same', () => {
  test('figures as a vector', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(fromFigures(toFigures(draft))).toEqual(draft.tables);
      }),
    );
  });

  test('a report as JSON', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(parseReport(JSON.parse(renderJson(report)))).toEqual({ ok: true, value: report });
      }),
    );
  });

  test('a draft as JSON', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(parseDraft(JSON.parse(renderJson(draft)))).toEqual({ ok: true, value: draft });
      }),
    );
  });

  test('a report as text', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const reading = readText(renderText(report));
        expect(reading.draft).toEqual(printedOnce(report));
        expect(reading.status).toBe('complete');
        expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
        expect(checkReading(reading).verdict).toBe(checkReport(report).verdict);
      }),
      { numRuns: 300 },
    );
  });

  test('a report as text in English', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(readText(renderText(report, { locale: 'en' })).draft).toEqual(printedOnce(report));
      }),
    );
  });

  test('a draft as text, blank cells staying blank', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const reading = readText(renderText(draft));
        expect(reading.draft.tables).toEqual(draft.tables);
        expect(reading.ledger.unplaced).toEqual([]);
        const blank = toFigures(draft).filter((figure) => figure === null).length;
        const states = Object.values(reading.cells).filter(({ state }) => state === 'blank').length;
        expect(states).toBe(blank);
        if (blank > 0) expect(checkReading(reading).verdict).not.toBe('pass');
      }),
      { numRuns: 200 },
    );
  });
});

test('every figure of a form stands in its grid exactly once', () => {
  const printed = form2021.sections.flatMap((section) =>
    layout(form2021, section, ({ position }) => String(position)).flatMap((row) =>
      row.flatMap((cell) => (cell?.kind === 'figure' ? [Number(cell.text)] : [])),
    ),
  );
  expect(printed.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, position) => position));
});
