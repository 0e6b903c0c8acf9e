import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CellPath, cells, parseReport } from '../src/index.ts';
import { accessibilityProblems, browser, DESK, PHONE } from './browser.ts';
import {
  cell,
  downloadedBy,
  drop,
  eventually,
  inPlayground,
  opened,
  servePlayground,
  sharedPlayground,
  verdict,
} from './playground.ts';
import { sample, sampleWith } from './sample.ts';

const TOTAL = 'applications.newlyReceived.total' satisfies CellPath;

beforeAll(async () => {
  await Promise.all([servePlayground(), browser()]);
});

const atAnyWidth = sharedPlayground();

test('the blank form is no mistake; it is filled in, written, passes and is downloaded', async () => {
  await inPlayground(
    async ({ page }) => {
      await page.locator('#blank-form').click();
      await eventually(() => verdict(page).textContent()).toBe('尚未填写');
      expect(await page.locator('.verdict').textContent()).toContain('已填 0/200');
      expect(await page.locator('.findings, td.ogi-wrong, td.blank, .notice').count()).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      await cell(page, 'applications.newlyReceived.naturalPerson').fill('3');
      await cell(page, 'applications.granted.naturalPerson').fill('3');
      expect(await page.locator('.verdict').textContent()).toContain('已填 2/200');
      // tables 二, 三, 四 in turn: the one that was filled in is no longer listed
      for (let left = 6; left > 0; left -= 1) {
        const next = page.locator('#fill-0');
        if ((await next.count()) === 0) break;
        await next.click();
      }
      expect(await cell(page, TOTAL).inputValue()).toBe('3');
      expect(await cell(page, 'applications.totalProcessed.total').inputValue()).toBe('3');
      expect(await cell(page, 'disputes.reconsideration.total').inputValue()).toBe('0');
      expect(await verdict(page).textContent()).toBe('不通过');
      await page.locator('#text-preamble').fill('本报告依照《中华人民共和国政府信息公开条例》编制。');
      await page.locator('#text-overview').fill('（一）主动公开\n全年新收政府信息公开申请5件。');
      await page.locator('#text-problemsAndImprovements').fill('公开的主动性还不够，将加强培训。');
      await page.locator('#text-otherMatters').fill('没有收取信息处理费。');
      await page.getByLabel('机关名称').fill('江州市教育局');
      await page.getByLabel('报告年度').fill('2024');
      await page.getByLabel('报告年度').press('Tab');
      await page.getByLabel('机关类别').selectOption({ label: '政府部门' });
      await page.getByLabel('机关层级').selectOption({ label: '市级' });
      await page.getByLabel('统计口径').selectOption({ label: '本机关' });
      await page.getByLabel('联系电话').fill('0000-1234567');
      await page.getByLabel('联系电话').press('Tab');
      // 5 in the text, 3 in the table
      const said = page.locator('mark[tabindex]').first();
      await eventually(() => said.count()).toBe(1);
      expect(await said.textContent()).toContain('5件');
      await said.focus();
      expect(await page.locator('#cell-note').textContent()).toContain('5');
      await page.locator('#edit-overview').click();
      await page.locator('#text-overview').fill('（一）主动公开\n全年新收政府信息公开申请3件。');
      await page.locator('#edit-overview').click();
      await eventually(() => page.locator('mark[tabindex]').count()).toBe(0);
      await eventually(() => verdict(page).textContent()).toBe('通过');
      await page.locator('#download').click();
      const { content } = await downloadedBy(page, '#download-json');
      const parsed = parseReport(JSON.parse(content.toString()));
      expect(parsed.ok && parsed.value.sections.overview).toEqual([
        { kind: 'heading', level: 2, text: '（一）主动公开' },
        { kind: 'paragraph', text: '全年新收政府信息公开申请3件。' },
      ]);
      expect(parsed.ok && parsed.value.contact).toEqual({ phone: '0000-1234567' });
    },
    { viewport: DESK },
  );
});

test.each([768, 1240, 1250, 1340])(
  'on a screen of %i pixels tables 二 and 三 show whole, with legible labels',
  async (width) => {
    const { page } = await atAnyWidth();
    if ((await verdict(page).count()) === 0) await page.locator('#example-wrong').click();
    await eventually(() => verdict(page).textContent()).toBe('不通过');
    await page.setViewportSize({ width, height: 900 });
    const hidden = await page.evaluate(
      "[...document.querySelectorAll('.ogi-table')].map((region) => region.scrollWidth - region.clientWidth)",
    );
    // table 四 has fifteen columns
    expect(hidden).toEqual([0, 0, expect.any(Number)]);
    const narrowest = await page.evaluate(
      "Math.min(...[...document.querySelectorAll('.ogi-wide th[scope=row]')].map((label) => label.offsetWidth))",
    );
    expect(narrowest).toBeGreaterThan(90);
  },
);

describe('every part of a report can be written', () => {
  const shared = sharedPlayground();

  test.each<[string, (page: Page) => Promise<void>]>([
    ['the blank form', (page) => page.locator('#blank-form').click()],
    ['a report that was opened', (page) => opened(page, sample())],
  ])('text beside each table of %s', async (_, begin) => {
    const { page } = await shared();
    await begin(page);
    for (const section of ['proactiveDisclosure', 'applications', 'disputes']) {
      const text = page.locator(`#text-${section}`);
      await eventually(() => page.locator(`#edit-${section}`).textContent()).toBe('添加文字');
      expect(await text.isVisible()).toBe(false);
      await page.locator(`#edit-${section}`).click();
      await text.fill(`${section}的说明。`);
      await page.locator(`#edit-${section}`).click();
      await eventually(() => page.locator('article').textContent()).toContain(`${section}的说明。`);
    }
    await page.locator('#download').click();
    const { content } = await downloadedBy(page, '#download-json');
    expect(JSON.parse(content.toString()).sections).toMatchObject({
      disputes: [{ kind: 'paragraph', text: 'disputes的说明。' }],
    });
  });

  test('every particular, and only as it may be written', async () => {
    const { page } = await shared();
    await opened(page, sample(), 'particulars.json');
    const type = async (path: string, text: string) => {
      const field = page.locator(`[id="field-${path}"]`);
      await field.fill(text);
      await field.press('Tab');
    };
    await page.evaluate("document.querySelector('#particulars').open = true");
    const typed = {
      'agency.name': '江州市教育局',
      year: '2023',
      'agency.divisionCode': '320800',
      'agency.creditCode': '113208000139660000',
      publishedOn: '2024-01-31',
      indexNumber: '000014349/2024-00001',
      'period.start': '2023-01-01',
      'contact.postalCode': '223001',
    };
    for (const [path, text] of Object.entries(typed)) {
      await type(path, text);
      await eventually(() => page.locator('#undo').isEnabled()).toBe(true);
      await eventually(() => page.locator(`[id="field-${path}"]`).inputValue()).toBe(text);
    }
    await type('agency.divisionCode', '32');
    await type('period.end', '2023-12-30');
    await eventually(() => page.locator('#result').textContent()).toContain('2023-12-30');
    await page.locator('#download').click();
    const { content } = await downloadedBy(page, '#download-json');
    const parsed = parseReport(JSON.parse(content.toString()));
    expect(parsed.ok && parsed.value).toMatchObject({
      agency: { name: '江州市教育局', divisionCode: '320800', creditCode: '113208000139660000' },
      year: 2023,
      publishedOn: '2024-01-31',
      indexNumber: '000014349/2024-00001',
      period: { start: '2023-01-01', end: '2023-12-30' },
      contact: { postalCode: '223001' },
    });
  });
});

test('all suggestions are taken at once; the changes are listed, copied, downloaded and undone', async () => {
  await inPlayground(async ({ page }) => {
    await page.locator('#example-wrong').click();
    await eventually(() => page.locator('#apply-all').textContent()).toBe('全部按建议修改（3 格）');
    expect(await page.locator('.causes').textContent()).not.toContain('最可能');
    const sizes = () =>
      page.$$eval('td[headers]', (boxes) =>
        boxes.map((box) => {
          const { width, height } = (
            box as unknown as { getBoundingClientRect(): { width: number; height: number } }
          ).getBoundingClientRect();
          return [Math.round(width), Math.round(height)];
        }),
      );
    const before = await sizes();
    await page.locator('#apply-all').click();
    expect(await verdict(page).textContent()).toBe('通过');
    expect(await sizes()).toEqual(before);
    expect(await page.locator('.edits tbody tr').count()).toBe(3);
    expect(await page.locator('.edits').textContent()).toContain('31913119');
    const { name, content } = await downloadedBy(page, '#download-changes');
    expect(name).toBe('修改清单.txt');
    expect(content.toString()).toContain('3191 → 3119');
    await page.locator('#copy-changes').click();
    await eventually(() => page.getByRole('status').first().textContent()).toContain('复制');
    await page.locator('#undo').click();
    expect(await page.locator('.cause').count()).toBe(3);
    expect(await page.locator('.edits').count()).toBe(0);
  });
});

test('blank columns are one line, filled with 0 by one button, and blank again by undo', async () => {
  const columns = ['researchInstitution', 'socialWelfareOrganization', 'otherOrganization'];
  const blank = cells().filter(
    ({ tableId, column }) => tableId === 'applications' && columns.includes(column.id),
  );
  await inPlayground(async ({ page }) => {
    await opened(page, sampleWith(Object.fromEntries(blank.map(({ path }) => [path, null]))));
    const lines = page.locator('#findings-warning li', { hasText: '空白不等于 0' });
    expect(await lines.count()).toBe(1);
    await lines.getByRole('button', { name: '这 75 格填 0' }).click();
    expect(await cell(page, 'applications.granted.otherOrganization').inputValue()).toBe('0');
    expect(await page.locator('td.blank').count()).toBe(0);
    await page.locator('#undo').click();
    expect(await page.locator('td.blank').count()).toBe(75);
  });
});

test('menus stand beside their buttons, and close by Escape, a click elsewhere, and another language', async () => {
  await inPlayground(async ({ page }) => {
    await opened(page, sample());
    const content = page.locator('#download-menu .menu-content');
    await page.locator('#download').click();
    const [button, shown] = [await page.locator('#download').boundingBox(), await content.boundingBox()];
    expect(Math.abs((button?.x ?? 0) - (shown?.x ?? 999))).toBeLessThan(4);
    await page.keyboard.press('Escape');
    expect(await content.isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.id')).toBe('download');
    await page.locator('#download').click();
    await page.locator('.verdict strong').click();
    expect(await content.isVisible()).toBe(false);
    await page.locator('#download').click();
    await page.locator('#language').click();
    await eventually(() => page.getAttribute('html', 'lang')).toBe('en');
    expect(await content.isVisible()).toBe(false);
  });
});

test('every file may be chosen, and JSON that is no report is answered a line a problem', async () => {
  await inPlayground(async ({ page }) => {
    expect(await page.locator('#choose-file').getAttribute('accept')).toBeNull();
    await drop(page, { name: 'bad.json', content: '{"form":"2021","year":"x","agency":3,"tables":{}}' });
    await page.locator('.notice li').first().waitFor();
    expect(await page.locator('.notice li').count()).toBeGreaterThan(2);
  });
});

test('a phone is asked to choose, not to drop or press keys', async () => {
  await inPlayground(
    async ({ page }) => {
      const start = (await page.locator('.start').textContent()) ?? '';
      expect(start).not.toMatch(/拖到|Ctrl/);
      expect(start).toContain('不核对什么');
      expect(await page.locator('#choose-folder').count()).toBe(0);
    },
    { viewport: PHONE, hasTouch: true, isMobile: true },
  );
});
