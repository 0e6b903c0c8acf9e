import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../src/html.ts';
import { cells, checkReport, type Draft, figureAt, form2021, toFigures } from '../src/index.ts';
import { renderMarkdown } from '../src/markdown.ts';
import { builtInRenderers, type Renderer, type Renderers } from '../src/renderers.ts';
import { readText, renderText } from '../src/text.ts';
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
      mediaType: expect.stringMatching(/^[a-z]+\/[a-z]+$/),
      extension: expect.stringMatching(/^[a-z]+$/),
      render: expect.any(Function),
    });
  });

  test('prints every figure and every heading', () => {
    const output = renderer.render(sample());
    for (const figure of toFigures(sample())) expect(output).toContain(String(figure));
    const headings = form2021.sections.map(({ label }) => label);
    if (id !== 'json') for (const heading of headings) expect(output).toContain(heading);
  });

  test('does not change the report', () => {
    const report = sample();
    renderer.render(report, { check: checkReport(report) });
    expect(report).toEqual(sample());
  });

  test('renders hostile text as text', () => {
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
    const output = String(renderer.render(report, { check: checkReport(report) }));
    if (id === 'html' || id === 'markdown') expect(output).not.toMatch(/(?<!\\)<script/);
    if (id === 'html') expect(output).not.toMatch(/\0|[\uD800-\uDFFF]/u);
    if (id === 'markdown') expect(output).not.toMatch(/^# h|(?<!\\)\]\(javascript/m);
    if (id === 'text') {
      const reading = readText(output, { maxCharacters: 2_000_000 });
      for (const { path } of cells())
        expect([null, figureAt(report, path)]).toContain(figureAt(reading.draft, path));
      expect(Object.values(reading.cells).filter(({ state }) => state === 'number')).toHaveLength(197);
    }
    if (id === 'json') expect(JSON.parse(output)).toEqual(report);
  });
});

describe('HTML', () => {
  test('is a page whose tables have the spans and scopes of the form', async () => {
    const html = renderHtml(sample());
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(html).toContain('<title>淮安市人民政府2024年政府信息公开工作年度报告</title>');
    expect(html).toContain('<th scope="rowgroup" rowspan="22">三、本年度办理结果</th>');
    expect(html).toContain('<th scope="colgroup" colspan="5">法人或其他组织</th>');
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html.match(/<td(?: class="note")?[ >]/g)).toHaveLength(201);
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
    const html = renderHtml(mistaken, { check: checkReport(mistaken) });
    const { findings, diagnoses } = checkReport(mistaken);
    expect(html.match(/<td class="(?:wrong|concerned)"/g)).toHaveLength(
      new Set(findings.flatMap((finding) => finding.cells)).size,
    );
    expect(html.match(/<td class="wrong" data-to="\d+"/g)).toHaveLength(diagnoses.length);
    for (const [, ids = ''] of html.matchAll(/aria-describedby="([^"]+)"/g)) {
      for (const id of ids.split(' ')) expect(html).toContain(`id="${id}"`);
    }
    expect(html).toContain('<h2>核对发现的问题</h2>');
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
    expect(renderMarkdown(mistaken, { check: checkReport(mistaken) })).toContain('| **3191** ⚠ |');
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

test('particulars are printed in the language asked for', () => {
  expect(renderText(sample(), { locale: 'en' })).toContain('Level of government：Prefecture');
  expect(renderHtml(sample())).toContain('<dt>机关层级</dt><dd>市级</dd>');
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
