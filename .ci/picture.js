// Takes the pictures of the playground that the READMEs show, after `npm run docs`: node .ci/picture.js

import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const at = (path) => new URL(`../${path}`, import.meta.url);

const executablePath = await sparticuz.executablePath();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

for (const [locale, picture] of [
  ['en', 'playground.png'],
  ['zh-CN', 'playground.zh-CN.png'],
]) {
  const page = await browser.newPage({
    locale,
    viewport: { width: 1340, height: 600 },
  });
  await page.goto(at('docs/site/playground/index.html').href);
  const report = at('examples/reports/huaian-shi-2024-with-mistakes.txt');
  await page.setInputFiles('#choose-file', fileURLToPath(report));
  await page.locator('.verdict').waitFor();
  const cell = page.locator('[id="cell-applications.newlyReceived.total"]');
  await cell.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'nearest' }));
  await page.screenshot({ path: fileURLToPath(at(`docs/${picture}`)), animations: 'disabled' });
}
await browser.close();
