import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../src/formats/html/index.ts';
import { renderJson } from '../src/formats/json/index.ts';
import { accessibilityProblems, browser, DESK, PHONE } from './browser.ts';
import { departmentReports } from './departments.ts';
import {
  downloadedBy,
  drop,
  eventually,
  inPlayground,
  type Served,
  servePlayground,
  sharedPlayground,
} from './playground.ts';

const pdf = new URL('files/from-chromium.pdf', import.meta.url).pathname;
const reports = departmentReports(6);
const sources = [
  ...reports.map(({ report }, at) =>
    at % 2 === 0
      ? { name: `${report.agency.name}.html`, content: renderHtml(report) }
      : { name: `${report.agency.name}.json`, content: renderJson(report) },
  ),
  { name: 'broken.json', content: '{ "form": ' },
];

let served: Served;
let folder = '';

beforeAll(async () => {
  [served] = await Promise.all([servePlayground(), browser()]);
  folder = await mkdtemp(join(tmpdir(), 'folder-'));
  await mkdir(join(folder, 'more'));
  for (const { name, content } of sources) await writeFile(join(folder, name), content);
  await writeFile(join(folder, 'more/report.pdf'), await readFile(pdf));
  await writeFile(join(folder, 'Thumbs.db'), 'x');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rows = (page: Page) => page.locator('.files tbody tr');
const finished = (page: Page) => eventually(() => page.locator('#download-workbook').isEnabled()).toBe(true);
const columnOf = (page: Page, selector: string) => page.locator(`.files tbody ${selector}`).allTextContents();

describe('several files', () => {
  const shared = sharedPlayground(async ({ page }) => {
    await drop(page, ...sources);
    await finished(page);
  });

  test('are checked together, those that need attention first, and one bad file stops nothing', async () => {
    const { page, requests } = await shared();
    expect(await rows(page).count()).toBe(sources.length);
    expect(await page.locator('.totals').textContent()).toBe(
      '7 份：3 份通过、2 份不通过、1 份不完整、1 份无法读取',
    );
    expect(await columnOf(page, '.state')).toEqual([
      '无法读取',
      '不通过',
      '不通过',
      '不完整',
      '通过',
      '通过',
      '通过',
    ]);
    expect((await columnOf(page, '.first'))[2]).toBe(
      '表三“一、本年新收政府信息公开申请数量”行“总计”列：由 10 改为 0',
    );
    expect(requests.some((address) => address.includes('worker'))).toBe(true);
  });

  test.each([
    ['wide', DESK],
    ['narrow', PHONE],
  ])('can be looked at by everyone, on a %s screen', async (_, viewport) => {
    const { page } = await shared();
    await page.setViewportSize(viewport);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    await page.setViewportSize(DESK);
  });

  test('are filtered by verdict and name, and downloaded as the workbook and the return notices', async () => {
    const { page } = await shared();
    const visible = () => page.locator('.files tbody tr:visible').count();
    await page.locator('#filter-fail').click();
    expect(await visible()).toBe(2);
    expect(await page.locator('#filter-fail').getAttribute('aria-pressed')).toBe('true');
    await page.locator('#filter-all').click();
    await page.locator('#filter-name').fill('教育');
    expect(await visible()).toBe(1);
    expect(await page.locator('.folder').textContent()).toContain('显示 7 份中的 1 份');
    const workbook = await downloadedBy(page, '#download-workbook');
    expect(workbook.name).toBe('年度报告核对结果.xlsx');
    const { sheets } = await readXlsx(workbook.content);
    expect(sheets.map(({ name }) => name)).toEqual(['汇总', '问题清单', '数据', '未能读取']);
    expect(sheets[0]?.rows).toHaveLength(3 + sources.length);
    const letters = await downloadedBy(page, '#download-letters');
    expect(letters.name).toBe('退回修改意见.zip');
    const names = Object.keys(unzipSync(letters.content));
    expect(names).toHaveLength(3);
    expect(names).toContain('退回修改意见-江州市教育局.docx');
    await page.locator('#filter-name').fill('');
  });

  test('are checked again when the language changes', async () => {
    const { page } = await shared();
    await page.locator('#language').click();
    await eventually(() => columnOf(page, '.state')).toContain('cannot be read');
    await finished(page);
    expect(await page.locator('.totals').textContent()).toBe(
      '7 files: 3 pass, 2 fail, 1 incomplete, 1 cannot be read',
    );
    expect((await columnOf(page, '.first'))[2]).toContain('change 10 to 0');
    await page.locator('#language').click();
    await eventually(() => columnOf(page, '.state')).toContain('无法读取');
    await finished(page);
  });

  test('are opened one by one, with a way back that keeps what was changed', async () => {
    const { page } = await shared();
    const open = page.getByRole('button', { name: '江州市教育局' });
    await open.click();
    await eventually(() => page.locator('.verdict strong').textContent()).toBe('不通过');
    expect(await rows(page).count()).toBe(0);
    await page.locator('#apply-0').click();
    await eventually(() => page.locator('.verdict strong').textContent()).toBe('通过');
    await page.locator('#back-to-folder').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('folder-heading');
    expect(await page.locator('.verdict').isVisible()).toBe(false);
    await open.click();
    expect(await page.locator('.verdict strong').textContent()).toBe('通过');
    await page.locator('#back-to-folder').click();
    await page.locator('#folder-close').click();
    expect(await page.locator('.verdict strong').textContent()).toBe('通过');
    expect(await page.locator('#back-to-folder').count()).toBe(0);
  });
});

test('a folder is checked with the folders in it, without what systems keep beside files', async () => {
  await inPlayground(async ({ page }) => {
    await page.setInputFiles('#choose-folder-file', folder);
    await finished(page);
    expect(await rows(page).count()).toBe(sources.length + 1);
    const names = await columnOf(page, 'small');
    expect(names.some((name) => name.endsWith('/more/report.pdf'))).toBe(true);
    expect(await columnOf(page, 'tr.pass th button')).toContain('淮安市人民政府');
  });
});

test('files are checked on a page opened from a file, too, which may have no workers', async () => {
  const { page, complaints } = await served.open({ offline: true, viewport: DESK }, served.fileAddress);
  await drop(page, ...sources);
  await finished(page);
  expect(await columnOf(page, '.state')).toContain('不通过');
  expect(await rows(page).count()).toBe(sources.length);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a file that takes too long is given up, and the others have their turn', async () => {
  const { page } = await served.open({ viewport: DESK });
  await page.evaluate(`(() => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      postMessage(request, ports) { if (request.name !== 'broken.json') super.postMessage(request, ports); }
    };
    const wait = globalThis.setTimeout;
    globalThis.setTimeout = (work, time) => wait(work, time > 30000 ? time / 20 : time);
  })()`);
  await drop(page, ...sources);
  await finished(page);
  expect((await columnOf(page, '.first'))[0]).toContain('超过 60 秒');
  expect(await rows(page).count()).toBe(sources.length);
  await page.context().close();
});

test('what was stopped leaves what is checked, and says how much is not', async () => {
  const { page } = await served.open({ viewport: DESK });
  await page.evaluate(`globalThis.Worker = class { postMessage() {} terminate() {} }`);
  await drop(page, ...sources);
  await page.locator('#folder-stop').click();
  await eventually(() => page.locator('.folder .warning').textContent()).toContain('还有 7 份文件没有核对');
  await page.context().close();
});
