// Takes the picture of the playground that the README shows, as `npm run docs` built it: node .ci/picture.js

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const at = (path) => new URL(`../${path}`, import.meta.url);

const executablePath = await sparticuz.executablePath();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1180, height: 760 } });
await page.goto(at('docs/site/playground/index.html').href);
await page.setInputFiles(
  'input[type=file]',
  fileURLToPath(at('examples/reports/huaian-shi-2024-with-mistakes.txt')),
);
await page.locator('.verdict').waitFor();
await page.waitForLoadState('networkidle');
await writeFile(at('docs/playground.png'), await page.screenshot());
await browser.close();
