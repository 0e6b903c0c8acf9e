import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { lineLabel } from '../src/form/cells.ts';
import { readDocx, renderDocx, renderDocxTemplate } from '../src/formats/docx/index.ts';
import {
  type CheckResult,
  cells,
  checkReport,
  type Draft,
  figuresOf,
  form2021,
  layout,
  renderReport,
} from '../src/index.ts';
import { arbitraryDraft, arbitraryReport, printedOnce } from './arbitrary-report.ts';
import { cases } from './random-inputs.ts';
import { sample, sampleWith } from './sample.ts';
import { whyNoXml } from './well-formed.ts';

const mistaken = sampleWith({
  'applications.newlyReceived.total': 3191,
  'disputes.directLitigation.total': 0,
  'documents.rules.repealed': null,
});

/** The parts of a Word file that are XML, by name. */
function partsOf(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]));
}

const part = (file: Uint8Array, name: string) => partsOf(file)[name] ?? expect.fail(`there is no ${name}`);
const documentOf = (file: Uint8Array) => part(file, 'word/document.xml');

/** The words of a piece of a document, without markup. */
const wordsOf = (xml: string) =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&amp;/g, '&');

const all = (xml: string, pattern: RegExp) =>
  [...xml.matchAll(pattern)].map(([whole, group]) => group ?? whole);

interface WordCell {
  readonly text: string;
  readonly colSpan: number;
  readonly merge: string | undefined;
  readonly width: number;
}

/** The tables of a document, row by row, as Word has them. */
function tablesOf(
  document: string,
): { readonly grid: number[]; readonly rows: WordCell[][]; readonly xml: string }[] {
  return all(document, /<w:tbl>.*?<\/w:tbl>/gs).map((xml) => ({
    xml,
    grid: all(xml, /<w:gridCol w:w="(\d+)"\/>/g).map(Number),
    rows: all(xml, /<w:tr>.*?<\/w:tr>/gs).map((row) =>
      all(row, /<w:tc>.*?<\/w:tc>/gs).map((cell) => ({
        text: wordsOf(cell),
        colSpan: Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
        merge: /<w:vMerge w:val="(\w+)"/.exec(cell)?.[1],
        width: Number(/<w:tcW [^>]*w:w="(\d+)"/.exec(cell)?.[1]),
      })),
    ),
  }));
}

describe('a report as a Word file reads back the same', () => {
  const asked = { numRuns: cases(25) };

  test('with everything that a report can have', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        const reading = await readDocx(await renderDocx(report, { particulars: true }));
        expect(reading.draft).toEqual(printedOnce(report));
        expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
        expect(reading.status).toBe('complete');
      }),
      asked,
    );
  });

  test('a draft, blank cells staying blank', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDraft, async (draft) => {
        const reading = await readDocx(await renderDocx(draft, { particulars: true }));
        expect(reading.draft).toEqual(printedOnce(draft));
        expect(reading.ledger.unplaced).toEqual([]);
        const blank = figuresOf(draft).filter((figure) => figure === null).length;
        expect(Object.values(reading.cells).filter(({ state }) => state === 'blank')).toHaveLength(blank);
      }),
      asked,
    );
  });

  test('with headings in both languages, in English, and with marks and comments', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDraft, async (draft) => {
        const check = checkReport(draft);
        const file = await renderDocx(draft, { particulars: true, labels: 'bilingual', locale: 'en', check });
        expect((await readDocx(file)).draft).toEqual(printedOnce(draft));
      }),
      { numRuns: cases(15) },
    );
  });

  test('line breaks within a paragraph', async () => {
    const report: Draft = {
      ...sample(),
      sections: { overview: [{ kind: 'paragraph', text: '（一）第一行\n2.第二行\n第三行' }] },
    };
    const file = await renderDocx(report);
    expect(documentOf(file).match(/<w:br\/>/g)).toHaveLength(3);
    expect((await readDocx(file)).draft.sections).toEqual(report.sections);
  });

  test('a long title, broken after the agency, is one title', async () => {
    const title = '中卫市退役军人事务局2024年政府信息公开工作年度报告';
    const file = await renderDocx({ ...sample(), title });
    expect(documentOf(file)).toMatch(
      /中卫市退役军人事务局<\/w:t><\/w:r><w:r>.{0,60}<w:br\/><w:t[^>]*>2024年政府/,
    );
    expect((await readDocx(file)).draft.title).toBe(title);
  });
});

describe('the form', () => {
  const document = renderDocx(sample()).then(documentOf);

  test('has every heading and every figure, merged as on the form', async () => {
    const tables = tablesOf(await document);
    const grids = form2021.sections
      .map((section) => layout(section.id, '2021', ({ position }) => String(figuresOf(sample())[position])))
      .filter((grid) => grid.length > 0);
    expect(tables.map(({ rows }) => rows.length)).toEqual(grids.map((grid) => grid.length));
    for (const [at, grid] of grids.entries()) {
      const { rows = [], grid: columns = [] } = tables[at] ?? {};
      const begun = rows.map((row) => row.filter(({ merge }) => merge !== 'continue'));
      expect(begun.map((row) => row.map(({ text, colSpan }) => ({ text, colSpan })))).toEqual(
        grid.map((row) => row.flatMap((cell) => (cell ? [{ text: cell.text, colSpan: cell.colSpan }] : []))),
      );
      for (const row of rows) {
        expect(row.reduce((sum, { colSpan }) => sum + colSpan, 0)).toBe(columns.length);
        expect(row.reduce((sum, { width }) => sum + width, 0)).toBe(8844);
      }
      const merged = grid.flat().filter((cell) => cell && cell.rowSpan > 1);
      expect(rows.flat().filter(({ merge }) => merge === 'restart')).toHaveLength(merged.length);
      expect(rows.flat().filter(({ merge }) => merge === 'continue')).toHaveLength(
        merged.reduce((sum, cell) => sum + (cell?.rowSpan ?? 1) - 1, 0),
      );
    }
  });

  test('has tables of 4, 10 and 15 columns, 156 mm wide', async () => {
    const grids = tablesOf(await document).map(({ grid }) => grid);
    expect(grids.map((grid) => grid.length)).toEqual([4, 10, 15]);
    for (const grid of grids) expect(grid.reduce((sum, width) => sum + width, 0)).toBe(8844);
  });

  test('repeats the three rows of headings of tables three and four over pages, and cuts no row', async () => {
    const repeated = tablesOf(await document).map(({ xml }) =>
      all(xml, /<w:trPr>.*?<\/w:trPr>/gs).map((row) => row.includes('<w:tblHeader/>')),
    );
    expect(repeated.map((rows) => rows.indexOf(false))).toEqual([0, 3, 3]);
    expect(repeated.map((rows) => rows.filter(Boolean).length)).toEqual([0, 3, 3]);
    for (const { xml, rows } of tablesOf(await document))
      expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(rows.length);
  });

  test('keeps the heading of a section with its table, and begins a page with the table that fills one', async () => {
    const styles = part(await renderDocx(sample()), 'word/styles.xml');
    expect(/w:styleId="Heading1".*?<\/w:style>/s.exec(styles)?.[0]).toContain('<w:keepNext/>');
    const xml = await document;
    const headings = all(xml, /<w:p><w:pPr><w:pStyle w:val="Heading1"\/>.*?<\/w:p>/gs);
    expect(headings.map(wordsOf)).toEqual(form2021.sections.map(({ label }) => label));
    expect(headings.map((heading) => heading.includes('<w:pageBreakBefore/>'))).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  test('says in English beneath what a heading means, if asked', async () => {
    const text = wordsOf(documentOf(await renderDocx(sample(), { labels: 'bilingual' })));
    for (const { english } of form2021.sections) expect(text).toContain(english);
    for (const { row, column } of cells()) {
      expect(text).toContain(row.english);
      expect(text).toContain(column.english);
    }
    expect(wordsOf(await document)).not.toContain('Applicants');
  });

  test('gives 总计 in table three as much room as the columns before it, in the usual size', async () => {
    const [, applications] = tablesOf(await document);
    const [first = 0, ...others] = applications?.grid.slice(-7) ?? [];
    expect(Math.abs((others.at(-1) ?? 0) - first)).toBeLessThanOrEqual(50);
    expect(applications?.xml).not.toMatch(/<w:sz w:val="1\d"/);
  });

  test('makes figures that need more room smaller rather than breaking them', async () => {
    const long = sampleWith(
      Object.fromEntries(cells().map(({ path }) => [path, 9_876_543])) as Parameters<typeof sampleWith>[0],
    );
    const [, applications, disputes] = tablesOf(documentOf(await renderDocx(long)));
    const sizeOf = (xml = '') => Number(/<w:sz w:val="(\d+)"\/>/.exec(xml)?.[1]);
    expect(sizeOf(applications?.xml)).toBeLessThan(21);
    for (const { xml, grid } of [applications, disputes].filter((table) => table !== undefined)) {
      const room = Math.min(...grid.slice(-5)) - 90;
      expect(room).toBeGreaterThanOrEqual(7 * 0.64 * sizeOf(xml) * 10);
    }
  });

  test('breaks no figure over lines, and does so with headings', async () => {
    const cells = (await document).match(/<w:tc>.*?<\/w:tc>/gsu) ?? [];
    const unbroken = cells.filter((cell) => cell.includes('<w:noWrap/><w:vAlign w:val="center"/></w:tcPr>'));
    expect(unbroken.map((cell) => cell.replace(/<[^>]*>/gu, ''))).toHaveLength(200);
    for (const cell of unbroken) expect(cell.replace(/<[^>]*>/gu, '')).toMatch(/^[\d.]*$/u);
  });

  test('sets the names of rows at the left, and the headings of a band and of columns in the middle', async () => {
    const cells = (await document).match(/<w:tc>.*?<\/w:tc>/gsu) ?? [];
    const isLeft = (text: string) =>
      cells.find((cell) => cell.replace(/<[^>]*>/gu, '') === text)?.includes('<w:jc w:val="left"/>');
    expect(['规章', '行政许可', '行政事业性收费'].map(isLeft)).toEqual([true, true, true]);
    expect(['第二十条第（一）项', '信息内容', '现行有效件数'].map(isLeft)).toEqual([false, false, false]);
  });
});

describe('the page', () => {
  const file = renderDocx(sample());

  test('is that of official documents: paper, margins, lines, numbers on the outer side', async () => {
    const document = documentOf(await file);
    const millimetres = (name: string) =>
      (Number(new RegExp(`w:${name}="(\\d+)"`).exec(section)?.[1]) / 1440) * 25.4;
    const section = /<w:sectPr>.*<\/w:sectPr>/s.exec(document)?.[0] ?? '';
    const measures = { w: 210, h: 297, top: 37, left: 28, right: 26, bottom: 35 };
    for (const [name, length] of Object.entries(measures)) expect(millimetres(name)).toBeCloseTo(length, 1);
    const pitch = Number(/w:linePitch="(\d+)"/.exec(section)?.[1]);
    expect(Math.floor((((297 - 37 - 35) / 25.4) * 1440) / pitch)).toBe(22);
    expect(part(await file, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const relations = part(await file, 'word/_rels/document.xml.rels');
    const footer = async (type: string) => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(section)?.[1];
      const target = new RegExp(`<Relationship Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1];
      return part(await file, `word/${target}`);
    };
    for (const [type, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ] as const) {
      const xml = await footer(type);
      expect(xml).toContain(`<w:jc w:val="${side}"/>`);
      expect(xml).toContain(`<w:ind w:${side}="280"/>`);
      expect(xml).toMatch(/— <\/w:t>.*PAGE.*<w:t[^>]*> —/s);
      expect(xml).toContain('<w:sz w:val="28"/>');
      expect(xml).toContain('w:eastAsia="宋体"');
    }
  });

  test.each([
    ['Title', '方正小标宋简体', 44],
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
    ['Heading4', '仿宋_GB2312', 32],
    ['ReportCell', '宋体', 21],
  ])('has the style %s in %s, %d half points', async (id, font, size) => {
    const style = new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(
      part(await file, 'word/styles.xml'),
    )?.[0];
    expect(style).toContain(`w:eastAsia="${font}"`);
    expect(style).toContain('w:ascii="Times New Roman"');
    expect(style).toContain(`<w:sz w:val="${size}"/>`);
    const level = /Heading(\d)/.exec(id)?.[1];
    if (level) expect(style).toContain(`<w:outlineLvl w:val="${Number(level) - 1}"/>`);
  });

  test('sets text in 三号 仿宋, 28 characters a line, two characters in', async () => {
    const styles = part(await file, 'word/styles.xml');
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/s.exec(styles)?.[0] ?? '';
    expect(defaults).toContain('w:eastAsia="仿宋_GB2312"');
    expect(defaults).toContain('<w:sz w:val="32"/>');
    expect(defaults).toMatch(/<w:spacing [^>]*w:line="579" w:lineRule="exact"/);
    expect(defaults).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/);
    const paragraph = /w:styleId="ReportParagraph".*?<\/w:style>/s.exec(styles)?.[0] ?? '';
    const spacing = Number(/<w:rPr>.*<w:spacing w:val="(-?\d+)"/s.exec(paragraph)?.[1]);
    expect(Math.floor(8844 / (320 + spacing))).toBe(28);
    expect(paragraph).toContain('w:firstLineChars="200"');
  });

  test('names fonts to take where one is not installed, and takes other fonts', async () => {
    expect(part(await file, 'word/fontTable.xml')).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong"/>',
    );
    const other = partsOf(await renderDocx(sample(), { fonts: { body: '华文仿宋', latin: 'A "B" <C>' } }));
    expect(other['word/styles.xml']).toContain('w:eastAsia="华文仿宋"');
    expect(other['word/fontTable.xml']).toContain('w:name="华文仿宋"');
    expect(other['word/styles.xml']).not.toContain('仿宋_GB2312');
    for (const [name, xml] of Object.entries(other)) expect([name, whyNoXml(xml)]).toEqual([name, undefined]);
  });

  test('states title, subject, agency and language, and no day unless given', async () => {
    const core = part(await file, 'docProps/core.xml');
    expect(core).toContain('<dc:title>淮安市人民政府2024年政府信息公开工作年度报告</dc:title>');
    expect(core).toContain('<dc:subject>国办公开办函〔2021〕30号</dc:subject>');
    expect(core).toContain('<dc:creator>淮安市人民政府</dc:creator>');
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
    expect(core).not.toContain('dcterms:created>');
    const dated = await renderDocx(sample(), { createdOn: new Date(Date.UTC(2025, 0, 20)) });
    expect(part(dated, 'docProps/core.xml')).toContain('>2025-01-20T00:00:00.000Z</dcterms:created>');
  });
});

describe('the findings of a check', () => {
  const check = checkReport(mistaken);
  const marked = renderDocx(mistaken, { check });

  test('shade the cells, and say what a wrong figure should be', async () => {
    const rows = tablesOf(documentOf(await marked)).flatMap(({ rows }) => rows);
    const texts = rows.flat().map(({ text }) => text);
    expect(texts).toContain('3191→3119');
    expect(texts).toContain('0→26');
    const wrong = new Set(check.diagnoses.flatMap(({ changes }) => changes.map(({ cell }) => cell)));
    const concerned = new Set(check.findings.flatMap((finding) => finding.cells));
    const document = documentOf(await marked);
    expect(document.match(/w:fill="FDE2E2"/g)?.length).toBeGreaterThanOrEqual(wrong.size);
    expect(document.match(/w:fill="(?:FDE2E2|FFF7E0)"/g)).toHaveLength(concerned.size);
    expect(documentOf(await renderDocx(mistaken))).not.toMatch(/w:fill|→/);
  });

  test('are reported in comments of Word, each once, beside the cell to correct', async () => {
    const comments = all(part(await marked, 'word/comments.xml'), /<w:comment .*?<\/w:comment>/gs).map(
      wordsOf,
    );
    for (const { message } of [...check.findings, ...check.diagnoses]) {
      const telling = comments.filter((comment) =>
        comment.replace(/\s/g, '').includes(message.replace(/\s/g, '')),
      );
      expect(telling).toHaveLength(1);
    }
    const ids = all(documentOf(await marked), /<w:commentReference w:id="(\d+)"\/>/g);
    expect(ids.map(Number).sort()).toEqual(comments.map((_, id) => id));
    const cell = /3191.*?<w:commentReference w:id="(\d+)"\/>/s.exec(documentOf(await marked))?.[1];
    expect(comments[Number(cell)]).toContain('3119');
  });

  test('that are about no cell stand beside the title', async () => {
    const report = { ...sample(), sections: {} };
    const document = documentOf(await renderDocx(report, { check: checkReport(report) }));
    expect(/<w:p>.*?<\/w:p>/s.exec(document)?.[0]).toContain('<w:commentReference ');
  });

  test('have no day', async () => {
    expect(part(await marked, 'word/comments.xml')).not.toContain('w:date');
    const dated = await renderDocx(mistaken, { check, createdOn: new Date(Date.UTC(2025, 0, 20)) });
    expect(part(dated, 'word/comments.xml')).toContain('w:date="2025-01-20T00:00:00.000Z"');
  });

  test('leave a report without findings without comments', async () => {
    const nothing: CheckResult = { ...check, findings: [], diagnoses: [] };
    const parts = partsOf(await renderDocx(mistaken, { check: nothing }));
    expect(parts['word/comments.xml'] ?? '').not.toContain('<w:comment ');
    expect(parts['word/document.xml']).not.toContain('w:commentReference');
  });
});

describe('the file', () => {
  const evil =
    "<script>alert(1)</script>]]>\u0000\u0001\u202E=cmd|\" & 'x' \uD800\uFFFE\u0085\t&amp;<w:p>\r\n# h";
  // not the same again and again, which a reader would take for a zip bomb
  const long = Array.from({ length: 1_000_000 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((at * at) % 20_011)),
  ).join('');
  const hostile: Draft = {
    ...mistaken,
    title: evil,
    agency: { ...mistaken.agency, name: evil },
    contact: { address: evil },
    sections: {
      preamble: [{ kind: 'paragraph', text: evil }],
      overview: [
        { kind: 'heading', level: 2, text: evil },
        { kind: 'heading', level: 4, text: evil },
        { kind: 'paragraph', text: evil },
        { kind: 'paragraph', text: long },
      ],
    },
    remarks: { 'documents.rules.issued': evil },
  };

  test('is well-formed XML in every part, whatever stands in the report', async () => {
    for (const options of [{}, { labels: 'bilingual', check: checkReport(hostile) } as const]) {
      const parts = partsOf(await renderDocx(hostile, options));
      expect(Object.keys(parts)).toContain('[Content_Types].xml');
      for (const [name, xml] of Object.entries(parts))
        expect([name, whyNoXml(xml)]).toEqual([name, undefined]);
    }
  });

  test('holds hostile text as text, and reads back with every figure', async () => {
    const reading = await readDocx(await renderDocx(hostile, { check: checkReport(hostile) }));
    const { 'documents.rules.issued': _, ...others } = reading.cells;
    expect(Object.values(others).filter(({ state }) => state === 'number')).toHaveLength(198);
    const [first, second, third, last] = reading.draft.sections.overview ?? [];
    expect(first?.text).toContain('<script>alert(1)</script>]]>\uFFFD\uFFFD');
    expect([first?.kind, second, third?.text]).toEqual([
      'heading',
      { kind: 'heading', level: 4, text: first?.text },
      expect.stringContaining('&amp;<w:p>\n# h'),
    ]);
    expect(last?.text === long).toBe(true);
  });

  test('has whole numbers for measures, without which Word calls a file damaged', async () => {
    for (const xml of Object.values(
      partsOf(await renderDocx(mistaken, { labels: 'bilingual', check: checkReport(mistaken) })),
    ))
      expect(xml).not.toMatch(/ w:\w+="-?\d+\.\d+"/);
  });

  test('is the same bytes each time', async () => {
    const options = { labels: 'bilingual', check: checkReport(mistaken) } as const;
    expect(await renderDocx(mistaken, options)).toEqual(await renderDocx(structuredClone(mistaken), options));
    expect(await renderDocxTemplate()).toEqual(await renderDocxTemplate());
  });

  test('leaves the report as it is, and is made by the name of the format, too', async () => {
    const report = sample();
    expect(await renderReport(report, 'docx')).toEqual(await renderDocx(sample()));
    expect(report).toEqual(sample());
  });
});

describe('the template', () => {
  test.each([{}, { locale: 'en', labels: 'bilingual' }] as const)(
    'is an empty form that reads as one: %o',
    async (options) => {
      const file = await renderDocxTemplate(options);
      const { draft, status, ledger, cells: read } = await readDocx(file);
      expect(status).toBe('complete');
      expect(ledger.found).toBe(0);
      expect(Object.values(read).filter(({ state }) => state === 'blank')).toHaveLength(200);
      expect(draft.sections).toEqual({ overview: [], problemsAndImprovements: [], otherMatters: [] });
      expect(draft.agency).toEqual({ name: null, kind: null, level: null });
      expect([draft.year, draft.scope, draft.publishedOn]).toEqual([null, null, undefined]);
      for (const [name, xml] of Object.entries(partsOf(file)))
        expect([name, whyNoXml(xml)]).toEqual([name, undefined]);
      const text = wordsOf(documentOf(file));
      for (const { label } of form2021.sections) expect(text).toContain(label);
      for (const { row } of cells()) expect(text).toContain(lineLabel({ ...row, under: [] }));
    },
  );

  test('filled in and with its hints left in, reads as what was written', async () => {
    const { zipSync, strToU8 } = await import('fflate');
    const parts = unzipSync(await renderDocxTemplate());
    const blank = '<w:p><w:pPr><w:pStyle w:val="ReportParagraph"/></w:pPr></w:p>';
    const typed = (text: string) => blank.replace('</w:p>', `<w:r><w:t>${text}</w:t></w:r></w:p>`);
    const texts = ['依照条例编写。', '（一）主动公开', '主要问题：有。改进：改。', '没有。'];
    let document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
      .replace('〔机关名称〕', '沭阳县统计局')
      .replace('〔年份〕年', '2025年')
      .replace('〔请选择〕', '政府部门')
      .replace('〔年-月-日〕', '2026年1月20日');
    expect(document.split(blank)).toHaveLength(texts.length + 1);
    for (const text of texts) document = document.replace(blank, typed(text));
    const { draft } = await readDocx(zipSync({ ...parts, 'word/document.xml': strToU8(document) }));
    expect(draft).toMatchObject({
      title: '沭阳县统计局2025年政府信息公开工作年度报告',
      agency: { name: '沭阳县统计局', kind: 'department', level: 'county' },
      year: 2025,
      publishedOn: '2026-01-20',
    });
    expect(draft.sections).toEqual({
      preamble: [{ kind: 'paragraph', text: texts[0] }],
      overview: [{ kind: 'heading', level: 2, text: texts[1] }],
      problemsAndImprovements: [{ kind: 'paragraph', text: texts[2] }],
      otherMatters: [{ kind: 'paragraph', text: texts[3] }],
    });
  });

  test('loses nothing that was written into a hint', async () => {
    const { zipSync, strToU8 } = await import('fflate');
    const parts = unzipSync(await renderDocxTemplate());
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
      '〔此处先写',
      '加强培训。〔此处先写',
    );
    const { draft } = await readDocx(zipSync({ ...parts, 'word/document.xml': strToU8(document) }));
    expect(draft.sections.problemsAndImprovements).toEqual([{ kind: 'paragraph', text: '加强培训。' }]);
  });
});
