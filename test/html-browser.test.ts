import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../src/formats/html/index.ts';
import { cells, checkReport } from '../src/index.ts';
import { resultHtml } from '../src/results/index.ts';
import { accessibilityProblems, browser, DESK, looks, open, PHONE } from './browser.ts';
import { sample, sampleWith } from './sample.ts';

const mistaken = sampleWith({
  'applications.newlyReceived.total': 3191,
  'disputes.directLitigation.total': 0,
  'documents.rules.repealed': null,
});
const check = checkReport(mistaken);

/** A page around a fragment that a content-management system left without classes. */
const around = (fragment: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width"><title>年报</title></head><body><main>${fragment.replace(/ class="[^"]*"/g, '')}</main></body></html>`;

const pages: Readonly<Record<string, string>> = {
  'a page': renderHtml(sample()),
  'a page with marks': renderHtml(mistaken, { check }),
  'a page in both languages': renderHtml(sample(), { labels: 'bilingual' }),
  'a page with marks, in English': renderHtml(mistaken, {
    check: checkReport(mistaken, { locale: 'en' }),
    locale: 'en',
    labels: 'bilingual',
  }),
  'a fragment with inline styles and marks': around(
    renderHtml(mistaken, { fragment: true, styles: 'inline', check }),
  ),
  'a page with numbers of sixteen digits': renderHtml(
    sampleWith({
      'applications.granted.naturalPerson': Number.MAX_SAFE_INTEGER,
      'disputes.reconsideration.total': Number.MAX_SAFE_INTEGER,
    }),
  ),
  'a page of results': resultHtml([
    { name: 'a.json', report: mistaken, result: check },
    { name: 'b.json', report: sample(), result: checkReport(sample()) },
  ]),
};

beforeAll(async () => {
  await browser();
});

describe.each(Object.entries(pages))('%s', (_, html) => {
  test.each(looks)('has nothing that axe objects to, %s and %s', async (colorScheme, _width, viewport) => {
    const page = await open(html, { colorScheme, viewport });
    expect(await accessibilityProblems(page)).toEqual([]);
    const [width = 0, visible = 0]: number[] = await page.evaluate(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(width).toBeLessThanOrEqual(visible);
    await page.context().close();
  });
});

/** A font for pages whose layout is measured: a machine may have none with Chinese characters. */
async function chineseFont(): Promise<string> {
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  );
  const font = (await readFile(file)).toString('base64');
  return `@font-face { font-family: Chinese; src: url(data:font/ttf;base64,${font}); } :root { --ogi-font: Chinese; --ogi-heading-font: Chinese; }`;
}

test('on a phone the tables of a real report fit without scrolling', async () => {
  const page = await open(renderHtml(sample()), { viewport: PHONE });
  await page.addStyleTag({ content: await chineseFont() });
  await page.evaluate('document.fonts.ready');
  const widths = await page.$$eval('.ogi-table', (tables) =>
    tables.map((table) => table.scrollWidth - table.clientWidth),
  );
  expect(widths).toEqual([0, 0, 0]);
  await page.context().close();
});

test('a table that does not fit scrolls within its region by keyboard, its labels staying in sight', async () => {
  const page = await open(pages['a page with numbers of sixteen digits'] ?? '', { viewport: PHONE });
  const region = page.locator('.ogi-table').nth(1);
  await region.focus();
  expect(await page.evaluate('getComputedStyle(document.activeElement).outline')).toMatch(/solid 3px/);
  const label = page.locator('th', { hasText: '1.属于国家秘密' });
  const before = (await label.boundingBox())?.x;
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((table) => table.scrollLeft)).toBeGreaterThan(40);
  const after = (await label.boundingBox())?.x;
  expect(Math.abs((after ?? 0) - (before ?? 0))).toBeLessThanOrEqual(1);
  await page.context().close();
});

test('a mark leads to what is said about the cell', async () => {
  const page = await open(pages['a page with marks'] ?? '', { viewport: DESK });
  await page.getByText('※ → 3119').click();
  expect(await page.locator(':target').textContent()).toContain('“总计”列应为 3119，现为 3191');
  await page.context().close();
});

test('a site sets the colours by custom properties, in light and in dark', async () => {
  const html = renderHtml(sample()).replace(
    '</head>',
    '<style>:root { --ogi-heading: rgb(1, 2, 3); }</style></head>',
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open(html, { colorScheme });
    expect(await page.evaluate("getComputedStyle(document.querySelector('th')).backgroundColor")).toBe(
      'rgb(1, 2, 3)',
    );
    await page.context().close();
  }
});

test('on paper, A4, the head of a table that goes on is repeated', async () => {
  const page = await open(renderHtml(sample(), { labels: 'bilingual' }));
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  const { text } = await extractText(pdf, { mergePages: false });
  expect(text.filter((words) => /\bApplicants\b/.test(words)).length).toBeGreaterThan(1);
  await page.context().close();
});

test('on paper, A4, table three stands on a page and no number is cut, with seven digits in every cell', async () => {
  const figures = Object.fromEntries(cells().map(({ path }) => [path, 1234567]));
  const sizeOfTitle: number[] = [];
  for (const report of [sample(), sampleWith(figures)]) {
    const page = await open(renderHtml(report));
    await page.addStyleTag({ content: await chineseFont() });
    await page.evaluate('document.fonts.ready');
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    await page.context().close();
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const title = items.find((item) => 'str' in item && item.str.includes('淮安市'));
    sizeOfTitle.push(title && 'height' in title ? Math.round(title.height * 10) : 0);
    const { text } = await extractText(pdf, { mergePages: false });
    const [words = '', ...others] = text
      .map((pageText) => pageText.normalize('NFKC').replace(/\s+/gu, ''))
      .filter((pageText) => pageText.includes('申请人情况'));
    expect(others).toEqual([]);
    expect(words).toMatch(/本年新收.*结转下年度继续办理/u);
  }
  // what is too wide for a page makes Chromium print all of it smaller
  expect(sizeOfTitle[0]).toBeGreaterThan(0);
  expect(sizeOfTitle[1]).toBe(sizeOfTitle[0]);
});

test('on paper, A4, every number of seven digits stands on one line', async () => {
  const figures = Object.fromEntries(cells().map(({ path }) => [path, 1234567]));
  const widthOnPaper = Math.floor(((210 - 2 * 22) / 25.4) * 96);
  const page = await open(renderHtml(sampleWith(figures)), {
    viewport: { width: widthOnPaper, height: 900 },
  });
  await page.emulateMedia({ media: 'print' });
  await page.addStyleTag({ content: await chineseFont() });
  await page.evaluate('document.fonts.ready');
  const overflows = await page.$$eval('.ogi-table', (tables) =>
    tables.map((table) => Math.max(0, table.scrollWidth - table.clientWidth)),
  );
  expect(overflows).toEqual([0, 0, 0]);
  const lines: number[] = await page.evaluate(
    `[...document.querySelectorAll('td[headers]')].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    })`,
  );
  expect(lines).toEqual(cells().map(() => 1));
  await page.context().close();
});
