import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { htmlStyleSheet, readHtml, renderHtml } from '../src/formats/html/index.ts';
import { renderMarkdown } from '../src/formats/markdown/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import {
  builtInRenderers,
  cells,
  checkReport,
  type Draft,
  escapeHtml,
  figureAt,
  figuresOf,
  form2021,
  type Renderer,
  type Renderers,
  renderReport,
} from '../src/index.ts';
import { sample, sampleWith } from './sample.ts';

const mistaken = sampleWith({
  'applications.newlyReceived.total': 3191,
  'disputes.directLitigation.total': 0,
  'documents.rules.repealed': null,
});

describe.each(Object.entries(builtInRenderers))('%s', (id, renderer) => {
  test('is an object literal that says what it gives', () => {
    expect(renderer).toEqual({
      id,
      mediaType: expect.stringMatching(/^[a-z]+\/[a-z+.-]+$/),
      extension: expect.stringMatching(/^[a-z]+$/),
      render: expect.any(Function),
    });
  });
});

const { html, markdown, text, csv, json } = builtInRenderers;

describe.each(Object.entries({ html, markdown, text, csv, json }))('%s', (id, renderer) => {
  test('prints every figure and every heading', async () => {
    const output = await renderer.render(sample());
    for (const figure of figuresOf(sample())) expect(output).toContain(String(figure));
    const headings = form2021.sections.map(({ label }) => label);
    if (id !== 'json' && id !== 'csv') for (const heading of headings) expect(output).toContain(heading);
  });

  test('does not change the report', async () => {
    const report = sample();
    await renderer.render(report, { check: checkReport(report) });
    expect(report).toEqual(sample());
  });

  test('renders hostile text as text', async () => {
    const evil =
      "<script>alert(1)</script>]]>\u0000\u202E=cmd|\" & 'x' | ` **b** [l](javascript:x) \uD800\n# h";
    const report: Draft = {
      ...sample(),
      title: evil,
      agency: { ...sample().agency, name: evil },
      contact: { address: evil },
      sections: {
        preamble: [{ kind: 'paragraph', text: evil }],
        overview: [
          { kind: 'heading', level: 2, text: evil },
          { kind: 'paragraph', text: evil.repeat(10_000) },
        ],
      },
      remarks: { 'documents.rules.issued': evil },
    };
    const output = String(await renderer.render(report, { check: checkReport(report) }));
    if (id === 'html' || id === 'markdown') expect(output).not.toMatch(/(?<!\\)<script/);
    if (id === 'html') expect(output).not.toMatch(/\0|[\uD800-\uDFFF]/u);
    if (id === 'markdown') expect(output).not.toMatch(/^# h|(?<!\\)\]\(javascript/m);
    if (id === 'text') {
      const reading = readText(output, { maxCharacters: 2_000_000 });
      for (const { path } of cells())
        expect([null, figureAt(report, path)]).toContain(figureAt(reading.draft, path));
      expect(Object.values(reading.cells).filter(({ state }) => state === 'number')).toHaveLength(200);
    }
    if (id === 'json') expect(JSON.parse(output)).toEqual(report);
  });
});

describe('HTML', () => {
  test('is a page whose tables have the spans and scopes of the form', async () => {
    const html = renderHtml(sample());
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(html).toContain('<title>淮安市人民政府2024年政府信息公开工作年度报告</title>');
    expect(html).toMatch(/<th id="[^"]+" scope="rowgroup"[^>]* rowspan="22">三、本年度办理结果</);
    expect(html).toMatch(/<th id="[^"]+" scope="colgroup" colspan="5">法人或其他组织</);
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html.match(/<td headers="/g)).toHaveLength(200);
    await expect(html).toMatchFileSnapshot('snapshots/huaian-shi-2024.html');
  });

  test('is well nested: every element that is opened is closed', () => {
    const open: string[] = [];
    for (const [, slash, tag = ''] of renderHtml(mistaken, { check: checkReport(mistaken) }).matchAll(
      /<(\/?)([a-z][a-z0-9]*)[^>]*>/g,
    )) {
      if (['meta', 'br'].includes(tag)) continue;
      if (slash) expect(open.pop()).toBe(tag);
      else open.push(tag);
    }
    expect(open).toEqual([]);
  });

  test('as a fragment is one article without style', () => {
    const html = renderHtml(sample(), { fragment: true });
    expect(html).toMatch(/^<article class="ogi-annual-report" lang="zh-CN">\n/);
    expect(html).toMatch(/<\/article>\n$/);
    expect(html).not.toMatch(/<style|<body|style=/);
  });

  test('marks the cells with findings and points to the finding', async () => {
    const check = checkReport(mistaken);
    const html = renderHtml(mistaken, { check });
    expect(html.match(/ class="ogi-(?:wrong|concerned)"/g)).toHaveLength(
      new Set(check.findings.flatMap((finding) => finding.cells)).size,
    );
    expect(html).toMatch(/class="ogi-wrong"[^>]*>3191 <a [^>]*>※ → 3119<\/a>/);
    expect(html.match(/※ → \d+<\/a>/g)).toHaveLength(check.diagnoses.length);
    for (const { message } of [...check.findings, ...check.diagnoses])
      expect(html).toContain(`${escapeHtml(message)}</li>`);
    expect(html).toContain('<h2>核对发现的问题</h2>');
    expect(renderHtml(mistaken, { check, locale: 'en' })).toContain('<aside class="ogi-findings" lang="en">');
  });

  test.each([
    ['a page', renderHtml(mistaken, { check: checkReport(mistaken) })],
    [
      'two fragments of different reports on one page',
      renderHtml(mistaken, { fragment: true, check: checkReport(mistaken) }) +
        renderHtml({ ...sample(), year: 2023 }, { fragment: true }),
    ],
    [
      'two fragments of one report, told apart by `id`',
      renderHtml(sample(), { fragment: true, id: 'before' }) +
        renderHtml(sample(), { fragment: true, id: 'after' }),
    ],
  ])('has ids that are there once, and nothing that points to none: %s', (_, html) => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, names = ''] of html.matchAll(/ (?:headers|aria-\w+by|href)="#?([^"]+)"/g))
      for (const name of names.split(' ')) expect(ids).toContain(name);
  });

  test('has the same ids in every run, and refuses an `id` that is none', () => {
    expect(renderHtml(sample(), { fragment: true })).toContain('id="ogi-5e3cc98f-2-15"');
    expect(() => renderHtml(sample(), { id: '"><script>' })).toThrow(/`id` is .* letters, digits, - and _/);
  });

  test('ties every figure to the headings over it and beside it, and to no others', () => {
    const html = renderHtml(sampleWith({ 'applications.stateSecret.otherOrganization': 987_654 }));
    const headings = (figure: string) => {
      const ids = new RegExp(`<td headers="([^"]+)"[^>]*>${figure}<`).exec(html)?.[1]?.split(' ') ?? [];
      return ids.map((id) => new RegExp(`<th id="${id}"[^>]*>([^<]+)<`).exec(html)?.[1]);
    };
    expect(headings('987654')).toEqual([
      '申请人情况',
      '法人或其他组织',
      '其他',
      '三、本年度办理结果',
      '（三）不予公开',
      '1.属于国家秘密',
    ]);
    expect(headings('447228')).toEqual(['第二十条第（五）项', '本年处理决定数量', '行政许可']);
    expect(headings('178')).toEqual(['行政复议', '其他结果']);
  });

  test('prints the English beneath the headings where both languages are asked for, marked as English', () => {
    const html = renderHtml(sample(), { fragment: true, labels: 'bilingual' });
    expect(html).toContain('>1.属于国家秘密<br><span lang="en">1. State secret</span></th>');
    expect(html).toContain('<h2>一、总体情况<br><span lang="en">I. Overview</span></h2>');
    expect(html.match(/<span lang="en">/g)?.length).toBe(
      renderHtml(sample(), { fragment: true }).match(/<th |ogi-note|<h2>|<caption/g)?.length ?? 0,
    );
  });

  test('with inline styles needs no style sheet and no class', () => {
    const html = renderHtml(mistaken, { fragment: true, styles: 'inline', check: checkReport(mistaken) });
    expect(html).not.toMatch(/<style|var\(/);
    for (const [tag] of html.matchAll(/<(?:h\d|p|table|th|td|caption|dl|dt|dd|a|li)\b[^>]*>/g))
      expect(tag).toContain(' style="');
  });

  test('brings the style sheet with a fragment where that is asked for, and leaves it out of a page', () => {
    expect(renderHtml(sample(), { fragment: true, styles: 'sheet' })).toContain(
      `<style>\n${htmlStyleSheet}</style>\n<article`,
    );
    expect(renderHtml(sample(), { styles: 'none' })).not.toContain('<style');
  });

  test('documents every custom property, and uses none that is not declared', () => {
    const declared = new Set(htmlStyleSheet.match(/--ogi-[\w-]+(?=:)/g));
    const used = new Set([...htmlStyleSheet.matchAll(/var\((--ogi-[\w-]+)\)/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual([...declared].sort());
    const source = readFileSync(new URL('../src/formats/html/look.ts', import.meta.url), 'utf8');
    for (const name of declared) expect(source).toContain(`\`${name}\``);
    expect(htmlStyleSheet.replace(/--ogi-[\w-]+: [^;]+;/g, '')).not.toMatch(/#[0-9a-f]{3}/);
  });

  test('keeps line breaks of a paragraph', () => {
    const report = { ...sample(), sections: { overview: [{ kind: 'paragraph' as const, text: '一\n二' }] } };
    expect(renderHtml(report)).toContain('<p>一<br>二</p>');
  });
});

describe('Markdown', () => {
  test('has a table of equal rows for each table of the form', async () => {
    const markdown = renderMarkdown(sample());
    const widths = markdown
      .split('\n\n')
      .filter((part) => part.startsWith('|'))
      .map((table) => [
        ...new Set(table.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length - 2)),
      ]);
    expect(widths).toEqual([[4], [10], [15]]);
    await expect(markdown).toMatchFileSnapshot('snapshots/huaian-shi-2024.md');
  });

  test('marks the cells with findings', () => {
    expect(renderMarkdown(mistaken, { check: checkReport(mistaken) })).toContain(
      '| *3001* △ | *53* △ | *0* △ | *0* △ | *61* △ | *4* △ | **3191** ⚠ → 3119 |',
    );
  });

  test('has English beneath the headings where both languages are asked for', () => {
    const markdown = renderMarkdown(sample(), { labels: 'bilingual' });
    expect(markdown).toContain('## 一、总体情况 / I. Overview');
    expect(markdown).toContain('| 总计<br>Total |');
  });
});

describe('text', () => {
  test('is what an editor would type', async () => {
    await expect(renderText(sample())).toMatchFileSnapshot('snapshots/huaian-shi-2024.txt');
  });

  test('marks the cells with findings, and still reads back', () => {
    const text = renderText(mistaken, { check: checkReport(mistaken) });
    expect(text).toContain('| 3191 ※ |');
    expect(text).toContain('核对发现的问题：\n※ T3-01 表三');
    expect(readText(text).draft.tables).toEqual(mistaken.tables);
  });
});

test('text has English behind the headings where both languages are asked for', () => {
  const text = renderText(sample(), { labels: 'bilingual' });
  expect(text).toContain('一、总体情况［I. Overview］');
  expect(text).toContain('| 总计［Total］ |');
});

describe('renderReport renders into any format by its name', () => {
  test('as the function of the format does', async () => {
    const options = { locale: 'en', labels: 'bilingual' } as const;
    expect(await renderReport(sample(), 'text', options)).toBe(renderText(sample(), options));
    expect(await renderReport(sample(), 'html', { fragment: true })).toBe(
      renderHtml(sample(), { fragment: true }),
    );
    expect(await renderReport(sample(), 'docx')).toBeInstanceOf(Uint8Array);
  });

  test('or with a renderer of your own', async () => {
    const year: Renderer = {
      id: 'year',
      mediaType: 'text/plain',
      extension: 'txt',
      render: (report) => `${report.year}`,
    };
    expect(await renderReport(sample(), year)).toBe('2024');
  });

  test('and names the formats if there is no such one', async () => {
    for (const format of ['doc', 'toString'])
      await expect(renderReport(sample(), format as 'docx')).rejects.toThrow(
        /no format “\w+”.*html, markdown, text, csv, json, docx, xlsx, pdf, summary, svg/u,
      );
  });

  test.each(Object.entries<Renderer>(builtInRenderers))(
    'the record says what %s is before its renderer is loaded',
    (format, { id, mediaType, extension }) => {
      expect(id).toBe(format);
      expect(mediaType).toMatch(/^[a-z]+\/[\w.+-]+$/);
      expect(extension).toMatch(/^[a-z]+$/);
    },
  );
});

test('a report opens as annual reports do: title, then text; what it states of itself is printed only where asked for', async () => {
  for (const format of ['html', 'markdown', 'text'] as const) {
    const output = await renderReport(sample(), format);
    expect(output).not.toContain('机关层级');
    expect(await renderReport(sample(), format, { particulars: true })).toContain('机关层级');
  }
});

describe('agency and date at the end', () => {
  test('stand below the last section, as far as they are known, and are left out where asked for', () => {
    const lines = (options = {}, report: Draft = sample()) =>
      renderText(report, options)
        .trimEnd()
        .split('\n')
        .slice(-2)
        .map((line) => line.trim());
    expect(lines()).toEqual(['淮安市人民政府', '2025年3月20日']);
    expect(lines({ signature: false })).not.toContain('2025年3月20日');
    const { publishedOn: _, ...undated } = sample();
    expect(lines({}, undated).at(-1)).toBe('淮安市人民政府');
  });

  test('are not printed again below a text that ends in them', () => {
    const signed: Draft = {
      ...sample(),
      sections: {
        ...sample().sections,
        otherMatters: ['无。', '淮安市人民政府', '二〇二五年三月二十日'].map((text) => ({
          kind: 'paragraph',
          text,
        })),
      },
    };
    expect(renderText(signed)).not.toContain('2025年3月20日');
  });

  test.each([
    ['below text', sample()],
    ['below a table', { ...sample(), sections: {} }],
  ])('read back as agency and day of publication, %s', (_, report) => {
    for (const reading of [readText(renderText(report)), readHtml(renderHtml(report))]) {
      expect(reading).toMatchObject({ status: 'complete', problems: [], ledger: { unplaced: [] } });
      expect(reading.draft.agency.name).toBe('淮安市人民政府');
      expect(reading.draft.publishedOn).toBe('2025-03-20');
      expect(reading.draft.sections).toEqual(report.sections);
    }
  });

  test('stay text where they name another body or another day than the report states', () => {
    const text = renderText(sample()).replace('　淮安市人民政府\n', '　淮安市数据局\n');
    const { draft } = readText(text);
    expect(draft.sections.otherMatters?.slice(-2).map(({ text }) => text)).toEqual([
      '淮安市数据局',
      '2025年3月20日',
    ]);
    expect(draft.publishedOn).toBeUndefined();
  });
});

test('a report without a preamble gets a standard one where asked for, in which period and contact are found', () => {
  const { preamble: _, ...sections } = sample().sections;
  const report: Draft = {
    ...sample(),
    sections,
    contact: { address: '淮安市翔宇南道1号', postalCode: '223001', phone: '0517-83605000' },
  };
  expect(renderText(report)).not.toContain('第五十条');
  const text = renderText(report, { standardPreamble: true });
  expect(text).toContain('国办公开办函〔2021〕30号');
  const { draft } = readText(text);
  expect([draft.period, draft.contact]).toEqual([report.period, report.contact]);
  expect(renderText(sample(), { standardPreamble: true })).toBe(renderText(sample()));
});

test('particulars are printed in the language asked for', () => {
  expect(renderText(sample(), { locale: 'en', particulars: true })).toContain(
    'Level of government：Prefecture',
  );
  expect(renderHtml(sample(), { particulars: true })).toContain('<dt>机关层级</dt><dd>市级</dd>');
});

test('a section that the report does not have is not printed, one without text is', () => {
  const report = { ...sample(), sections: { overview: [] } };
  expect(renderText(report)).toContain('一、总体情况');
  expect(renderText(report)).not.toContain('五、存在的主要问题');
});

test("a stranger's renderer is used like ours", async () => {
  const letterhead: Renderer = {
    id: 'letterhead',
    mediaType: 'text/plain',
    extension: 'txt',
    render: async ({ agency, year }) => `${agency.name}文件〔${year}〕`,
  };
  const renderers: Renderers = { ...builtInRenderers, letterhead };
  expect(await renderers['letterhead']?.render(sample())).toBe('淮安市人民政府文件〔2024〕');
});

test('the example with mistakes is the real report but for three figures', () => {
  const text = readFileSync(
    new URL('../examples/reports/huaian-shi-2024-with-mistakes.txt', import.meta.url),
    'utf8',
  );
  const { draft } = readText(text);
  const changed = cells().filter(({ path }) => figureAt(draft, path) !== figureAt(sample(), path));
  expect(changed.map(({ path }) => path)).toEqual([
    'applications.newlyReceived.total',
    'applications.petitionOrComplaint.commercialEnterprise',
    'disputes.directLitigation.total',
  ]);
});
