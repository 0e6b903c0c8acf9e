import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { renderJson } from '../src/formats/json/index.ts';
import type { AnyDraft, CellPath } from '../src/index.ts';
import { browser, DESK } from './browser.ts';

/** A page of the playground, with what it asked for and what it was refused. */
export interface Playground {
  readonly page: Page;
  /** Every address the page asked for. */
  readonly requests: readonly string[];
  /** Breaches of the policy, errors, and whatever else the browser complains about. */
  readonly complaints: readonly string[];
}

/** The playground, built and served. */
export interface Served {
  readonly address: string;
  /** The same files, opened without a server. */
  readonly fileAddress: string;
  /** A file of the build, by its address. */
  readonly fileAt: (address: string) => Promise<Buffer>;
  readonly open: (options?: BrowserContextOptions, address?: string) => Promise<Playground>;
}

let served: Promise<Served> | undefined;

/** The playground, once it is built. */
export function servePlayground(): Promise<Served> {
  served ??= whenBuilt();
  return served;
}

async function whenBuilt(): Promise<Served> {
  const { address, folder } = inject('playground');
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(await answer.text());
  const { pathname } = new URL(address);
  return {
    address,
    fileAddress: pathToFileURL(join(folder, 'index.html')).href,
    fileAt: (of) => readFile(join(folder, new URL(of).pathname.slice(pathname.length) || 'index.html')),
    open: (options = {}, at = address) => openPage(at, options),
  };
}

async function openPage(address: string, options: BrowserContextOptions): Promise<Playground> {
  const context = await (await browser()).newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  page.on('console', (message) => complaints.push(message.text()));
  await page.exposeFunction('complain', (what: string) => complaints.push(what));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => complain([event.violatedDirective, event.blockedURI, event.sourceFile].join(' ')))",
  );
  await page.goto(address);
  await page.locator('#choose').waitFor();
  return { page, requests, complaints };
}

/** Lets files drop on the page, as a person does with the mouse. */
export async function drop(
  page: Page,
  ...files: readonly { readonly name: string; readonly content: Uint8Array | string }[]
): Promise<void> {
  const given = files.map(({ name, content }) => ({
    name,
    base64: Buffer.from(content).toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of ${JSON.stringify(given)})
      transfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
    return transfer;
  })()`);
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}

/** What stands in the cells of the tables on the page, in the order of the form. */
export function figuresOn(page: Page): Promise<string[]> {
  return page.$$eval('td input', (inputs) =>
    inputs.map((input) => (input as { value?: string }).value ?? ''),
  );
}

/** Opens the playground, does something, and sees that the page kept to its policy and to itself. */
export async function inPlayground(
  work: (playground: Playground) => Promise<void>,
  options: BrowserContextOptions = { viewport: DESK },
): Promise<void> {
  const playground = await (await servePlayground()).open(options);
  await work(playground);
  await close(playground);
}

/**
 * Opens the playground once for the tests of a group, which look at it one after the other. After the last of them the
 * page has to have kept to its policy and to itself.
 *
 * @param prepare
 *   What is done before the first test looks.
 * @returns
 *   The page, to be asked for in a test.
 */
export function sharedPlayground(
  prepare: (playground: Playground) => Promise<void> = async () => {},
): () => Promise<Playground> {
  let shared: Promise<Playground> | undefined;
  const open = async () => {
    const playground = await (await servePlayground()).open({ viewport: DESK });
    await prepare(playground);
    return playground;
  };
  afterAll(async () => {
    if (shared) await close(await shared);
  });
  return () => {
    shared ??= open();
    return shared;
  };
}

async function close({ page, complaints, requests }: Playground): Promise<void> {
  expect(complaints).toEqual([]);
  const { origin } = new URL(inject('playground').address);
  // what is made in the page itself, such as a download, begins with the same origin
  expect(requests.filter((url) => !url.replace(/^blob:/, '').startsWith(origin))).toEqual([]);
  await page.context().close();
}

/** Readers are loaded and files read in their own time, longer on a busy machine. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 });

export const cell = (page: Page, path: CellPath) => page.locator(`[id="cell-${path}"]`);
export const verdict = (page: Page) => page.locator('.verdict strong');

/** Drops a report and waits until it is open. */
export async function opened(page: Page, report: AnyDraft, name = 'report.json'): Promise<void> {
  await drop(page, { name, content: renderJson(report) });
  await eventually(() => page.title()).toContain(name);
}

/** Lets a click download something. */
export async function downloadedBy(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}
