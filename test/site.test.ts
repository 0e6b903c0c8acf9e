import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { isThorough } from './random-inputs.ts';
import { served } from './web-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// building it takes a minute, and what goes into it is tested apart: guides, examples, generated pages
describe.runIf(isThorough)('the site of the documentation', () => {
  let site: string;
  let pages: string[];

  beforeAll(async () => {
    site = await mkdtemp(join(tmpdir(), 'site-'));
    const typedoc = join(root, 'node_modules/typedoc/bin/typedoc');
    await promisify(execFile)(process.execPath, [typedoc, '--options', 'docs/typedoc', '--out', site], {
      cwd: root,
    });
    const files = await readdir(site, { recursive: true });
    pages = files.filter((file) => file.endsWith('.html'));
    await browser();
  });

  /** What the playground's own build puts there. */
  const PLAYGROUND = 'playground/index.html';

  test('every link of every page leads somewhere, and to the playground by a relative way', async () => {
    expect(pages.length).toBeGreaterThan(200);
    for (const page of pages) {
      const html = await readFile(join(site, page), 'utf8');
      for (const [, link = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        const [path = ''] = decodeURI(link.replaceAll('&amp;', '&')).split('#');
        if (path === '' || /^(?:https?|data|mailto):/.test(path)) continue;
        const target = join(dirname(page), path);
        if (target === PLAYGROUND) continue;
        expect(existsSync(join(site, target)), `${page} links to ${link}`).toBe(true);
      }
    }
  });

  test('no page names the machine that it was made on, or loads anything from elsewhere', async () => {
    for (const page of pages) {
      const html = await readFile(join(site, page), 'utf8');
      for (const place of [root, `${homedir()}/`]) expect(html.includes(place), page).toBe(false);
      expect(html, page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="https?:/);
    }
  });

  describe.each([
    ['from a file', async () => pathToFileURL(`${site}/`).href],
    ['from a web server under a path', serve],
  ])('the site, opened %s', (_, address) => {
    let start: string;
    beforeAll(async () => {
      start = await address();
    });

    test.each([
      ['checkReport', 'checkReport'],
      ['索引号', 'Particulars'],
      ['无法归入', '读取已公布的报告'],
      ['T3-05', 'The rules'],
      ['disputes.reconsideration.upheld', 'The form of 2021 and its 200 cells'],
    ])('finds “%s”', async (words, found) => {
      const page = await (await browser()).newPage();
      await page.goto(`${start}documents/rules.html`);
      await page.locator('#tsd-search-trigger').click();
      await page.locator('#tsd-search-input').pressSequentially(words);
      const results = page.locator('#tsd-search-results a');
      await expect.poll(async () => (await results.allTextContents()).join('\n')).toContain(found);
      await results.first().click();
      await page.waitForLoadState();
      expect(page.url().startsWith(start)).toBe(true);
      expect(await page.locator('h1').count()).toBeGreaterThan(0);
      await page.close();
    });

    test.each(['check', 'validate', '校验', '核对'])('finds checkReport first for “%s”', async (words) => {
      const page = await (await browser()).newPage();
      await page.goto(`${start}index.html`);
      await page.locator('#tsd-search-trigger').click();
      await page.locator('#tsd-search-input').pressSequentially(words);
      const first = page.locator('#tsd-search-results a').first();
      await expect.poll(() => first.textContent()).toContain('checkReport');
      await page.close();
    });

    test('leads from the start page to guides in both languages, the rules, the form and the API', async () => {
      const page = await (await browser()).newPage();
      for (const name of [
        'Getting started',
        '快速开始',
        'the rules',
        'The form and its 200 cells',
        'checkReport',
      ]) {
        await page.goto(`${start}index.html`);
        await page.locator('main a, .col-content a', { hasText: name }).first().click();
        await page.locator('h1').first().waitFor();
      }
      await page.goto(`${start}modules/ogi-annual-report.html`);
      expect(await page.locator('h1').textContent()).toContain('ogi-annual-report');
      await page.close();
    });
  });

  const servers: { close(): unknown }[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });

  async function serve(): Promise<string> {
    const server = await served(site, '/docs/under/a/path/');
    servers.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/docs/under/a/path/`;
  }

  test('its search is small enough to load at once', () => {
    expect(statSync(join(site, 'assets/search.js')).size).toBeLessThan(500_000);
  });
});
