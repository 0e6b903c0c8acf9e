import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { readPdf, renderPdf } from '../src/formats/pdf/index.ts';
import { nodeCompiler } from '../src/formats/pdf/node-compiler.ts';
import { inAscii } from '../src/formats/pdf/typst-text.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { readLines } from '../src/formats/text/read.ts';
import type { Reading } from '../src/index.ts';
import {
  type CellPath,
  cells,
  type Draft,
  figureAt,
  figuresOf,
  form2019,
  form2021,
  tablesFrom,
} from '../src/index.ts';
import { sumsOf } from '../src/reading/adds-up.ts';
import { namesOf } from '../src/reading/form-names.ts';
import { matchLabel } from '../src/reading/label-match.ts';
import { keyOf } from '../src/reading/normalize.ts';
import { pageLayout } from '../src/reading/placed/laid-out.ts';
import { usualRoom } from '../src/reading/placed/placed-lines.ts';
import type { PlacedPage, PlacedPiece, Ruling } from '../src/reading/placed/placed-page.ts';
import { placedText, tablesOverPages } from '../src/reading/placed/placed-text.ts';
import { printedFigure } from '../src/reading/printed-figure.ts';
import { pdfFonts as fonts } from './pdf-fonts.ts';
import { cases } from './random-inputs.ts';
import { sample } from './sample.ts';

/** The sample with some cells blank. */
function withBlanks(blank: ReadonlySet<number>): Draft {
  const figures = figuresOf(sample()).map((figure, at) => (blank.has(at) ? null : figure));
  return { ...sample(), tables: tablesFrom(figures) as Draft['tables'] };
}

/** The cells of which a reading says anything but what is printed. */
function otherThanPrinted(reading: Reading, printed: Draft): string[] {
  return cells().flatMap(({ path }) => {
    const figure = figureAt(printed, path);
    const state = reading.cells[path]?.state;
    const isRight =
      state === (figure === null ? 'blank' : 'number') && figureAt(reading.draft, path) === figure;
    return isRight ? [] : [`${path}: ${figure} as ${state}`];
  });
}

describe('blank cells of a PDF file stay blank, and lose nothing beside them', () => {
  test.each([0, 2, 20])('%i of 200', async (count) => {
    const places = fc.uniqueArray(fc.nat({ max: cells().length - 1 }), {
      minLength: count,
      maxLength: count,
    });
    const labels = fc.constantFrom('zh-CN' as const, 'bilingual' as const);
    await fc.assert(
      fc.asyncProperty(places, labels, async (blank, language) => {
        const draft = withBlanks(new Set(blank));
        const reading = await readPdf(await renderPdf(draft, { fonts, labels: language }));
        expect(otherThanPrinted(reading, draft)).toEqual([]);
        expect(reading.status).toBe('complete');
        expect(reading.ledger).toEqual({ found: 200 - count, placed: 200 - count, unplaced: [] });
      }),
      { numRuns: cases(4) },
    );
  });

  test('each has the page and the line that its row stands on', async () => {
    const blank = 'disputes.directLitigation.upheld';
    const at = cells().findIndex(({ path }) => path === blank);
    const { cells: read } = await readPdf(await renderPdf(withBlanks(new Set([at])), { fonts }));
    expect(read[blank].place).toEqual(read['disputes.directLitigation.total'].place);
    expect(read[blank].place).toEqual({ page: expect.any(Number), line: expect.any(Number) });
  });
});

describe('a PDF file without ruling lines', async () => {
  const file = readFileSync(new URL('files/from-libreoffice.pdf', import.meta.url));
  const document = await getDocumentProxy(new Uint8Array(file));
  const pages: PlacedPiece[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , , x = 0, y = 0] = item.transform;
        return [{ text: item.str, x, y, width: item.width, height: item.height }];
      }),
    );
  }
  const figures = pages.flat().filter(({ text }) => /^\d+$/u.test(text));

  /** Reads the pages without some of their figures. */
  function readWithout(gone: ReadonlySet<PlacedPiece>): Reading {
    const placed = placedText(
      pages.map((pieces) => ({ pieces: pieces.filter((piece) => !gone.has(piece)), rulings: [] })),
    );
    const text = placed.lines.map((line) => line.text).join('\n');
    return readLines(text, {}, pageLayout(placed, usualRoom(placed.lines)));
  }

  const whole = readWithout(new Set());

  test('is read whole', () => {
    expect(whole.status).toBe('complete');
  });

  test('that lacks figures has no other figure in their place, and none is lost', () => {
    fc.assert(
      fc.property(fc.subarray(figures, { minLength: 1, maxLength: 30 }), (gone) => {
        const { draft, cells: read, ledger } = readWithout(new Set(gone));
        for (const { path } of cells())
          if (read[path]?.state === 'number')
            expect([path, figureAt(draft, path)]).toEqual([path, figureAt(whole.draft, path)]);
        expect(ledger.found).toBeGreaterThanOrEqual(200 - gone.length);
        const blanks = cells().filter(({ path }) => read[path]?.state === 'blank');
        expect(blanks.length).toBeLessThanOrEqual(gone.length);
      }),
      { numRuns: cases(60) },
    );
  });

  test('that lacks one figure among full rows has a blank there, its row read', () => {
    const at = figures.findIndex(({ text }) => text === '1288');
    const { cells: read, ledger } = readWithout(new Set(figures.slice(at, at + 1)));
    expect(read['applications.granted.naturalPerson'].state).toBe('blank');
    expect(ledger).toEqual({ found: 199, placed: 199, unplaced: [] });
  });
});

/** Swaps two words wherever they stand. */
function swapped(text: string, one: string, other: string): string {
  return text.replaceAll(one, '\0').replaceAll(other, one).replaceAll('\0', other);
}

/** The sample as a PDF file in which two headings have changed places, but not the figures under them. */
async function pdfWithSwapped(one: string, other: string): Promise<Uint8Array> {
  const { compiler } = await nodeCompiler(fonts.files);
  const quoted = (text: string) => inAscii(`"${text}"`);
  return renderPdf(sample(), {
    fonts,
    compiler: {
      compile: (source, standard) => compiler.compile(swapped(source, quoted(one), quoted(other)), standard),
    },
  });
}

/** The cells whose figure is neither left open nor that of the cell the changed headings name. */
function misread(reading: Reading, changed: (path: CellPath) => string): string[] {
  return cells().flatMap(({ path }) => {
    const read = figureAt(reading.draft, path);
    const right = figureAt(sample(), changed(path) as CellPath);
    return read === null || read === right ? [] : [`${path}: ${read} for ${right}`];
  });
}

describe('headings in another order than the form has', () => {
  const swaps: [string, string, (path: string) => string][] = [
    [
      '未经复议直接起诉',
      '复议后起诉',
      (path) => swapped(path, 'directLitigation', 'litigationAfterReconsideration'),
    ],
    ['商业企业', '科研机构', (path) => swapped(path, 'commercialEnterprise', 'researchInstitution')],
    ['自然人', '商业企业', (path) => swapped(path, 'naturalPerson', 'commercialEnterprise')],
    [
      '结果维持',
      '结果纠正',
      (path) => (path.startsWith('disputes') ? swapped(path, '.upheld', '.corrected') : path),
    ],
  ];

  test.each(swaps)(
    'in a PDF file: %s and %s are read by what stands above them, or left open',
    async (one, other, changed) => {
      const reading = await readPdf(await pdfWithSwapped(one, other));
      expect(misread(reading, changed)).toEqual([]);
      const isWhole = reading.ledger.placed === 200;
      expect(isWhole || reading.problems.length > 0).toBe(true);
    },
  );

  test.each(swaps)(
    'in a text: %s and %s are read by what stands above them, or left open',
    (one, other, changed) => {
      const reading = readText(swapped(renderText(sample()), one, other));
      expect(misread(reading, changed)).toEqual([]);
      const isWhole = reading.ledger.placed === 200;
      expect(isWhole || reading.problems.length > 0).toBe(true);
    },
  );

  /** Table 4 with its headings on three lines, each broken over two, as PDF files give them. */
  const disputes = (...headings: string[]) =>
    renderText(sample()).replace(
      /(四、政府信息公开行政复议、行政诉讼情况\n)[\s\S]*?(\n五、)/u,
      `$1\n${headings.join('\n')}\n72 64 178 37 351 0 0 0 0 0 25 5 9 7 46\n$2`,
    );
  const columns = ['结果 结果 其他 尚未 总计', '维持 纠正 结果 审结'];

  test('broken headings in the order of the form are read', () => {
    const reading = readText(
      disputes(
        '行政复议 行政诉讼',
        '未经复议直接起诉 复议后起诉',
        ...columns.map((line) => [line, line, line].join(' ')),
      ),
    );
    expect(reading.draft.tables.disputes.litigationAfterReconsideration).toMatchObject({
      upheld: 25,
      total: 46,
    });
  });

  test.each([
    [
      [
        '行政复议 行政诉讼',
        '复议后起诉 未经复议直接起诉',
        ...columns.map((line) => [line, line, line].join(' ')),
      ],
    ],
    [
      [
        '行政复议 行政诉讼',
        '未经复议直接起诉 复议后起诉',
        '结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计',
        '维持 纠正 结果 审结 纠正 维持 结果 审结 维持 纠正 结果 审结',
      ],
    ],
    [
      [
        '行政诉讼 行政复议',
        '未经复议直接起诉 复议后起诉',
        Array(3).fill('结果维持 结果纠正 其他结果 尚未审结 总计').join(' '),
      ],
    ],
  ])('headings in another order are not: %j', (headings) => {
    const reading = readText(disputes(...headings));
    expect(Object.values(reading.draft.tables.disputes.litigationAfterReconsideration)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(reading.problems.map(({ rule }) => rule)).toContain('READ-08');
    expect(reading.ledger.unplaced).toHaveLength(15);
  });
});

/** Lines around cells of 100 by 20, from the top left corner at 0, 800. */
function grid(columns: number, rows: number, without: (line: Ruling) => boolean = () => false): Ruling[] {
  const across = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns }, (__, at) => ({
      x1: at * 100,
      x2: at * 100 + 100,
      y1: 800 - row * 20,
      y2: 800 - row * 20,
    })),
  );
  const down = Array.from({ length: columns + 1 }, (_, column) =>
    Array.from({ length: rows }, (__, at) => ({
      x1: column * 100,
      x2: column * 100,
      y1: 800 - at * 20,
      y2: 780 - at * 20,
    })),
  );
  return [...across.flat(), ...down.flat()].filter((line) => !without(line));
}

function piece(text: string, column: number, row: number, down = 5): PlacedPiece {
  return { text, x: column * 100 + 10, y: 800 - row * 20 - 10 - down, width: text.length * 8, height: 8 };
}

/** The cells of each table, with their spans where they cover more than one place. */
function tablesOf(pages: readonly PlacedPage[], labels: readonly string[] = []): string[][][] {
  const found = tablesOverPages(
    placedText(pages),
    (text) => labels.includes(text),
    (line) => /^\d+$/u.test(line),
  );
  return found.map((table) =>
    table.grid.map((row) =>
      row.map(
        ({ text, rowSpan, colSpan }) => `${text}${rowSpan * colSpan > 1 ? ` ${rowSpan}×${colSpan}` : ''}`,
      ),
    ),
  );
}

describe('pieces of text between ruling lines', () => {
  test('become cells, blank ones among them, merged ones with what they cover', () => {
    const rulings = grid(
      3,
      3,
      ({ x1, x2, y1, y2 }) =>
        (x1 === 200 && x2 === 200 && y1 === 800) || (y1 === 760 && y2 === 760 && x1 === 0),
    );
    const pieces = [piece('甲', 1, 0), piece('乙', 0, 1), piece('1', 1, 1), piece('2', 2, 2)];
    expect(tablesOf([{ pieces, rulings }])).toEqual([
      [
        ['', '甲 1×2'],
        ['乙 2×1', '1', ''],
        ['', '2'],
      ],
    ]);
  });

  test('a broken word becomes whole, numbers above each other do not become one', () => {
    const pieces = [
      piece('行政', 0, 0, 0),
      piece('许可', 0, 0, 8),
      piece('12', 1, 0, 0),
      piece('34', 1, 0, 8),
      piece('5', 1, 1),
    ];
    expect(tablesOf([{ pieces, rulings: grid(2, 2) }])).toEqual([
      [
        ['行政许可', '12\n34'],
        ['', '5'],
      ],
    ]);
  });

  test('one piece over several cells is cut at its blanks', () => {
    const pieces = [{ ...piece('1 22        3', 0, 0), width: 290 }, piece('4', 2, 1)];
    expect(tablesOf([{ pieces, rulings: grid(3, 2) }])[0]?.[0]?.join('|')).toBe('1 22||3');
  });

  test('a table goes on over a page, without the headings that come again; a broken row is one', () => {
    const first = {
      pieces: [piece('项目', 0, 0), piece('数量', 1, 0), piece('行政许', 0, 1), piece('7', 1, 1)],
      rulings: grid(2, 2),
    };
    const second = {
      pieces: [
        piece('项目', 0, 0),
        piece('数量', 1, 0),
        piece('可', 0, 1),
        piece('行政处罚', 0, 2),
        piece('8', 1, 2),
      ],
      rulings: grid(2, 3),
    };
    expect(tablesOf([first, second], ['行政许可', '行政处罚'])).toEqual([
      [
        ['项目', '数量'],
        ['行政许可', '7'],
        ['行政处罚', '8'],
      ],
    ]);
  });

  test('a merged heading that is printed after the end of the page is one over both pages; a figure is not', () => {
    const first = {
      pieces: [piece('许可', 1, 1), piece('7', 2, 1), piece('项目', 1, 0), piece('数量', 2, 0)],
      rulings: grid(3, 2),
    };
    const second = {
      pieces: [piece('处理决定', 0, 0), piece('处罚', 1, 0), piece('8', 2, 0), piece('强制', 1, 1)],
      rulings: grid(3, 2, ({ y1, y2, x1 }) => y1 === 780 && y2 === 780 && x1 !== 100),
    };
    expect(tablesOf([first, second])).toEqual([
      [['', '项目', '数量'], ['处理决定 3×1', '许可', '7'], ['处罚', '8 2×1'], ['强制']],
    ]);
    const blank = { ...first, pieces: first.pieces.filter(({ text }) => text !== '7') };
    expect(tablesOf([blank, second])[0]?.[1]).toEqual(['处理决定 3×1', '许可', '']);
  });

  test('tables with text between them stay apart, and a frame around a page is none', () => {
    const text = { ...piece('四、行政复议情况', 0, 10) };
    const frame = [
      { x1: -50, x2: 500, y1: 850, y2: 850 },
      { x1: -50, x2: 500, y1: 20, y2: 20 },
      { x1: -50, x2: -50, y1: 850, y2: 20 },
      { x1: 500, x2: 500, y1: 850, y2: 20 },
    ];
    const page = (figure: string) => ({
      pieces: [piece('甲', 0, 0), piece(figure, 1, 1), text],
      rulings: [...frame, ...grid(2, 2)],
    });
    expect(tablesOf([page('1'), page('2')])).toHaveLength(2);
  });
});

test('digits on two lines of a cell are no number, though the second has three', () => {
  expect(printedFigure('144\n123')).toEqual({ state: 'text', value: null });
  expect(printedFigure('144 123')).toEqual({ state: 'number', value: 144123 });
});

describe('labels', () => {
  test.each([
    ['本年处理决定数量', form2021],
    ['主动公开文件数', form2021],
    ['政务公开咨询', form2021],
    ['行政检查', form2019],
    ['行政征收', form2019],
    ['行政给付', form2019],
    ['信息处理费', form2019],
    ['备注说明', form2019],
    ['信函申请', form2019],
  ])('a wording allows as many misprints as its own length does: %s', (words, form) => {
    expect(matchLabel(keyOf(words), namesOf(form).rows)).toBeUndefined();
  });

  test('one misprint in a wording of four characters is seen through, two are not', () => {
    const { rows } = namesOf(form2021);
    expect(matchLabel(keyOf('行政处罸'), rows)?.line?.label).toBe('行政处罚');
    expect(matchLabel(keyOf('行改处罸'), rows)).toBeUndefined();
  });
});

describe('a row adds up', () => {
  const { disputes } = form2021.tables;
  const table = {
    ...disputes,
    columnEquations: [{ ...disputes.columnEquations?.[0], at: undefined }],
  } as never;
  const row = (upheld: number | null, total: number | null) =>
    new Map([
      ['upheld', upheld],
      ['corrected', 2],
      ['otherOutcome', 3],
      ['pending', 4],
      ['total', total],
    ]);

  test('or not, or nobody can tell for a blank', () => {
    expect(sumsOf(table, row(1, 10))).toBe('holds');
    expect(sumsOf(table, row(2, 10))).toBe('broken');
    expect(sumsOf(table, row(null, 10))).toBe('undecided');
  });
});
