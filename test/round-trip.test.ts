import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HtmlOptions, readHtml, renderHtml } from '../src/html.ts';
import {
  cells,
  checkReport,
  type Draft,
  figureAt,
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

  test.each<[string, (draft: Draft) => HtmlOptions]>([
    ['a page', () => ({})],
    ['a fragment', () => ({ fragment: true })],
    ['a page in both languages', () => ({ labels: 'bilingual' })],
    ['a page in English', () => ({ labels: 'bilingual', locale: 'en' })],
    ['a fragment with inline styles', () => ({ fragment: true, styles: 'inline', labels: 'bilingual' })],
    ['a page with marks', (draft) => ({ check: checkReport(draft) })],
    [
      'a fragment in both languages with inline styles and marks',
      (draft) => ({ fragment: true, styles: 'inline', labels: 'bilingual', check: checkReport(draft) }),
    ],
  ])('a draft as HTML: %s', (_, optionsFor) => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const reading = readHtml(renderHtml(draft, optionsFor(draft)));
        expect(reading.draft).toEqual(printedOnce(draft));
        expect(reading.status).toBe('complete');
        expect(reading.ledger.unplaced).toEqual([]);
        expect(reading.structure.otherWordings).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  test('HTML without its classes: the same figures, or none where a mark stands beside one', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const html = (options: HtmlOptions) =>
          renderHtml(draft, { fragment: true, styles: 'inline', ...options }).replace(/ class="[^"]*"/g, '');
        expect(readHtml(html({ labels: 'bilingual' })).draft.tables).toEqual(draft.tables);
        const { draft: marked, ledger } = readHtml(html({ check: checkReport(draft) }));
        for (const { path } of cells())
          expect([null, figureAt(draft, path)]).toContain(figureAt(marked, path));
        expect(ledger.found).toBe(ledger.placed + ledger.unplaced.length);
      }),
      { numRuns: 10 },
    );
  });

  test('a report as text in both languages', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(readText(renderText(report, { labels: 'bilingual' })).draft).toEqual(printedOnce(report));
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
