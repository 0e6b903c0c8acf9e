import sparticuz from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { isThorough } from './random-inputs.ts';

/** The window of a desktop computer. */
export const DESK = { width: 1280, height: 900 };
/** The window of a phone. */
export const PHONE = { width: 360, height: 740 };

/** How a page may be looked at: each colour scheme and each width once; a thorough run tries each with each. */
export const looks = (
  [
    ['light', 'wide', DESK],
    ['dark', 'narrow', PHONE],
    ['dark', 'wide', DESK],
    ['light', 'narrow', PHONE],
  ] as const
).slice(0, isThorough ? 4 : 2);

let launched: Promise<Browser> | undefined;

/** A real Chromium, out of the npm package; one for all tests of a worker, with which it ends. */
export function browser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

async function launch(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  // its own arguments put everything into one process, which ends with the first page that is closed
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** Opens HTML as a page that can reach nothing else. */
export async function open(html: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await browser()).newContext({ offline: true, ...options });
  const page = await context.newPage();
  await page.setContent(html);
  return page;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe objects to on a page, as sentences: all of its rules, best practices too. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // not as a script element, which the policy of a page may forbid
  await page.evaluate(axe.source);
  const violations: readonly Violation[] = await page.evaluate(
    "axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations)",
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 200)} (${failureSummary})`),
  );
}
