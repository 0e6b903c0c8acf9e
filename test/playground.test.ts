import { mkdtemp, open as openFile, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocx } from '../src/formats/docx/index.ts';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { renderJson } from '../src/formats/json/index.ts';
import { renderMarkdown } from '../src/formats/markdown/index.ts';
import { readPdf } from '../src/formats/pdf/index.ts';
import { renderText } from '../src/formats/text/index.ts';
import { readXlsx } from '../src/formats/xlsx/index.ts';
import {
  type AnyDraft,
  type CellPath,
  checkReport,
  emptyDraft,
  figuresOf,
  readReport,
} from '../src/index.ts';
import { renderSummaryHtml, renderSummarySvg } from '../src/summary/index.ts';
import { accessibilityProblems, browser, DESK, looks } from './browser.ts';
import {
  cell,
  drop,
  eventually,
  figuresOn,
  inPlayground,
  opened,
  type Served,
  servePlayground,
  sharedPlayground,
  verdict,
} from './playground.ts';
import { lastYear, sample, sampleWith } from './sample.ts';

const TOTAL = 'applications.newlyReceived.total' satisfies CellPath;
const file = (name: string) => new URL(`files/${name}`, import.meta.url).pathname;
const printed = (report: AnyDraft) => figuresOf(report).map((figure) => String(figure ?? ''));
const json = (report: AnyDraft, name = 'report.json') => ({ name, content: renderJson(report) });

let served: Served;
const folders: string[] = [];

beforeAll(async () => {
  [served] = await Promise.all([servePlayground(), browser()]);
});

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const notices = (page: Page) => page.locator('.notices');

/** What is made in the page itself, such as a download, begins with the same origin. */
function isOwn(address: string): boolean {
  return address.replace(/^blob:/, '').startsWith(new URL(served.address).origin);
}

test('loads less than 250 kB, compressed, before a file is dropped', async () => {
  await inPlayground(async ({ requests }) => {
    const sizes = await Promise.all(requests.map(async (url) => gzipSync(await served.fileAt(url)).length));
    expect(requests.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  });
});

describe('a real report, as a file of each kind, is read whole and right', () => {
  const shared = sharedPlayground();

  test.each([
    ['PDF', file('from-chromium.pdf'), '第 2 页'],
    ['Word', file('from-libreoffice.docx'), '第 2 张表第 6 行'],
    ['Excel', file('from-libreoffice.xlsx'), 'Y44'],
    ['a web page', new URL('snapshots/huaian-shi-2024.html', import.meta.url).pathname, '第 2 张表'],
    ['text', new URL('snapshots/huaian-shi-2024.txt', import.meta.url).pathname, '行'],
  ])('%s', async (_, path, place) => {
    const { page } = await shared();
    await page.setInputFiles('#choose-file', path);
    await eventually(() => page.title()).toContain(basename(path));
    expect(await verdict(page).textContent()).toBe('通过');
    expect(await figuresOn(page)).toEqual(printed(sample()));
    expect(await page.locator('.side').textContent()).toContain('各格均已找到');
    await cell(page, 'applications.granted.total').focus();
    expect(await page.locator('#cell-note').textContent()).toContain('原文为“1362”');
    expect(await page.locator('#cell-note').textContent()).toContain(place);
  });

  test('CSV and JSON', async () => {
    const { page } = await shared();
    const { renderCsv } = await import('../src/formats/csv/index.ts');
    await drop(page, { name: 'a.csv', content: renderCsv(sample()) });
    await eventually(() => page.title()).toContain('a.csv');
    expect(await figuresOn(page)).toEqual(printed(sample()));
    await opened(page, sampleWith({ [TOTAL]: 1 }));
    expect(await figuresOn(page)).toEqual(printed(sampleWith({ [TOTAL]: 1 })));
  });

  test('on the form of 2019, on the tables of that form', async () => {
    const { page } = await shared();
    const report = { ...emptyDraft('2019'), year: 2020 };
    report.tables.applications.newlyReceived.total = 7;
    await opened(page, report, '2019.json');
    expect(await figuresOn(page)).toEqual(printed(report));
    expect(await page.locator('.side').textContent()).toContain('旧版格式');
  });

  test('pasted from a web page, and as text', async () => {
    const { page } = await shared();
    const paste = (type: string, content: string) =>
      page.evaluate(
        `(() => { const clipboardData = new DataTransfer(); clipboardData.setData(${JSON.stringify(type)}, ${JSON.stringify(content)}); document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true })); })()`,
      );
    await paste('text/html', renderHtml(sample(), { fragment: true }));
    await eventually(() => verdict(page).textContent()).toBe('通过');
    await paste('text/plain', renderText(sampleWith({ [TOTAL]: 5 })));
    await eventually(() => cell(page, TOTAL).inputValue()).toBe('5');
  });
});

test('opens without a server, from a file', async () => {
  const { page, complaints, requests } = await served.open({ offline: true }, served.fileAddress);
  await page.setInputFiles('#choose-file', file('from-chromium.pdf'));
  await eventually(() => verdict(page).textContent()).toBe('通过');
  expect(complaints).toEqual([]);
  expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
  await page.context().close();
});

test('works without a connection once all parts are loaded', async () => {
  await inPlayground(async ({ page }) => {
    await page.locator('#load-all').click();
    await eventually(() => notices(page).textContent()).toContain('已可离线使用');
    await page.context().setOffline(true);
    await page.setInputFiles('#choose-file', file('from-chromium.pdf'));
    await eventually(() => verdict(page).textContent()).toBe('通过');
    expect((await downloaded(page, 'docx')).content.length).toBeGreaterThan(1000);
  });
});

test('without a connection says what is missing, and reads the file once there is one', async () => {
  const { page, requests } = await served.open({ viewport: DESK });
  await page.context().setOffline(true);
  await drop(page, json(sample()));
  await eventually(() => notices(page).textContent()).toContain('请连接网络后再试');
  await page.context().setOffline(false);
  await opened(page, sample());
  expect(requests.filter((address) => !isOwn(address))).toEqual([]);
  await page.context().close();
});

describe('figures are edited, and the check follows', () => {
  test('at once, and back by undo', async () => {
    await inPlayground(async ({ page }) => {
      await opened(page, sample());
      expect(await verdict(page).textContent()).toBe('通过');
      await cell(page, TOTAL).fill('3191');
      expect(await verdict(page).textContent()).toBe('不通过');
      const { diagnoses } = checkReport(sampleWith({ [TOTAL]: 3191 }));
      expect(`最可能：${await page.locator('.cause p').textContent()}`).toBe(diagnoses[0]?.message);
      expect(await page.locator('td.ogi-wrong input').inputValue()).toBe('3191');
      expect(await cell(page, TOTAL).getAttribute('aria-invalid')).toBe('true');
      await eventually(() => page.getByRole('status').textContent()).toContain('不通过');
      await page.locator('#undo').click();
      expect(await verdict(page).textContent()).toBe('通过');
      expect(await cell(page, TOTAL).inputValue()).toBe('3119');
      await page.locator('#redo').click();
      expect(await cell(page, TOTAL).inputValue()).toBe('3191');
    });
  });

  test('however many keys are pressed in a cell, they are one step', async () => {
    await inPlayground(async ({ page }) => {
      await opened(page, sample());
      await cell(page, TOTAL).focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('１２3,456', { delay: 5 });
      expect(await page.locator('#result').textContent()).toContain('123456');
      await page.locator('#undo').click();
      expect(await cell(page, TOTAL).inputValue()).toBe('3119');
      expect(await page.locator('#undo').isDisabled()).toBe(true);
    });
  });

  test('a cell that is emptied is blank, not 0; what is no number is reported and not taken', async () => {
    await inPlayground(async ({ page }) => {
      await opened(page, sample());
      await cell(page, 'documents.rules.repealed').fill('');
      expect(await verdict(page).textContent()).toBe('不完整');
      await cell(page, 'documents.rules.repealed').fill('无');
      expect(await verdict(page).textContent()).toBe('不完整');
      expect(await page.locator('#cell-note').textContent()).toContain('“无”不是数字');
      const { content } = await downloaded(page, 'json');
      expect(JSON.parse(content.toString()).tables.documents.rules.repealed).toBeNull();
    });
  });

  test('by keyboard alone: to the report by the skip link, from cell to cell, to the suggestion and back', async () => {
    await inPlayground(async ({ page }) => {
      await opened(page, sampleWith({ 'applications.petitionOrComplaint.commercialEnterprise': 9 }));
      const focused = () => page.evaluate('document.activeElement.id');
      await page.evaluate('document.activeElement.blur()');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到报告');
      await page.keyboard.press('Enter');
      // the texts come first
      for (let at = 0; at < 12 && !String(await focused()).startsWith('cell-'); at += 1)
        await page.keyboard.press('Tab');
      expect(await focused()).toBe('cell-documents.rules.issued');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('cell-documents.normativeDocuments.issued');
      await cell(page, 'applications.petitionOrComplaint.commercialEnterprise').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('cell-applications.petitionOrComplaint.commercialEnterprise');
      expect(await figuresOn(page)).toEqual(printed(sample()));
      expect(await verdict(page).textContent()).toBe('通过');
    });
  });
});

test('the diagnoses of the example with mistakes, applied with one click each, make it pass', async () => {
  await inPlayground(async ({ page }) => {
    await page.locator('#example-wrong').click();
    await eventually(() => verdict(page).textContent()).toBe('不通过');
    expect(await page.locator('.verdict').textContent()).toContain('3 格需要修改（5 处勾稽不符）');
    for (let left = 3; left > 0; left -= 1) {
      expect(await page.locator('.cause').count()).toBe(left);
      await page.locator('#apply-0').click();
    }
    expect(await verdict(page).textContent()).toBe('通过');
    expect(await figuresOn(page)).toEqual(printed(sample()));
    expect(await page.evaluate('document.activeElement.id')).toBe('result-heading');
    await cell(page, TOTAL).focus();
    expect(await page.locator('#cell-note').textContent()).toContain('读到的是 3191，已由您修改');
  });
});

test('the example without mistakes passes', async () => {
  await inPlayground(async ({ page }) => {
    await page.locator('#example-right').click();
    await eventually(() => verdict(page).textContent()).toBe('通过');
  });
});

describe('what the source does not say', () => {
  test('is chosen: kind and level of the agency', async () => {
    await inPlayground(async ({ page }) => {
      const report = { ...sample(), agency: { name: '淮安市人民政府', kind: null, level: null } };
      report.sections = { ...report.sections, overview: [{ kind: 'paragraph', text: '一切正常。' }] };
      await opened(page, report);
      expect(await page.locator('#particulars summary').textContent()).toContain('机关类别、机关层级');
      expect(await page.locator('#result').textContent()).toContain('未载明机关类别');
      expect(await page.locator('#result').textContent()).not.toContain(
        '社会评议、责任追究；没有发生的也请写明',
      );
      await page.getByLabel('机关类别').selectOption({ label: '人民政府' });
      expect(await page.locator('#result').textContent()).toContain('社会评议、责任追究；没有发生的也请写明');
      expect(await page.getByLabel('机关类别').inputValue()).toBe('government');
      await page.locator('#undo').click();
      expect(await page.locator('#result').textContent()).toContain('未载明机关类别');
    });
  });

  test('is said: cells that were not found, and numbers that belong to none', async () => {
    await inPlayground(async ({ page }) => {
      const text = renderText(sample()).replace('| 规章 | 1 | 0 | 11 |', '规章1011');
      await drop(page, { name: 'pieces.txt', content: text });
      await eventually(() => verdict(page).textContent()).toBe('不完整');
      expect(await page.locator('.side').textContent()).toContain('没有读全，200 格中有 3 格没有找到');
      expect(await page.locator('.unplaced').textContent()).toMatch(/^1011 第 \d+ 行$/);
      await cell(page, 'documents.rules.issued').fill('1');
      await cell(page, 'documents.rules.repealed').fill('0');
      expect(await verdict(page).textContent()).toBe('不完整');
      await cell(page, 'documents.rules.inForce').fill('11');
      expect(await verdict(page).textContent()).toBe('通过');
      expect(await page.locator('.unplaced').count()).toBe(1);
    });
  });
});

test("last year's report brings the rules between years, if it is last year's", async () => {
  await inPlayground(async ({ page }) => {
    await opened(page, sample());
    const choose = async (report: AnyDraft) =>
      page.setInputFiles('#previous-file', {
        name: 'last.json',
        mimeType: 'application/json',
        buffer: Buffer.from(renderJson(report)),
      });
    const before = lastYear();
    before.tables.applications.carriedForward.total += 5;
    await choose(before);
    await eventually(() => page.locator('.previous').textContent()).toContain('已与 2023 年报告对照');
    expect(await page.locator('#result').textContent()).toContain('T3-04');
    await choose({ ...before, year: 2022 });
    await eventually(() => page.locator('.previous').textContent()).toContain('不是上一年（2023 年）的');
    const findings = async () => (await page.locator('#result').textContent())?.split('无法核对')[0];
    expect(await findings()).not.toContain('T3-04');
    expect(await page.locator('#result').textContent()).toContain('没有与上年核对');
    await choose({ ...before, agency: { ...before.agency, name: '连云港市人民政府' } });
    await eventually(() => page.locator('.previous').textContent()).toContain('是“连云港市人民政府”的');
    expect(await findings()).not.toContain('T3-04');
    await page.locator('#previous-remove').click();
    expect(await page.locator('.previous').count()).toBe(0);
  });
});

async function downloaded(page: Page, format: string): Promise<{ name: string; content: Buffer }> {
  if (!(await page.locator(`#download-${format}`).isVisible())) await page.locator('#download').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`#download-${format}`).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** What a drawing says: browsers measure text a little differently, so that shapes differ by tenths. */
function wordsOf(drawing: string): string {
  return drawing.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('every rendering is downloaded, and what reads back gives the edited figures', async () => {
  await inPlayground(async ({ page }) => {
    await opened(page, sample());
    await cell(page, 'applications.granted.naturalPerson').fill('1289');
    const edited = sampleWith({ 'applications.granted.naturalPerson': 1289 });
    const title = '淮安市人民政府2024年政府信息公开工作年度报告';
    const files = new Map<string, Buffer>();
    for (const format of ['docx', 'xlsx', 'html', 'markdown', 'text', 'csv', 'json', 'summary', 'svg']) {
      const { name, content } = await downloaded(page, format);
      expect(name).toMatch(new RegExp(`^${title}(?:-summary)?\\.\\w+$`));
      files.set(format, content);
    }
    const bytes = (format: string) => new Uint8Array(files.get(format) ?? []);
    const text = (format: string) => files.get(format)?.toString() ?? '';
    // what is handed in has no block of particulars
    const { agency, year, tables, sections } = edited;
    const handedIn = { agency: { name: agency.name }, year, tables, sections };
    expect((await readDocx(bytes('docx'))).draft).toMatchObject(handedIn);
    expect((await readXlsx(bytes('xlsx'))).draft).toEqual(edited);
    expect(readHtml(text('html')).draft).toMatchObject(handedIn);
    expect(text('markdown')).toBe(renderMarkdown(edited));
    expect((await readReport(bytes('text'))).draft).toMatchObject(handedIn);
    expect((await readReport(bytes('csv'))).draft.tables).toEqual(edited.tables);
    expect((await readReport(bytes('json'))).draft).toEqual(edited);
    expect(wordsOf(text('summary'))).toBe(wordsOf(await renderSummaryHtml(edited)));
    expect(wordsOf(text('svg'))).toBe(wordsOf(await renderSummarySvg(edited)));
  });
});

test('marks go into the file when they are asked for', async () => {
  await inPlayground(async ({ page }) => {
    await opened(page, sampleWith({ [TOTAL]: 3191 }));
    expect((await downloaded(page, 'html')).content.toString()).not.toContain('→ 3119');
    await page.locator('#download').click();
    await page.getByLabel('在文件中标出有问题的格').check();
    expect((await downloaded(page, 'html')).content.toString()).toContain('→ 3119');
  });
});

test('what is printed without marks is the report, and reads back; with them, it says what to change', async () => {
  await inPlayground(async ({ page }) => {
    await opened(page, sampleWith({ [TOTAL]: 3191 }));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.on-paper').innerText()).toContain('应为 3119，现为 3191');
    expect(await page.locator('td.ogi-wrong .suggestion').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await page.evaluate('globalThis.print = () => {}');
    await page.locator('#print').click();
    await page.locator('#print-plain').click();
    const reading = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    expect(reading.status).toBe('complete');
    expect(reading.draft.tables).toEqual(sampleWith({ [TOTAL]: 3191 }).tables);
  });
});

test('the language is switched, with what was found and what was typed', async () => {
  await inPlayground(async ({ page }) => {
    await drop(page, {
      name: 'a.txt',
      content: renderText(sample()).replace('| 规章 | 1 | 0 | 11 |', '规章1011'),
    });
    await eventually(() => page.title()).toContain('a.txt');
    await cell(page, TOTAL).fill('3191');
    await page.locator('#language').click();
    await eventually(() => verdict(page).textContent()).toBe('fail');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    const words = await page.locator('.side').textContent();
    expect(words).toContain('should be 3119, not 3191 (two digits swapped)');
    expect(words).toContain('could not be assigned to a cell');
    const labels = await page
      .locator('.side')
      .locator('h2, h3, button, summary, label, option')
      .allTextContents();
    expect(labels.filter((label) => /\p{Script=Han}/u.test(label))).toEqual([]);
    expect(await page.locator('.tools').textContent()).not.toMatch(/\p{Script=Han}/u);
    expect(await cell(page, TOTAL).getAttribute('aria-label')).toContain('Table 3');
    await page.locator('#language').click();
    await eventually(() => verdict(page).textContent()).toBe('不通过');
    expect(await cell(page, TOTAL).inputValue()).toBe('3191');
  });
});

test('a browser that does not speak Chinese gets English', async () => {
  await inPlayground(async ({ page }) => expect(await page.title()).toBe('Annual report checker'), {
    locale: 'en-GB',
  });
});

describe('bad files are answered kindly and lose nothing', () => {
  async function refused(
    give: (page: Page) => Promise<void>,
    answer: string,
    complaints: readonly string[] = [],
  ): Promise<void> {
    const { page, complaints: reported } = await served.open({ viewport: DESK });
    await give(page);
    await eventually(() => notices(page).textContent()).toContain(answer);
    expect(await page.locator('#choose').isVisible()).toBe(true);
    await opened(page, sample());
    await cell(page, TOTAL).fill('3191');
    await give(page);
    await eventually(() => notices(page).textContent()).toContain('您正在核对的报告没有变动');
    expect(await notices(page).textContent()).toContain(answer);
    expect(await cell(page, TOTAL).inputValue()).toBe('3191');
    expect(await page.locator('.busy').isVisible()).toBe(false);
    expect(reported).toEqual(complaints);
    await page.context().close();
  }

  test('a photo', async () => {
    const photo = await (await served.open()).page.screenshot({ type: 'jpeg' });
    await refused((page) => drop(page, { name: 'IMG_0001.jpg', content: photo }), '这是图片（JPEG）');
  });

  test('an empty file', async () => {
    await refused((page) => drop(page, { name: 'report.docx', content: '' }), '文件是空的');
  });

  test('a scanned PDF', async () => {
    const blank = await (await browser()).newPage();
    const picture = await blank.evaluate<string>(`(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 600 });
      canvas.getContext('2d').fillRect(40, 40, 320, 8);
      return canvas.toDataURL('image/jpeg');
    })()`);
    await blank.setContent(`<img src="${picture}">`);
    const content = await blank.pdf();
    await blank.close();
    await refused((page) => drop(page, { name: 'scan.pdf', content }), '扫描件');
  });

  test('a damaged Word file, and a page that is no report', async () => {
    const word = (await readFile(file('from-libreoffice.docx'))).subarray(0, 5_000);
    await refused((page) => drop(page, { name: 'report.docx', content: word }), '已损坏');
    await refused((page) => drop(page, { name: 'menu.html', content: '<p>食堂菜单</p>' }), '没有找到');
  });

  test('a file of 200 MB', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'large-'));
    folders.push(folder);
    const path = join(folder, 'video.mp4');
    const large = await openFile(path, 'w');
    await large.truncate(200_000_000);
    await large.close();
    await refused(
      (page) => page.setInputFiles('input[type=file]:not(#previous-file) >> nth=0', path),
      '文件有 200 MB，超过 50 MB',
    );
  });

  test('while a file is being read another is dropped: the last one wins', async () => {
    await inPlayground(async ({ page }) => {
      let arrive = () => {};
      const late = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      await page.route('**/pdfjs*', async (route) => {
        await late;
        await route.continue();
      });
      await drop(page, { name: 'slow.pdf', content: await readFile(file('from-chromium.pdf')) });
      await eventually(() => notices(page).textContent()).toContain('正在读取 slow.pdf');
      await opened(page, sampleWith({ [TOTAL]: 7 }), 'quick.json');
      arrive();
      await eventually(() => page.locator('.busy').isVisible()).toBe(false);
      expect(await cell(page, TOTAL).inputValue()).toBe('7');
      expect(await page.title()).toContain('quick.json');
    });
  });

  test('while a file is being read a photo is dropped: the file is opened, and the photo answered', async () => {
    await inPlayground(async ({ page }) => {
      await drop(page, { name: 'a.pdf', content: await readFile(file('from-chromium.pdf')) });
      await drop(page, { name: 'b.png', content: Buffer.from('89504e470d0a1a0a', 'hex') });
      await eventually(() => verdict(page).textContent()).toBe('通过');
      expect(await page.title()).toContain('a.pdf');
      expect(await notices(page).textContent()).toContain('图片（PNG）');
    });
  });
});

describe('changes are not lost without a question', () => {
  const other = sampleWith({ [TOTAL]: 8 });

  async function editedThenDropped(page: Page): Promise<void> {
    await opened(page, sample());
    await cell(page, TOTAL).fill('3191');
    await drop(page, json(other, 'other.json'));
    await page.getByRole('dialog').waitFor();
  }

  test('they are kept', async () => {
    await inPlayground(async ({ page }) => {
      await editedThenDropped(page);
      expect(await page.getByRole('dialog').textContent()).toContain('打开“other.json”，这些修改将会丢失');
      await page.keyboard.press('Escape');
      expect(await cell(page, TOTAL).inputValue()).toBe('3191');
      expect(await page.locator('#undo').isEnabled()).toBe(true);
    });
  });

  test('they are given up', async () => {
    await inPlayground(async ({ page }) => {
      await editedThenDropped(page);
      await page.getByRole('button', { name: '放弃修改，直接打开' }).click();
      await eventually(() => cell(page, TOTAL).inputValue()).toBe('8');
    });
  });

  test('they are downloaded first', async () => {
    await inPlayground(async ({ page }) => {
      await editedThenDropped(page);
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '先下载当前报告' }).click(),
      ]);
      const content = await readFile(await saved.path(), 'utf8');
      expect(JSON.parse(content).tables.applications.newlyReceived.total).toBe(3191);
      await eventually(() => cell(page, TOTAL).inputValue()).toBe('8');
    });
  });

  test('nor by closing the page; after a download nobody asks', async () => {
    await inPlayground(async ({ page }) => {
      await opened(page, sample());
      await cell(page, TOTAL).click();
      await page.keyboard.type('1');
      const [question] = await Promise.all([
        page.waitForEvent('dialog'),
        page.close({ runBeforeUnload: true }),
      ]);
      expect(question.type()).toBe('beforeunload');
      await question.dismiss();
      await downloaded(page, 'docx');
      await opened(page, other, 'other.json');
      expect(await page.getByRole('dialog').count()).toBe(0);
    });
  });
});

test('what a report says is text, whatever it says', async () => {
  await inPlayground(async ({ page }) => {
    const evil = '<img src=x onerror="complain(1)"><script>complain(2)</script>\u202e=cmd|';
    const report: AnyDraft = {
      ...sample(),
      title: evil,
      agency: { ...sample().agency, name: evil },
      remarks: { [TOTAL]: evil },
      sections: { ...sample().sections, overview: [{ kind: 'paragraph', text: evil }] },
    };
    await drop(page, json(report, evil));
    await eventually(() => page.locator('article').textContent()).toContain('<img src=x');
    await cell(page, TOTAL).focus();
    expect(await page.locator('img, main script').count()).toBe(0);
    expect(await page.locator('#cell-note').textContent()).toContain('<script>');
  });
});

describe('axe objects to nothing, and the page never scrolls sideways', () => {
  const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'at the start': async (page) => page.locator('.paste summary').click(),
    'with mistakes, everything open': async (page) => {
      await opened(page, sampleWith({ [TOTAL]: 3191, 'documents.rules.repealed': null }));
      await page.locator('#download').click();
      await page.evaluate("for (const each of document.querySelectorAll('.side details')) each.open = true");
      await cell(page, TOTAL).focus();
    },
    'in English, a reading with gaps and a notice': async (page) => {
      await page.locator('#language').click();
      await drop(page, {
        name: 'pieces.txt',
        content: renderText(sample()).replace('| 规章 | 1 | 0 | 11 |', '规章1011'),
      });
      await eventually(() => verdict(page).textContent()).toBe('incomplete');
      await drop(page, { name: 'empty', content: '' });
      await page.locator('.notice').waitFor();
    },
    'with a question': async (page) => {
      await opened(page, sample());
      await cell(page, TOTAL).fill('1');
      await drop(page, json(sample(), 'other.json'));
      await page.getByRole('dialog').waitFor();
    },
  };

  describe.each(Object.entries(states))('%s', (_, prepare) => {
    const shared = sharedPlayground(({ page }) => prepare(page));

    test.each(looks)('%s and %s', async (colorScheme, _width, viewport) => {
      const { page } = await shared();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      expect(await accessibilityProblems(page)).toEqual([]);
      const [width = 0, visible = 0]: number[] = await page.evaluate(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      expect(width).toBeLessThanOrEqual(visible);
    });
  });
});
