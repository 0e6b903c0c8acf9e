import { describe, expect, test } from 'vitest';
import { readCsv } from '../src/formats/csv/index.ts';
import { readDocx } from '../src/formats/docx/index.ts';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { readXlsx } from '../src/formats/xlsx/index.ts';
import {
  builtInRenderers,
  type CellPath,
  type Draft,
  documentOf,
  escapeHtml,
  type Output,
  parseDraft,
  type Renderer,
} from '../src/index.ts';
import { type TestRendererOptions, testRenderer } from '../src/testing/index.ts';
import { pdfFonts } from './pdf-fonts.ts';
import { isThorough } from './random-inputs.ts';
import { put, sample } from './sample.ts';
import { textOfExcel, textOfPdf, textOfWord } from './text-of-file.ts';

function draftOf(output: Output): Draft {
  const parsed = parseDraft(JSON.parse(String(output)));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  return parsed.value;
}

/** How each built-in renderer is looked into; one that is not here is tried as it is. */
const expectations: Readonly<Record<string, TestRendererOptions>> = {
  html: { read: (output) => readHtml(String(output)) },
  text: { read: (output) => readText(String(output)) },
  csv: { read: (output) => readCsv(output), leavesOut: ['headings'] },
  json: { read: draftOf, leavesOut: ['headings'] },
  docx: { read: (output) => readDocx(Buffer.from(output)), textOf: textOfWord },
  xlsx: { read: (output) => readXlsx(Buffer.from(output)), textOf: textOfExcel, leavesOut: ['remarks'] },
  // the text of a PDF file breaks headings where narrow cells do; test/render-pdf.test.ts reads them back
  pdf: { options: { fonts: pdfFonts } as object, textOf: textOfPdf, leavesOut: ['headings', 'remarks'] },
  summary: { leavesOut: ['figures', 'headings', 'narrative', 'remarks'] },
  svg: { leavesOut: ['figures', 'headings', 'narrative', 'remarks'] },
};

describe.each(Object.entries<Renderer>(builtInRenderers))('the built-in renderer %s', (id, renderer) => {
  // the kit renders some dozens of reports, which takes a minute of PDF files; test/render-pdf.test.ts looks into a few always
  test.skipIf(id === 'pdf' && !isThorough)('has no fault', async () => {
    expect(await testRenderer(renderer, expectations[id])).toEqual([]);
  });
});

test.each<[string, object]>([
  ['in both languages', { labels: 'bilingual' }],
  ['in English', { locale: 'en' }],
  ['as a fragment with inline styles', { fragment: true, styles: 'inline' }],
])('HTML %s has no fault', async (_, options) => {
  expect(await testRenderer(builtInRenderers.html, { options, ...expectations['html'] })).toEqual([]);
});

describe('the examples', () => {
  /** Loads an example: plain JavaScript that imports the built package, as a user's does. */
  const example = (name: string) => import(new URL(`../examples/${name}`, import.meta.url).href);

  test('of a letterhead has no fault, and reads back', async () => {
    const { default: renderer, letterhead } = await example('letterhead.js');
    expect(await testRenderer(renderer, expectations['html'])).toEqual([]);
    const numbered: Renderer = letterhead({ number: ({ year }: Draft) => `淮政公开〔${year}〕1号` });
    expect(await numbered.render(sample())).toContain('淮政公开〔2024〕1号');
    expect(await numbered.render(sample())).not.toContain('<style');
  });

  test('of a WeChat article has no fault, whole or in part', async () => {
    const { default: renderer, wechatArticle } = await example('wechat-article.js');
    expect(await testRenderer(renderer)).toEqual([]);
    const sections = ['overview', 'disputes'];
    expect(await testRenderer(wechatArticle({ sections }), { sections })).toEqual([]);
    expect(await testRenderer(wechatArticle({ sections: ['overview'] }), { sections: ['overview'] })).toEqual(
      [],
    );
    const article = await wechatArticle({ sections }).render(sample());
    expect(article).not.toMatch(/<table|<style|class=|id=/);
    expect(article).toContain('>行政复议：结果维持 72，结果纠正 64，其他结果 178，尚未审结 37，总计 351<br>');
    expect(article).not.toContain('三、');
  });
});

const html: Renderer = {
  id: 'mine',
  mediaType: 'text/html',
  extension: 'html',
  render: (report) => renderHtml(report),
};
const checksOf = async (renderer: Renderer, options?: TestRendererOptions) => [
  ...new Set((await testRenderer(renderer, options)).map(({ check }) => check)),
];

describe('the kit catches a renderer that', () => {
  test('drops a cell, and names it', async () => {
    const render = (report: Draft) =>
      renderHtml(report).replace(
        /(<td headers="[^"]*">)[^<]+(<\/td><\/tr>\n<\/tbody>\n<\/table>\n<\/div>\n<\/section>\n<section>\n<h2>五)/,
        '$1$2',
      );
    const faults = await testRenderer({ ...html, render });
    expect(faults).toEqual([
      {
        check: 'figures',
        message:
          'the figure of disputes.litigationAfterReconsideration.total (表四“行政诉讼 复议后起诉”部分“总计”列) is not printed',
      },
    ]);
  });

  test('does not escape', async () => {
    const render = (report: Draft) =>
      renderHtml(report).replace(/<h1>.*?<\/h1>/s, `<h1>${report.title}</h1>`);
    const faults = await testRenderer({ ...html, render });
    expect(faults.map(({ check }) => check)).toContain('escaping');
    expect(faults.map(({ message }) => message).join()).toContain('<script>; escape it');
  });

  test('does not escape in an attribute, or puts text where a link goes', async () => {
    const attribute = (report: Draft) => renderHtml(report).replace('<h1>', `<h1 title="${report.title}">`);
    expect(await checksOf({ ...html, render: attribute })).toContain('escaping');
    const link = (report: Draft) =>
      `${renderHtml(report)}<a href="javascript:${report.year}">${report.contact?.website}</a>`;
    expect(await checksOf({ ...html, render: link })).toContain('escaping');
  });

  test('changes the report', async () => {
    const render = (report: Draft) => {
      put(report, 'documents.rules.issued', 1);
      report.title = 'x';
      return renderHtml(report);
    };
    expect(await checksOf({ ...html, render })).toContain('changes-report');
  });

  test('loses a blank on the way there and back, or prints it as 0', async () => {
    const lost: TestRendererOptions = {
      read: (output) => {
        const draft = draftOf(output);
        for (const path of ['documents.rules.issued', 'fees.administrativeFees.amountWan'] as CellPath[])
          if (draft.tables.documents.rules.issued === null) put(draft, path, 0);
        return draft;
      },
      leavesOut: ['headings'],
    };
    const faults = await testRenderer(builtInRenderers.json, lost);
    expect(faults[0]).toEqual({
      check: 'round-trip',
      message: 'a draft with blanks: documents.rules.issued was null and reads back as 0',
    });
    const zeros = (report: Draft) => renderText(JSON.parse(JSON.stringify(report, (_, value) => value ?? 0)));
    expect(await checksOf({ ...builtInRenderers.text, render: zeros })).toContain('blanks');
    const words = (report: Draft) => `${renderText(report)}${report.tables.documents.rules.issued}`;
    expect(await checksOf({ ...builtInRenderers.text, render: words })).toContain('blanks');
  });

  test('drops a heading, a remark or a text', async () => {
    const without = (gone: RegExp) => ({
      ...html,
      render: (report: Draft) => renderHtml(report).replaceAll(gone, ''),
    });
    expect(await checksOf(without(/2\.重复申请/g))).toEqual(['headings']);
    expect(await checksOf(without(/（核对用的备注）/g))).toEqual(['remarks']);
    expect(await checksOf(without(/<p>.*?<\/p>/gs))).toEqual(['narrative']);
  });

  test('prints no tables, and says so once', async () => {
    const faults = await testRenderer({
      ...html,
      render: ({ title }) => `<h1>${escapeHtml(`${title}`)}</h1>`,
    });
    const sorts = faults.map(({ check, message }) => `${check}: ${message}`);
    expect(sorts.slice(0, 2)).toEqual([
      "figures: none of the 200 figures is printed; if that is on purpose, say so: leavesOut: ['figures']",
      expect.stringMatching(/^headings: none of the \d+ headings is printed; /),
    ]);
    expect(faults.length).toBeLessThan(20);
  });

  test('loses much, and names the first of it', async () => {
    const render = (report: Draft) => renderHtml(report).replace(/<h2>二、.*<h2>四、/s, '<h2>四、');
    const faults = await testRenderer({ ...html, render });
    for (const sort of ['figures', 'headings']) {
      const reported = faults.filter(({ check }) => check === sort).map(({ message }) => message);
      expect(reported).toHaveLength(6);
      expect(reported[5]).toMatch(/^… and \d+ more are not printed$/);
    }
    const read = (output: Output) => readHtml(String(output).replace(/<h2>二、.*<h2>四、/s, '<h2>四、'));
    const back = await testRenderer(html, { read });
    expect(back.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^a real report: … and \d+ more read back as others$/),
    );
  });

  test('gives other than it declares', async () => {
    expect(await checksOf({ ...html, mediaType: 'HTML', extension: '.html' })).toEqual(['declaration']);
    expect(await checksOf({ ...html, mediaType: 'application/pdf' })).toContain('output');
    expect(await checksOf({ ...html, mediaType: 'application/json' })).toContain('output');
    expect(await checksOf({ ...html, mediaType: 'image/svg+xml' })).toContain('well-formed');
    expect(await checksOf({ ...html, render: () => '' })).toContain('output');
    expect(await checksOf({ ...html, render: () => undefined as unknown as string })).toEqual(['output']);
    expect(await checksOf(undefined as unknown as Renderer)).toEqual(['declaration']);
  });

  test('throws', async () => {
    const render = () => {
      throw new Error('no template');
    };
    const faults = await testRenderer({ ...html, render });
    expect(faults[0]).toEqual({ check: 'throws', message: 'a real report: Error: no template' });
  });

  test('gives a file into which nobody can look, until it is said how', async () => {
    const render = (report: Draft) => new TextEncoder().encode(`PK${renderText(report)}`);
    const file: Renderer = { ...html, mediaType: 'application/zip', extension: 'zip', render };
    expect(await checksOf(file)).toEqual(['output']);
    const textOf = (output: Output) => new TextDecoder().decode(output as Uint8Array);
    expect(await checksOf(file, { textOf })).toEqual([]);
  });
});

test('a renderer is not held to texts of sections that it does not print', async () => {
  const only = (...ids: string[]): Renderer => ({
    ...html,
    render: (report) =>
      `<h1>${report.year}</h1>${documentOf(report)
        .sections.filter(({ section }) => ids.includes(section.id))
        .flatMap(({ section, blocks }) => [section.label, ...blocks.map(({ text }) => text)])
        .map((text) => `<p>${escapeHtml(text)}</p>`)
        .join('')}`,
  });
  for (const sections of [[], ['problemsAndImprovements'], ['overview', 'otherMatters']])
    expect(await testRenderer(only(...sections), { sections })).toEqual([]);
  expect((await testRenderer(only(), { sections: ['overview'] })).length).toBeGreaterThan(2);
});

test('XML is taken apart strictly, and a renderer of some sections is held to those', async () => {
  const escapeXml = (text: string) =>
    text
      .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
      .replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const xml: Renderer = {
    id: 'xml',
    mediaType: 'application/xml',
    extension: 'xml',
    render: (report) => `<report>${escapeXml(renderText(report))}</report>`,
  };
  expect(await testRenderer(xml)).toEqual([]);
  const part = {
    ...xml,
    render: (report: Draft) =>
      `<report>${escapeXml(renderText(report).replace(/二、主动.*四、/s, '四、'))}</report>`,
  };
  expect(await checksOf(part)).toEqual(['figures', 'headings', 'remarks']);
  expect(
    await checksOf(part, { sections: ['overview', 'disputes', 'problemsAndImprovements', 'otherMatters'] }),
  ).toEqual([]);
});
