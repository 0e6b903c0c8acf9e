import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, renderCsv } from '../src/formats/csv/index.ts';
import { readDocx, renderDocx } from '../src/formats/docx/index.ts';
import { type HtmlOptions, readHtml, renderHtml } from '../src/formats/html/index.ts';
import { renderJson } from '../src/formats/json/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { readXlsx, renderXlsx } from '../src/formats/xlsx/index.ts';
import {
  type AnyDraft,
  type Block,
  cells,
  checkReport,
  type Draft,
  figureAt,
  figuresOf,
  form2021,
  layout,
  parseDraft,
  parseReport,
  type Reading,
  tablesFrom,
} from '../src/index.ts';
import {
  arbitraryDraft,
  arbitraryReport,
  arbitraryUnrulyDraftOn,
  MISLEADING,
  misleadingParagraph,
  printedOnce,
} from './arbitrary-report.ts';
import { cases } from './random-inputs.ts';
import { sample } from './sample.ts';

/** With what a report states of itself, which no other part of it says. */
const STATED = { particulars: true } as const;

describe('what is written down reads back the same', () => {
  test('figures as a vector', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(tablesFrom(figuresOf(draft))).toEqual(draft.tables);
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
        const reading = readText(renderText(report, STATED));
        expect(reading.draft).toEqual(printedOnce(report));
        expect(reading.status).toBe('complete');
        expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
        expect(checkReport(reading).verdict).toBe(checkReport(report).verdict);
      }),
      { numRuns: cases(300) },
    );
  });

  test('a report as text in English', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(readText(renderText(report, { ...STATED, locale: 'en' })).draft).toEqual(printedOnce(report));
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
        const reading = readHtml(renderHtml(draft, { ...STATED, ...optionsFor(draft) }));
        expect(reading.draft).toEqual(printedOnce(draft));
        expect(reading.status).toBe('complete');
        expect(reading.ledger.unplaced).toEqual([]);
        expect(reading.structure.otherWordings).toEqual([]);
      }),
      { numRuns: cases(10) },
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
      { numRuns: cases(10) },
    );
  });

  test('a report as text in both languages', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(readText(renderText(report, { ...STATED, labels: 'bilingual' })).draft).toEqual(
          printedOnce(report),
        );
      }),
    );
  });

  test('a draft as text, blank cells staying blank', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const reading = readText(renderText(draft));
        expect(reading.draft.tables).toEqual(draft.tables);
        expect(reading.ledger.unplaced).toEqual([]);
        const blank = figuresOf(draft).filter((figure) => figure === null).length;
        const states = Object.values(reading.cells).filter(({ state }) => state === 'blank').length;
        expect(states).toBe(blank);
        if (blank > 0) expect(checkReport(reading).verdict).not.toBe('pass');
      }),
      { numRuns: cases(200) },
    );
  });
});

const written: Readonly<Record<string, (report: AnyDraft) => Promise<Reading>>> = {
  'a web page': async (report) => readHtml(renderHtml(report, STATED)),
  'a marked fragment in both languages': async (report) =>
    readHtml(
      renderHtml(report, { ...STATED, fragment: true, labels: 'bilingual', check: checkReport(report) }),
    ),
  'a Word file': async (report) => readDocx(await renderDocx(report, STATED)),
  'a workbook': async (report) => readXlsx(await renderXlsx(report)),
  CSV: async (report) => readCsv(renderCsv(printedOnce(report))),
};

describe.each(Object.entries(written))('%s', (_, readBack) => {
  test('tells narrative from headings, titles, particulars and ornament, whatever it says', async () => {
    const blocks = MISLEADING.flatMap((text): Block[] => [
      { kind: 'paragraph', text },
      { kind: 'heading', level: 3, text },
    ]);
    const ids = ['preamble', ...form2021.sections.map(({ id }) => id)];
    const report: Draft = { ...sample(), sections: Object.fromEntries(ids.map((id) => [id, blocks])) };
    const reading = await readBack(report);
    expect(reading.draft).toEqual(report);
    // CSV prints no headings.
    expect([[], form2021.sections.map(({ id }) => id)]).toContainEqual(reading.structure.sections);
    expect(reading).toMatchObject({ status: 'complete', ledger: { unplaced: [] } });
  });

  test('keeps a figure whose remark has brackets in it, and its row', async () => {
    const remarks = {
      'documents.rules.issued': '其中修订（含上年）16件',
      'applications.granted.total': '（全）',
      'disputes.reconsideration.upheld': '见注(1)',
    };
    const report: Draft = { ...sample(), remarks };
    expect((await readBack(report)).draft).toEqual(report);
  });

  test('gives back any draft on any edition, however unruly', async () => {
    for (const edition of ['2021', '2019'] as const)
      await fc.assert(
        fc.asyncProperty(arbitraryUnrulyDraftOn(edition), async (draft) => {
          const reading = await readBack(draft);
          expect(reading.draft).toEqual(printedOnce(draft));
          expect(reading).toMatchObject({ status: 'complete', ledger: { unplaced: [] } });
        }),
        { numRuns: cases(5) },
      );
  });
});

describe('plain text', () => {
  test('tells narrative that reads like rows of a table from the table, whose rows stand between bars', () => {
    const texts = [
      '总计 12',
      '规章 1 2 3',
      '行政许可 12',
      '行政复议',
      '（七）总计 3',
      '一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1',
    ];
    const blocks = texts.map((text): Block => ({ kind: 'paragraph', text }));
    const ids = ['preamble', ...form2021.sections.map(({ id }) => id)];
    const report: Draft = { ...sample(), sections: Object.fromEntries(ids.map((id) => [id, blocks])) };
    const reading = readText(renderText(report));
    expect(reading.draft.tables).toEqual(report.tables);
    expect(reading).toMatchObject({ status: 'complete', ledger: { found: 200, placed: 200, unplaced: [] } });
    for (const read of Object.values({ ...reading.draft.sections }))
      expect(read.map(({ text }) => text)).toEqual(texts);
  });

  test('takes a sentence about the first row of table 3 for no second report', () => {
    const sentence = '一、本年新收政府信息公开申请数量3119件，比上年增长。';
    const text = renderText(sample()).replace('一、总体情况\n', `一、总体情况\n\n${sentence}\n`);
    const { draft, status } = readText(text);
    expect(status).toBe('complete');
    expect(draft.tables).toEqual(sample().tables);
    expect(draft.sections.overview?.[0]).toEqual({ kind: 'paragraph', text: sentence });
  });

  test('keeps the rows of a table whose remarks have brackets or bars in them', () => {
    const of = (remark: string): Draft => ({
      ...sample(),
      remarks: { 'disputes.reconsideration.upheld': remark, 'applications.granted.total': remark },
    });
    expect(readText(renderText(of('含（上年）结转'), STATED)).draft).toEqual(of('含（上年）结转'));
    expect(readText(renderText(of('A|B｜C│D'), STATED)).draft).toEqual(of('A¦B¦C¦D'));
  });

  test('gives back the figures of any draft on any edition, however unruly', () => {
    for (const edition of ['2021', '2019'] as const)
      fc.assert(
        fc.property(arbitraryUnrulyDraftOn(edition, misleadingParagraph), (draft) => {
          const reading = readText(renderText(draft));
          expect(reading.draft.tables).toEqual(draft.tables);
          expect(reading).toMatchObject({ status: 'complete', ledger: { unplaced: [] } });
        }),
        { numRuns: cases(30) },
      );
  });
});

test('a change as far below 0 as can be reads back', () => {
  const figures = cells('2019').map(({ column }) => (column.signed ? Number.MIN_SAFE_INTEGER : 0));
  const tables = tablesFrom(figures, '2019');
  const report = {
    ...sample(),
    form: '2019',
    year: 2020,
    tables,
    title: '2020年政府信息公开工作年度报告',
  } as AnyDraft;
  expect(readHtml(renderHtml(report)).draft.tables).toEqual(tables);
  expect(readCsv(renderCsv(report)).draft.tables).toEqual(tables);
});

test('every figure of a form stands in its grid exactly once', () => {
  const printed = form2021.sections.flatMap((section) =>
    layout(section.id, '2021', ({ position }) => String(position)).flatMap((row) =>
      row.flatMap((cell) => (cell?.kind === 'figure' ? [Number(cell.text)] : [])),
    ),
  );
  expect(printed.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, position) => position));
});
