import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseCellRef } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { equations } from '../src/form/equations.ts';
import { readXlsx, renderXlsx, renderXlsxTemplate, type XlsxOptions } from '../src/formats/xlsx/index.ts';
import {
  type CellPath,
  type CheckResult,
  cells,
  checkReport,
  type Draft,
  emptyDraft,
  figureAt,
  figuresOf,
  type Reading,
  rulesOf,
} from '../src/index.ts';
import { arbitraryDraft, arbitraryReport, printedOnce } from './arbitrary-report.ts';
import { fillIn, workedOut } from './filled-template.ts';
import { cases } from './random-inputs.ts';
import { lastYear, put, sample, sampleWith } from './sample.ts';
import { openSpreadsheet, type Spreadsheet } from './spreadsheet.ts';

const rules = rulesOf();

const readBack = async (report: Draft, options?: XlsxOptions) => readXlsx(await renderXlsx(report, options));

/** The parts of a file, as text. */
const partsOf = (file: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]));

const whole = { found: 200, placed: 200, unplaced: [] };

const mistaken = sampleWith({
  'applications.newlyReceived.total': 3191,
  'disputes.directLitigation.total': 0,
  'documents.rules.repealed': null,
});

describe('a workbook reads back the same', () => {
  test('a report', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        const reading = await readBack(report);
        expect(reading.draft).toEqual(printedOnce(report));
        expect(reading.status).toBe('complete');
        expect(reading.ledger).toEqual(whole);
        expect(checkReport(reading).verdict).toBe(checkReport(report).verdict);
      }),
      { numRuns: cases(50) },
    );
  });

  test('a draft, blank cells staying blank', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDraft, async (draft) => {
        const reading = await readBack(draft);
        expect(reading.draft).toEqual(printedOnce(draft));
        expect(reading.status).toBe('complete');
        const blank = figuresOf(draft).filter((figure) => figure === null).length;
        expect(reading.ledger).toEqual({ found: 200 - blank, placed: 200 - blank, unplaced: [] });
      }),
      { numRuns: cases(30) },
    );
  });

  test('marked, with formulas, in two languages, with last year beside it', async () => {
    const arbitraryOptions = fc.record({
      labels: fc.constantFrom('zh-CN' as const, 'bilingual' as const),
      locale: fc.constantFrom('zh-CN' as const, 'en' as const),
      formulas: fc.boolean(),
      marked: fc.boolean(),
      previous: fc.option(arbitraryDraft, { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(arbitraryDraft, arbitraryOptions, async (draft, { marked, previous, ...options }) => {
        const known = { ...(previous && { previous: { ...previous, year: (draft.year ?? 0) - 1 } }) };
        const check: { check?: CheckResult } = marked ? { check: checkReport(draft, known) } : {};
        const reading = await readBack(draft, { ...options, ...known, ...check });
        expect(reading.draft).toEqual(printedOnce(draft));
        expect(reading.status).toBe('complete');
        expect(reading.ledger.unplaced).toEqual([]);
      }),
      { numRuns: cases(30) },
    );
  });

  test('each figure stands where the form has it', async () => {
    const { cells: read } = await readBack(sample());
    expect(read['applications.granted.total'].place).toEqual({
      sheet: '表三 收到和处理政府信息公开申请情况',
      address: 'J7',
      row: 7,
    });
    expect(read['disputes.litigationAfterReconsideration.total'].place).toMatchObject({ address: 'O5' });
  });

  test('texts with line breaks, and texts longer than a cell can hold', async () => {
    const long = '政府信息公开工作，稳步推进 😀。'.repeat(10_000);
    const report: Draft = {
      ...sample(),
      contact: { address: `${'淮安市'.repeat(20_000)}1号` },
      sections: {
        overview: [
          { kind: 'paragraph', text: '第一行\n第二行\n\n第四行' },
          { kind: 'heading', level: 4, text: '（1）标题' },
          { kind: 'paragraph', text: long },
          { kind: 'paragraph', text: '其后' },
        ],
        otherMatters: [{ kind: 'paragraph', text: '_x0041_ '.repeat(40_000).trim() }],
      },
    };
    const file = await renderXlsx(report);
    expect((await readXlsx(file)).draft).toEqual(report);
    const texts = [...(partsOf(file)['xl/sharedStrings.xml'] ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)];
    expect(Math.max(...texts.map(([, text = '']) => text.length))).toBeLessThanOrEqual(32_767);
  });
});

test.each([
  ['<vertAlign val="superscript"/>', 'number', '¹'],
  ['<strike/>', 'number', undefined],
  ['<vertAlign val="subscript"/>', 'text', undefined],
])('part of a cell that is no digit of its figure, %s, is not taken for one', async (look, state, remark) => {
  const file = unzipSync(await renderXlsx(sample()));
  const name = 'xl/worksheets/sheet4.xml';
  const [before, after] = strFromU8(file[name] ?? new Uint8Array()).split('<v>3119</v>');
  const runs = `<is><r><t>3119</t></r><r><rPr>${look}</rPr><t>1</t></r></is>`;
  const changed = `${before?.replace(/>$/u, ' t="inlineStr">')}${runs}${after}`;
  const { cells: read, draft } = await readXlsx(zipSync({ ...file, [name]: strToU8(changed) }));
  const path = 'applications.newlyReceived.total';
  expect([read[path].state, draft.remarks?.[path]]).toEqual([state, remark]);
  expect(draft.tables.applications.newlyReceived?.total).toBe(state === 'number' ? 3119 : null);
});

describe('a filled workbook', () => {
  test('is the same, byte for byte, for the same report, which it does not change', async () => {
    const options = { check: checkReport(mistaken), previous: lastYear(), formulas: true };
    const before = structuredClone(mistaken);
    expect(await renderXlsx(mistaken, options)).toEqual(await renderXlsx(mistaken, options));
    expect(await renderXlsxTemplate()).toEqual(await renderXlsxTemplate());
    expect(mistaken).toEqual(before);
  });

  test('has a sheet for particulars, texts, each table and what was found, none for the rules, named in the words of the form', async () => {
    const { sheets } = await openSpreadsheet(
      await renderXlsx(sample(), { check: checkReport(sample()), previous: lastYear() }),
    );
    const tables = [
      '表二 主动公开政府信息情况',
      '表三 收到和处理政府信息公开申请情况',
      '表四 政府信息公开行政复议、行政诉讼情况',
    ];
    expect(sheets.map(({ name }) => name)).toEqual([
      '报告信息',
      '正文',
      ...tables,
      '上年 表二',
      '上年 表三',
      '上年 表四',
      '核对结果',
    ]);
    for (const { name } of sheets) expect(name.length).toBeLessThanOrEqual(31);
  });

  test('merges headings as the form does', async () => {
    const { sheets } = await openSpreadsheet(await renderXlsx(sample()));
    const merges = sheets[3]?.merges?.map(({ startRow, endRow, startCol, endCol }) => [
      startRow,
      endRow,
      startCol,
      endCol,
    ]);
    expect(merges).toContainEqual([6, 27, 0, 0]);
    expect(merges).toContainEqual([2, 2, 4, 8]);
    expect(sheets[3]?.rows[6]?.[0]).toBe('三、本年度办理结果');
  });

  test('sets the names of rows at the left, and the headings of a band and of columns in the middle', async () => {
    const { sheets } = await openSpreadsheet(await renderXlsx(sample()));
    const cellsOfTable = [...(sheets[2]?.cells?.values() ?? [])];
    const sideOf = (text: string) =>
      cellsOfTable.find(({ value }) => value === text)?.style?.alignment?.horizontal;
    expect(['规章', '行政许可', '行政事业性收费'].map(sideOf)).toEqual(['left', 'left', 'left']);
    expect(['第二十条第（一）项', '信息内容', '现行有效件数'].map(sideOf)).toEqual([
      'center',
      'center',
      'center',
    ]);
  });

  test('holds figures as numbers and no formulas', async () => {
    const file = await renderXlsx(mistaken, { check: checkReport(mistaken), previous: lastYear() });
    const { cells: read } = await readXlsx(file);
    const { sheets, formulas } = await openSpreadsheet(file);
    expect(formulas()).toEqual([]);
    for (const { path } of cells()) {
      const { sheet, address = '' } = read[path]?.place ?? {};
      const { row, col } = parseCellRef(address);
      expect(sheets.find(({ name }) => name === sheet)?.rows[row]?.[col] ?? null).toBe(
        figureAt(mistaken, path),
      );
    }
  });

  test('keeps a number a number where a remark stands beside it', async () => {
    const remarks = {
      'documents.rules.issued': '其中修订16件',
      'fees.administrativeFees.amountWan': '含"代收"部分',
      'licensing.licenses.decisions': '其中：'.repeat(30),
    } satisfies Draft['remarks'];
    const file = await renderXlsx({ ...sample(), remarks });
    const { cells: read, draft } = await readXlsx(file);
    expect(draft).toEqual({ ...sample(), remarks });
    expect(read['documents.rules.issued']?.printed).toBe('1（其中修订16件）');
    const rows = (await openSpreadsheet(file)).sheets[2]?.rows ?? [];
    expect(rows[3]?.[1]).toBe(1);
    expect(rows[7]?.[1]).toMatch(/^447228（其中：/);
  });

  test('writes a number of more than 15 digits as text, for spreadsheets would round it', async () => {
    const report = sampleWith({ 'licensing.licenses.decisions': Number.MAX_SAFE_INTEGER });
    const file = await renderXlsx(report);
    expect((await openSpreadsheet(file)).sheets[2]?.rows[7]?.[1]).toBe('9007199254740991');
    expect((await readXlsx(file)).draft).toEqual(report);
  });

  test('keeps a remark that stands in a cell without a number', async () => {
    const draft = { ...mistaken, remarks: { 'documents.rules.repealed': '未统计' } };
    expect((await readBack(draft)).draft).toEqual(draft);
  });

  test('is read with the units its number formats show, and without other words', async () => {
    const remarks = { 'documents.rules.issued': '注', 'fees.administrativeFees.amountWan': '注' } as const;
    const file = unzipSync(await renderXlsx({ ...sample(), remarks }));
    const styles = strFromU8(file['xl/styles.xml'] ?? new Uint8Array())
      .replace('0&quot;（注）&quot;', '0&quot;部&quot;')
      .replace('General&quot;（注）&quot;', '#,##0.00&quot;元&quot;');
    const { draft, problems } = await readXlsx(zipSync({ ...file, 'xl/styles.xml': strToU8(styles) }));
    expect(draft.tables.documents).toEqual(sample().tables.documents);
    expect(figureAt(draft, 'fees.administrativeFees.amountWan')).toBe(9.61716);
    expect(problems.map(({ message }) => message).join()).toContain('96171.6元');
    expect(draft.remarks).toBeUndefined();
  });

  test('says so if a remark is longer than a cell can hold', async () => {
    const remarks = { 'documents.rules.issued': '长'.repeat(40_000) };
    await expect(renderXlsx({ ...sample(), remarks })).rejects.toThrow('请缩短');
    await expect(renderXlsx({ ...sample(), remarks }, { locale: 'en' })).rejects.toThrow('shorten it');
  });

  test('with formulas, works out only totals that come to what is published', async () => {
    const report = sampleWith({
      'applications.newlyReceived.total': 3191,
      'applications.granted.naturalPerson': null,
      'disputes.reconsideration.total': null,
    });
    const file = await renderXlsx(report, { formulas: true });
    const { cells: read } = await readXlsx(file);
    const spreadsheet = await openSpreadsheet(file);
    const addressOf = (path: CellPath) => read[path]?.place?.address;
    const table3 = spreadsheet
      .formulas()
      .filter(({ sheet }) => sheet.startsWith('表三'))
      .map(({ address }) => address);
    expect(table3).toContain(addressOf('applications.carriedOver.total'));
    expect(table3).not.toContain(addressOf('applications.newlyReceived.total'));
    expect(table3).not.toContain(addressOf('applications.granted.total'));
    const table4 = spreadsheet
      .formulas()
      .filter(({ sheet }) => sheet.startsWith('表四'))
      .map(({ address }) => address);
    expect(table4).not.toContain(addressOf('disputes.reconsideration.total'));
    expect((await readXlsx(await workedOut(file))).draft).toEqual(report);
  });

  test('marks the cells with findings and says in a note what should stand there', async () => {
    const check = checkReport(mistaken);
    const file = await renderXlsx(mistaken, { check });
    const { sheets } = await openSpreadsheet(file);
    const notes = sheets.flatMap(({ cells: of }) =>
      [...(of ?? [])].flatMap(([, cell]) => cell.comment?.text ?? []),
    );
    const findings = check.findings.filter(({ severity }) => severity !== 'info');
    expect(notes).toHaveLength(new Set(findings.flatMap((finding) => finding.cells)).size);
    expect(notes.filter((note) => note.startsWith('→ 3119\n'))).toHaveLength(1);
    for (const { message } of findings) expect(notes.join('\n')).toContain(message);
    const { row, col } = parseCellRef('J5');
    expect(sheets[3]?.cells?.get(`${row},${col}`)?.style?.fill).toMatchObject({ fgColor: { rgb: 'FDE2E2' } });
    const fillsOf = (text: string | number) =>
      [...(sheets[3]?.cells ?? [])].flatMap(([, { value, style }]) => {
        const fill = style?.fill;
        return value === text && fill?.type === 'pattern' ? [fill.fgColor?.rgb] : [];
      });
    expect(fillsOf(3191)).toEqual(fillsOf('红底红框：需要修改的数'));
    expect(fillsOf(3001)).toEqual(fillsOf('黄底：与它有勾稽关系、本身不一定有误的数'));
    expect(fillsOf(3191)).not.toEqual(fillsOf(3001));
    const listed = sheets.find(({ name }) => name === '核对结果')?.rows ?? [];
    expect(listed).toHaveLength(1 + check.findings.length + check.diagnoses.length);
    expect(listed.at(-1)?.[0]).toBe('→');
    expect(partsOf(file)['xl/drawings/vmlDrawing4.vml']).toContain('width:320pt');
  });

  test.each(['zh-CN', 'en'] as const)(
    'as a template lists every rule with its authority, in %s',
    async (locale) => {
      const { sheets } = await openSpreadsheet(await renderXlsxTemplate({ locale }));
      const listed = sheets.at(-1)?.rows.slice(1) ?? [];
      expect(listed.map(([id, , text, , citation]) => [id, text, citation])).toEqual(
        rules.map(({ id, text, authority }) => [id, text[locale], authority.citation[locale]]),
      );
    },
  );
});

describe('hostile text', () => {
  const evil = "=cmd|'/c calc'!A1 <b>&]]>\u0000\u0008\u202E_x0041_\uD800 \uFFFE\"";
  const report: Draft = {
    ...sample(),
    title: `${evil}=1+1`,
    agency: { ...sample().agency, name: '=1+1' },
    contact: { address: '+1', phone: '-1', email: '@a', website: '#N/A', fax: evil },
    sections: {
      overview: ['=1+1', '+1', '-1', '@a', '#REF!', evil, 'a\r\nb'].map((text) => ({
        kind: 'paragraph',
        text,
      })),
    },
    remarks: { 'documents.rules.issued': evil },
  };

  test('is text and never a formula, and the file stays valid XML', async () => {
    const file = await renderXlsx(report, { check: checkReport(report), previous: report });
    for (const [name, xml] of Object.entries(partsOf(file))) {
      expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u);
      if (name.startsWith('xl/worksheets/')) expect(xml).not.toMatch(/<f>|t="e"/);
    }
    const { sheets } = await openSpreadsheet(file);
    expect(sheets[1]?.rows.slice(2, 7).map(([, text]) => text)).toEqual(['=1+1', '+1', '-1', '@a', '#REF!']);
  });

  test('reads back but for what no XML can hold and marks that nobody sees', async () => {
    const { draft } = await readBack(report);
    expect(draft.contact).toMatchObject({ address: '+1', phone: '-1', website: '#N/A' });
    expect(draft.sections.overview?.map(({ text }) => text)).toEqual([
      '=1+1',
      '+1',
      '-1',
      '@a',
      '#REF!',
      "=cmd|'/c calc'!A1 <b>&]]>\uFFFD\uFFFD_x0041_\uFFFD \uFFFD\"",
      'a\nb',
    ]);
    expect(draft.tables).toEqual(report.tables);
  });

  test('does not slip in by the name of a sheet or the report on the year before', async () => {
    const reading = await readBack(sample(), {
      previous: { ...lastYear(), title: evil, agency: report.agency },
    });
    expect(reading.draft).toEqual(sample());
  });
});

/** The numbers of rules that a workbook shows, and where. */
function shownChecks(spreadsheet: Spreadsheet): { id: string; sheet: string; row: number; col: number }[] {
  return spreadsheet.formulas().flatMap(({ sheet, address, formula }) => {
    const id = spreadsheet.valueAt(sheet, address);
    return /^IF\((?:AND|OR)\(/.test(formula) && /,"[A-Z0-9]+-\d+",""\)$/.test(formula) && id
      ? [{ id: String(id), sheet, ...parseCellRef(address) }]
      : [];
  });
}

/** The cells that conditional formats colour, by sheet and address. */
function coloured({ sheets, evaluate }: Spreadsheet): string[] {
  return sheets.flatMap(({ name, conditionalRules = [] }) =>
    conditionalRules
      .filter(({ formula }) => evaluate(name, String(formula)))
      .flatMap(({ range }) => range.split(' ').map((address) => `${name}!${address}`)),
  );
}

const small = fc.array(fc.nat(3), { minLength: 200, maxLength: 200 });

/** Reports whose totals are right but for some cells that are wrong or blank. */
const arbitraryMistakes = fc
  .tuple(small, fc.array(fc.tuple(fc.nat(199), fc.option(fc.nat(9))), { maxLength: 8 }), fc.boolean())
  .map(([figures, mistakes, balanced]): Draft => {
    const report: Draft = sample();
    for (const [at, { path }] of cells().entries()) put(report, path, figures[at] ?? 0);
    for (const round of balanced ? [1, 2] : []) {
      for (const { left, right } of equations()) {
        const [total] = left;
        if (!total || left.length > 1 || round === 0) continue;
        put(
          report,
          total.path,
          right.reduce((sum, { path }) => sum + (figureAt(report, path) ?? 0), 0),
        );
      }
    }
    for (const [at, figure] of mistakes) put(report, cells()[at]?.path as CellPath, figure);
    return report;
  });

async function expectChecksToAgree(file: Uint8Array, report: Draft, previous?: Draft): Promise<void> {
  const [spreadsheet, { cells: read }] = [await openSpreadsheet(file), await readXlsx(file)];
  const { findings } = checkReport(report, {
    families: ['arithmetic', 'continuity'],
    ...(previous ? { previous } : {}),
  });
  const compared = findings.filter(({ rule }) =>
    rules.some(({ id, family, formula }) => id === rule && (family === 'arithmetic' || formula)),
  );
  const shown = shownChecks(spreadsheet);
  for (const { rule, cells: of } of compared) {
    const [first] = of;
    const place = first && read[first]?.place;
    const { row, col } = parseCellRef(place?.address ?? '');
    const own = shown.filter((check) => check.id === rule && check.sheet === place?.sheet);
    expect(own.filter((check) => check.row === row || check.col === col).length).toBeGreaterThanOrEqual(1);
  }
  expect(shown.map(({ id }) => id).sort()).toEqual(compared.map(({ rule }) => rule).sort());
  const expected = compared.flatMap(({ cells: of }) =>
    of.map((path) => `${read[path]?.place?.sheet}!${read[path]?.place?.address}`),
  );
  expect(new Set(coloured(spreadsheet))).toEqual(new Set(expected));
}

describe('the template', () => {
  test('is read as a report in which nothing is known yet', async () => {
    for (const options of [
      {},
      { totals: 'entered', labels: 'bilingual', locale: 'en' },
      { previous: lastYear() },
    ] as const) {
      const reading = await readXlsx(await renderXlsxTemplate(options));
      expect(reading.status).toBe('complete');
      expect(reading.problems).toEqual([]);
      expect(reading.ledger).toEqual({ found: 0, placed: 0, unplaced: [] });
      expect(reading.draft).toEqual({
        ...emptyDraft(),
        title: '政府信息公开工作年度报告',
        sections: { overview: [], problemsAndImprovements: [], otherMatters: [] },
      });
    }
  });

  test('shows nothing as long as it is empty: no total, no colour, no rule', async () => {
    const spreadsheet = await openSpreadsheet(await renderXlsxTemplate({ previous: lastYear() }));
    expect(shownChecks(spreadsheet)).toEqual([]);
    expect(coloured(spreadsheet)).toEqual([]);
    const shown = spreadsheet.formulas().map(({ sheet, address }) => spreadsheet.valueAt(sheet, address));
    expect([...new Set(shown)].sort()).toEqual(['', '0 / 200', 0, '政府信息公开工作年度报告'].sort());
  });

  test('adds every total up by one equation of the form, over exactly its cells', async () => {
    const file = await renderXlsxTemplate();
    const { cells: read } = await readXlsx(file);
    const byAddress = new Map(
      cells().map(({ path }) => [`${read[path]?.place?.sheet}!${read[path]?.place?.address}`, path]),
    );
    const { formulas } = await openSpreadsheet(file);
    const totals = formulas().filter(({ formula }) => formula.startsWith('IF(COUNT('));
    const defined = equations().filter(({ left }) => left.length === 1);
    expect(totals).toHaveLength(new Set(defined.map(({ left }) => left[0]?.path)).size);
    for (const { sheet, address, formula } of totals) {
      const [, list = ''] = /,SUM\(([^)]*)\),""\)$/.exec(formula) ?? [];
      const terms = list.split(',').flatMap((range) => {
        const [from = '', to = from] = range.replaceAll('$', '').split(':');
        const [a, b] = [parseCellRef(from), parseCellRef(to)];
        return [...byAddress].flatMap(([key, path]) => {
          const [on, at = ''] = key.split('!');
          const { row, col } = parseCellRef(at);
          return on === sheet && row >= a.row && row <= b.row && col >= a.col && col <= b.col ? [path] : [];
        });
      });
      const own = defined.filter(({ left }) => left[0]?.path === byAddress.get(`${sheet}!${address}`));
      expect(own.map(({ right }) => right.map(({ path }) => path).sort())).toContainEqual(terms.sort());
    }
  });

  test('locks everything but the cells to be filled in', async () => {
    const unlocked = async (totals: 'formula' | 'entered') => {
      const { sheets } = await openSpreadsheet(await renderXlsxTemplate({ totals }));
      for (const { protection } of sheets) expect(protection).toMatchObject({ sheet: true });
      for (const { protection } of sheets) expect(protection?.password).toBeUndefined();
      return sheets
        .filter(({ name }) => name.startsWith('表'))
        .flatMap(({ cells: of, merges = [] }) =>
          [...(of ?? [])].filter(([key, { style }]) => {
            const [row = 0, column = 0] = key.split(',').map(Number);
            const covered = merges.some(
              ({ startRow, startCol, endCol }) => row === startRow && column > startCol && column <= endCol,
            );
            return style?.protection?.locked === false && !covered;
          }),
        ).length;
    };
    expect(await unlocked('entered')).toBe(200);
    const totals = new Set(
      equations().flatMap(({ left }) => (left.length === 1 ? left.map(({ path }) => path) : [])),
    );
    expect(await unlocked('formula')).toBe(200 - totals.size);
  });

  test.each(['zh-CN', 'en'] as const)(
    'takes numbers only, and says which cell it is, in %s',
    async (locale) => {
      const { sheets } = await openSpreadsheet(await renderXlsxTemplate({ totals: 'entered', locale }));
      const validations = sheets.slice(2, 5).flatMap(({ dataValidations = [] }) => dataValidations);
      expect(validations.map(({ inputMessage }) => inputMessage)).toEqual(
        cells().map(({ address }) => address[locale]),
      );
      expect(validations.map(({ type }) => type)).toEqual(
        cells().map(({ unit }) => (unit === 'count' ? 'whole' : 'decimal')),
      );
      for (const { operator, formula1, inputTitle = '', errorTitle = '', errorMessage = '' } of validations) {
        expect([operator, formula1]).toEqual(['greaterThanOrEqual', '0']);
        expect(Math.max(inputTitle.length, errorTitle.length)).toBeLessThanOrEqual(32);
        expect(errorMessage.length).toBeLessThanOrEqual(255);
        expect(errorMessage).not.toBe('');
      }
      const choices = sheets[0]?.dataValidations?.filter(({ type }) => type === 'list') ?? [];
      expect(choices).toHaveLength(3);
    },
  );

  test('prints on A4, with headings that stay in view', async () => {
    const file = await renderXlsxTemplate({ previous: lastYear() });
    const { sheets } = await openSpreadsheet(file);
    for (const { pageSetup, freezePane } of sheets) {
      expect(pageSetup).toMatchObject({ paperSize: 'a4', fitToPage: true, fitToWidth: 1 });
      expect(freezePane?.rows).toBeGreaterThan(0);
    }
    expect(sheets[3]?.freezePane).toMatchObject({ rows: 4, columns: 3 });
    expect(partsOf(file)['xl/workbook.xml']).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="3">\'表三 收到和处理政府信息公开申请情况\'!$A$1:$J$29</definedName>',
    );
  });

  test('filled in and worked out gives the report', async () => {
    const template = await renderXlsxTemplate({ previous: lastYear() });
    const reading = await readXlsx(await workedOut(await fillIn(template, sample())));
    expect(reading.status).toBe('complete');
    expect(reading.ledger).toEqual(whole);
    const { title, tables, agency, year, scope, period, publishedOn } = sample();
    expect(reading.draft).toMatchObject({ title, tables, agency, year, scope, period, publishedOn });
  });

  test('filled in by a program that works nothing out, leaves totals blank, never 0', async () => {
    const reading = await readXlsx(await fillIn(await renderXlsxTemplate(), sample()));
    const totals = new Set<string>(
      equations().flatMap(({ left }) => (left.length === 1 ? left.map(({ path }) => path) : [])),
    );
    for (const { path } of cells())
      expect(figureAt(reading.draft, path)).toBe(totals.has(path) ? null : figureAt(sample(), path));
    expect(checkReport(reading, { families: ['arithmetic'] }).verdict).toBe('incomplete');
  });

  test('with totals to be entered keeps what is entered, right or wrong', async () => {
    const template = await renderXlsxTemplate({ totals: 'entered' });
    const reading = await readXlsx(await workedOut(await fillIn(template, mistaken)));
    expect(reading.draft.tables).toEqual(mistaken.tables);
  });

  test('shows the number of a rule, and colours its cells, exactly where checkReport finds it', async () => {
    const template = await renderXlsxTemplate({ totals: 'entered' });
    await fc.assert(
      fc.asyncProperty(arbitraryMistakes, async (report) => {
        await expectChecksToAgree(await fillIn(template, report), report);
      }),
      { numRuns: cases(15) },
    );
  });

  test('so does a filled workbook with formulas, last year included', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMistakes, arbitraryMistakes, async (report, before) => {
        const previous = { ...before, year: 2023 };
        const file = await renderXlsx(report, { previous, formulas: true });
        await expectChecksToAgree(file, report, previous);
        const { formulas, valueAt } = await openSpreadsheet(file);
        for (const { sheet, address, cached } of formulas())
          expect(cached ?? '').toBe(valueAt(sheet, address));
      }),
      { numRuns: cases(15) },
    );
  });

  test('last year is compared only with the year after it', async () => {
    const file = await renderXlsx(sample(), { previous: { ...lastYear(), year: 2020 }, formulas: true });
    const { formulas } = await openSpreadsheet(file);
    expect(formulas().filter(({ formula }) => formula.includes('上年'))).toEqual([]);
  });

  test('keeps texts as they are typed, with a kind or without', async () => {
    const template = await renderXlsxTemplate();
    const { sheets } = await openSpreadsheet(template);
    const row = sheets[1]?.rows.findIndex(([, text]) => text === '一、总体情况') ?? 0;
    const filled = await fillIn(template, sample(), (write) => {
      write(1, row + 1, 0, '二级标题');
      write(1, row + 1, 1, '（一）主动公开');
      write(1, row + 2, 1, '第一行\n第二行');
      write(1, row + 3, 0, '');
      write(1, row + 3, 1, '没有选类型的一段。');
    });
    expect((await readXlsx(filled)).draft.sections.overview).toEqual([
      { kind: 'heading', level: 2, text: '（一）主动公开' },
      { kind: 'paragraph', text: '第一行\n第二行' },
      { kind: 'paragraph', text: '没有选类型的一段。' },
    ]);
  });
});

describe('LibreOffice', () => {
  const file = new Uint8Array(readFileSync(new URL('files/template-from-libreoffice.xlsx', import.meta.url)));

  test('works the same out of the template as these tests do', async () => {
    const { formulas, valueAt } = await openSpreadsheet(file);
    expect(formulas().length).toBeGreaterThan(80);
    for (const { sheet, address, cached } of formulas())
      expect(cached ?? '').toBe(valueAt(sheet, address) ?? '');
  });

  test('saves what was filled in so that it reads back', async () => {
    const reading: Reading = await readXlsx(file);
    const { tables, title, agency } = reading.draft;
    expect(reading.status).toBe('complete');
    expect(reading.problems).toEqual([]);
    expect(reading.ledger).toEqual(whole);
    const filled = sampleWith({
      'applications.granted.naturalPerson': 1298,
      'applications.granted.total': 1372,
      'applications.totalProcessed.naturalPerson': 2942,
      'applications.totalProcessed.total': 3060,
    });
    expect({ tables, title, agency }).toEqual({
      tables: filled.tables,
      title: sample().title,
      agency: sample().agency,
    });
    const broken = checkReport(reading, { families: ['arithmetic'] }).findings.map(({ rule }) => rule);
    expect(broken).toEqual(['T3-01', 'T3-01']);
    expect(shownChecks(await openSpreadsheet(file)).map(({ id }) => id)).toEqual(broken);
  });
});
