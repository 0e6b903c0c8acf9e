import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type PdfOptions,
  readPdf,
  renderPdf,
  renderTypst,
  type TypstCompiler,
} from '../src/formats/pdf/index.ts';
import {
  type AnyDraft,
  cells,
  checkReport,
  type Draft,
  figureAt,
  figuresOf,
  form2021,
  type Reading,
  type Report,
  tablesFrom,
} from '../src/index.ts';
import { arbitraryDraft, arbitraryReport, printedOnce } from './arbitrary-report.ts';
import { pdfFonts } from './pdf-fonts.ts';
import { cases, isThorough } from './random-inputs.ts';
import { sample, sampleWith } from './sample.ts';

const fonts = pdfFonts;
const render = (report: Draft, options: PdfOptions = {}) => renderPdf(report, { fonts, ...options });
const mistaken = sampleWith({
  'applications.newlyReceived.total': 3191,
  'disputes.directLitigation.total': 0,
});

async function textOf(file: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(file));
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages.join('\n');
}

/** A draft without the blanks in its texts: those at the end of a line, and wide gaps, cannot be told apart. */
function closedUp(draft: AnyDraft): unknown {
  const { sections, ...rest } = draft;
  return { ...rest, sections: JSON.parse(JSON.stringify(sections).replace(/\s+/gu, '')) };
}

/** What was read wrongly, which must be nothing: a figure is the right one, or left out and reported. */
function misread({ draft, problems }: Reading, report: Draft): string[] {
  return cells().flatMap(({ path }) => {
    const [read, printed] = [figureAt(draft, path), figureAt(report, path)];
    return read === printed || (read === null && problems.length > 0)
      ? []
      : [`${path}: ${printed} as ${read}`];
  });
}

describe('what is rendered reads back the same', () => {
  test('the sample, to the last blank', async () => {
    const reading = await readPdf(await render(sample(), { particulars: true }));
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(sample());
  });

  test('with headings in both languages', async () => {
    const reading = await readPdf(await render(sample(), { particulars: true, labels: 'bilingual' }));
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(sample());
  });

  test.each(['zh-CN', 'en'] as const)('marked, findings, corrections and all, in %s', async (locale) => {
    const check = checkReport(mistaken, { locale });
    const reading = await readPdf(await render(mistaken, { particulars: true, check, locale }));
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(mistaken);
  });

  test('any report', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        const reading = await readPdf(await render(report, { particulars: true }));
        expect(reading.draft.tables).toEqual(report.tables);
        expect(closedUp(reading.draft)).toEqual(closedUp(printedOnce(report)));
      }),
      { numRuns: cases(8) },
    );
  });

  test('any report of usual size that is marked and has its headings in both languages', async () => {
    const usual = (report: Report): Report => ({
      ...report,
      tables: tablesFrom(figuresOf(report).map((figure) => (figure ?? 0) % 100_000)) as Report['tables'],
    });
    await fc.assert(
      fc.asyncProperty(arbitraryReport.map(usual), fc.boolean(), async (report, marked) => {
        const options = marked ? { check: checkReport(report) } : {};
        const reading = await readPdf(
          await render(report, { particulars: true, ...options, labels: 'bilingual' }),
        );
        expect(reading.draft.tables).toEqual(report.tables);
        expect(closedUp(reading.draft)).toEqual(closedUp(printedOnce(report)));
      }),
      { numRuns: cases(6) },
    );
  });

  test('a draft, blank cells staying blank', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDraft, async (draft) => {
        expect(misread(await readPdf(await render(draft)), draft)).toEqual([]);
      }),
      { numRuns: cases(6) },
    );
  });
});

describe('the file', () => {
  const opened = async () => getDocumentProxy(new Uint8Array(await render(sample())));

  test('has title, author and language, and no date', async () => {
    const { info } = await (await opened()).getMetadata();
    expect(info).toMatchObject({
      Title: '淮安市人民政府2024年政府信息公开工作年度报告',
      Author: '淮安市人民政府',
      Language: 'zh-CN',
    });
    expect(info).not.toHaveProperty('CreationDate');
  });

  test('says that it keeps to PDF/UA-1', async () => {
    expect(new TextDecoder('latin1').decode(await render(sample()))).toMatch(/pdfuaid:part>1</);
  });

  test('has a bookmark for each section and each heading in it', async () => {
    const outline = await (await opened()).getOutline();
    expect(outline.map(({ title }) => title)).toEqual(form2021.sections.map(({ label }) => label));
    expect(outline[0]?.items.map(({ title }) => title)).toEqual([
      '（一）主动公开情况',
      '（二）依申请公开情况',
      '（三）监督保障情况',
    ]);
  });

  test('leaves out no level of bookmarks, though the report leaves out one of headings', async () => {
    const overview = [{ kind: 'heading' as const, level: 4 as const, text: '（1）深' }];
    const report = { ...sample(), sections: { preamble: overview, overview } };
    const document = await getDocumentProxy(new Uint8Array(await render(report)));
    const outline = await document.getOutline();
    expect(outline.map(({ title }) => title).slice(0, 2)).toEqual(['（1）深', form2021.sections[0]?.label]);
    expect(outline[1]?.items.map(({ title }) => title)).toEqual(['（1）深']);
  });

  test('is tagged: headings, paragraphs, tables with rows, headings and cells', async () => {
    const document = await opened();
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const roles: string[] = [];
    const walk = (node: object) => {
      if ('role' in node && typeof node.role === 'string') roles.push(node.role);
      if ('children' in node && Array.isArray(node.children)) for (const child of node.children) walk(child);
    };
    for (let number = 1; number <= document.numPages; number += 1)
      walk((await (await document.getPage(number)).getStructTree()) ?? {});
    for (const role of ['H1', 'H2', 'P', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD'])
      expect(roles).toContain(role);
    expect(roles.filter((role) => role === 'Table').length).toBeGreaterThanOrEqual(3);
  });

  test('is A4, with text between the margins and a number on each page, outside', async () => {
    const document = await opened();
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842]);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      const mm = 72 / 25.4;
      for (const { transform, width } of pieces) {
        expect(transform[4]).toBeGreaterThan(28 * mm - 1);
        expect(transform[4] + width).toBeLessThan((210 - 26) * mm + 9);
        expect(transform[5]).toBeLessThan((297 - 37) * mm);
      }
      const foot = pieces.filter(({ transform }) => transform[5] < 35 * mm);
      expect(foot.map(({ str }) => str.trim()).join(' ')).toBe(`— ${number} —`);
      expect((foot[0]?.transform[4] ?? 0) > 300).toBe(number % 2 === 1);
    }
  });

  test('sets 28 characters a line and 22 lines a page', async () => {
    const text = '政'.repeat(28 * 60 - 2);
    const report = {
      ...sample(),
      title: '报告',
      sections: { preamble: [{ kind: 'paragraph' as const, text }] },
    };
    const page = await (await getDocumentProxy(new Uint8Array(await render(report)))).getPage(2);
    const { items } = await page.getTextContent();
    const lines = items.flatMap((item) => ('str' in item && item.str.includes('政') ? [item] : []));
    expect(lines).toHaveLength(22);
    expect(new Set(lines.map(({ str }) => str.length))).toEqual(new Set([28]));
    const [first, second] = lines;
    expect((first?.transform[5] ?? 0) - (second?.transform[5] ?? 0)).toBeCloseTo(28.95, 1);
  });

  test('embeds the fonts that were given, and no others', async () => {
    const names =
      new TextDecoder('latin1').decode(await render(sample())).match(/\/FontName ?\/[^\s/]+/gu) ?? [];
    const families = new Set(names.map((name) => name.replace(/.*\+/u, '').replace(/-.*/u, '')));
    expect([...families].sort()).toEqual(['NotoSansSC', 'NotoSerifSC']);
  });

  test('is the same byte for byte, whatever was rendered before', async () => {
    const first = await render(sample());
    await render(mistaken, { check: checkReport(mistaken), labels: 'bilingual' });
    expect(Buffer.compare(await render(sample()), first)).toBe(0);
  });

  test('keeps every table that fits on a page on one', async () => {
    const pages = (await textOf(await render(sample()))).split('\n');
    for (const words of ['申请人情况', '未经复议直接起诉'])
      expect(pages.filter((page) => page.includes(words))).toHaveLength(1);
    const page = pages.find((text) => text.includes('申请人情况')) ?? '';
    for (const { label } of form2021.tables.applications.columns) expect(page).toContain(label);
    expect(page).toContain('3119');
    expect(page).toContain('103');
  });

  test('keeps table three on a page, and breaks no number, with seven digits in every cell', async () => {
    const file = await render(sampleWith(Object.fromEntries(cells().map(({ path }) => [path, 1234567]))));
    const pdf = await getDocumentProxy(new Uint8Array(file));
    const numbers: string[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const texts = items.flatMap((item) => ('str' in item ? [item.str] : []));
      numbers.push(texts.filter((text) => /^\d+$/u.test(text)));
    }
    const inTable = (tableId: string) => cells().filter((cell) => cell.tableId === tableId).length;
    const whole = numbers.map((texts) => texts.filter((text) => text === '1234567').length);
    expect(whole).toContain(inTable('applications'));
    expect(whole.reduce((sum, count) => sum + count)).toBe(cells().length);
    expect(numbers.flat().filter((text) => text !== '1234567' && text.length > 1)).toEqual([]);
  });

  test('repeats the headings of a table that is longer than a page', async () => {
    const remark = '逐件说明情况'.repeat(60);
    const report = {
      ...sample(),
      remarks: { 'applications.newlyReceived.total': remark, 'applications.carriedForward.total': remark },
    };
    const pages = (await textOf(await render(report))).split('\n');
    expect(pages.filter((page) => page.includes('申请人情况')).length).toBeGreaterThan(1);
  });
});

describe('marks', () => {
  test('a wrong cell shows the figure as filed and what it should be; findings come first', async () => {
    const check = checkReport(mistaken);
    const text = await textOf(await render(mistaken, { check }));
    expect(text).toContain('3191※');
    expect(text).toContain('→3119');
    const [first = ''] = text.split('\n');
    for (const { rule } of check.findings) expect(first).toContain(rule);
    expect(first).toContain('核对发现的问题');
  });

  test('nothing found, nothing added', async () => {
    const check = checkReport(sample());
    expect(check.findings).toEqual([]);
    expect(await textOf(await render(sample(), { check }))).toBe(await textOf(await render(sample())));
  });

  test('a remark is kept', async () => {
    const report = { ...sample(), remarks: { 'documents.rules.issued': '其中修订16件' } } satisfies Report;
    expect(await textOf(await render(report))).toContain('1（其中修订16件）');
  });
});

describe('hostile text is text', () => {
  const evil =
    '#panic("x") #read("/etc/passwd") $x$ *b* _i_ ] [ ) " \\ \\u{41} `r` @l <l> // c /* = h\n- l\r\n+ #import "@preview/a:1.0.0" \u0000\u0007\u001B\u0085\u2028\u202E\uFEFF\uD800\uFFFF =cmd|';
  const hostile = (text: string): Draft => ({
    ...sample(),
    title: text,
    agency: { ...sample().agency, name: text },
    contact: { address: text },
    sections: {
      preamble: [{ kind: 'paragraph', text }],
      overview: [
        { kind: 'heading', level: 2, text },
        { kind: 'paragraph', text },
      ],
    },
    remarks: { 'documents.rules.issued': text },
  });

  test('it cannot run code, read files or end a string', async () => {
    const report = hostile(evil);
    const file = await render(report, { check: checkReport(report), labels: 'bilingual' });
    const text = (await textOf(file)).replace(/[\s\u200B\u2060-]+/gu, '');
    for (const words of [
      '#panic("x")',
      '#read("/etc/passwd")',
      '$x$*b*_i_][)"\\\\u{41}`r`@l<l>//c/*=h',
      '=cmd|',
    ])
      expect(text).toContain(words.replace(/[\s-]+/gu, ''));
    expect(text).not.toContain('root:');
  });

  test('any text, one after the other, in the same compiler', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const file = await render(hostile(text), { onMissing: () => undefined });
        expect(new TextDecoder('latin1').decode(file.slice(0, 8))).toBe('%PDF-1.7');
      }),
      { numRuns: cases(40) },
    );
  });

  test('a source in which a part of a character differs does not end the process', async () => {
    for (const text of ['字\u2028字', '字\t字', '字\u4E2D字', '字\u5B57字', '字\u{10FFFD}字', '字é字'])
      expect((await render(hostile(text), { onMissing: () => undefined })).length).toBeGreaterThan(1000);
  });

  test('no text is so long that it runs off the page', async () => {
    const report = hostile('a'.repeat(2000));
    const document = await getDocumentProxy(new Uint8Array(await render(report)));
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) {
        if ('str' in item && item.str !== '') expect(item.transform[4] + item.width).toBeLessThan(535);
      }
    }
  });

  test('a megabyte is rendered, too, or a tenth of it in a run that is not thorough', async () => {
    const pages = isThorough ? 500 : 50;
    const report = {
      ...sample(),
      sections: { overview: [{ kind: 'paragraph' as const, text: '政'.repeat(pages * 700) }] },
    };
    const document = await getDocumentProxy(new Uint8Array(await render(report)));
    expect(document.numPages).toBeGreaterThan(pages);
  });
});

describe('what is missing is reported', () => {
  afterEach(() => {
    vi.doUnmock('@myriaddreamin/typst-ts-node-compiler');
    vi.resetModules();
  });

  test('a character that no font has', async () => {
    const report = { ...sample(), agency: { ...sample().agency, name: '\u{10FFFD}局' } };
    await expect(render(report)).rejects.toThrow(/U\+10FFFD.*`fonts\.files`.*`onMissing`/u);
  });

  test('and printed by its number, if that is asked for', async () => {
    const reported: string[] = [];
    const report = sample();
    report.sections.overview = [{ kind: 'paragraph', text: '甲\u{10FFFD}乙\u{10FFFC}丙' }];
    const file = await render(report, { onMissing: (characters) => reported.push(...characters) });
    expect(reported.sort()).toEqual(['\u{10FFFC}', '\u{10FFFD}']);
    expect(await textOf(file)).toContain('甲[U+10FFFD]乙[U+10FFFC]丙');
  });

  test('all Chinese fonts', async () => {
    const typst = NodeCompiler.create({ workspace: '/nowhere' });
    const withoutChinese: TypstCompiler = {
      compile(source, standard) {
        const latin = `${source.replace(/font: [a-z.]+/gu, 'font: "Libertinus Serif", fallback: false')}`;
        const { result } = typst.compile({ mainFileContent: latin });
        if (!result) throw new Error('no document');
        return typst.pdf(result, { pdfStandard: standard });
      },
    };
    await expect(renderPdf(sample(), { compiler: withoutChinese })).rejects.toThrow(
      /No font with Chinese characters.*`fonts: \{ files.*apt-get install fonts-noto-cjk/su,
    );
  });

  test('a font file that is not there, or is none', async () => {
    await expect(render(sample(), { fonts: { files: ['/nowhere/song.ttf'] } })).rejects.toThrow(
      /\/nowhere\/song\.ttf cannot be read/u,
    );
    const noFont = new TextEncoder().encode('no font');
    await expect(render(sample(), { fonts: { files: [noFont] } })).rejects.toThrow(
      /no TrueType or OpenType font/u,
    );
  });

  test('the compiler', async () => {
    vi.resetModules();
    vi.doMock('@myriaddreamin/typst-ts-node-compiler', () => {
      throw new Error('Cannot find package');
    });
    const { renderPdf: renderWithout } = await import('../src/formats/pdf/index.ts');
    await expect(renderWithout(sample())).rejects.toThrow(
      /npm install @myriaddreamin\/typst-ts-node-compiler/u,
    );
  });
});

describe('fonts', () => {
  test('the families that are asked for come first, then those of the files, then those of the system', async () => {
    const source = renderTypst(sample(), { fonts: { body: '方正书宋', title: ['A', 'B"'] } });
    expect(source).toMatch(/body: \("方正书宋", "FangSong_GB2312"/u);
    expect(source).toMatch(/title: \("A", "B\\"", "FZXiaoBiaoSong-B05S"/u);
  });

  test('bytes do as well as paths', async () => {
    const { readFile } = await import('node:fs/promises');
    const bytes = await Promise.all(pdfFonts.files.map((path) => readFile(path)));
    expect(Buffer.compare(await render(sample(), { fonts: { files: bytes } }), await render(sample()))).toBe(
      0,
    );
  });

  test('those of the system are used where none is given', async () => {
    expect((await readPdf(await renderPdf(sample()))).draft.tables).toEqual(sample().tables);
  });
});

test('a compiler of one’s own gets a source in ASCII and its families from the fonts given', async () => {
  const sources: string[] = [];
  const compiler: TypstCompiler = {
    compile(source) {
      sources.push(source);
      return new Uint8Array([1]);
    },
  };
  expect(await renderPdf(sample(), { compiler })).toEqual(new Uint8Array([1]));
  expect(sources.join('')).toMatch(/^[\0-\x7F]+$/u);
  const failing: TypstCompiler = { compile: () => Promise.reject(new Error('out of paper')) };
  await expect(renderPdf(sample(), { compiler: failing })).rejects.toThrow('out of paper');
});

test('leaves the report as it is', async () => {
  const report = sample();
  await render(report, { check: checkReport(report) });
  expect(report).toEqual(sample());
});

test('the source in Typst is as an editor would write it', async () => {
  await expect(renderTypst(sample())).toMatchFileSnapshot('snapshots/huaian-shi-2024.typ');
});
