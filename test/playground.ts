import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { policy } from '../docs/playground/policy.ts';
import { renderJson } from '../src/formats/json/index.ts';
import type { AnyDraft, CellPath } from '../src/index.ts';
import { browser, DESK } from './browser.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A page of the playground, with what it asked for and what it was refused. */
export interface Playground {
  readonly page: Page;
  /** Every address the page asked for. */
  readonly requests: readonly string[];
  /** Breaches of the policy, errors, and whatever else the browser complains about. */
  readonly complaints: readonly string[];
}

/** What `npm run playground:build` wrote, of which `npm test` takes care. */
const BUILT = fileURLToPath(new URL('../docs/site/playground', import.meta.url));

/** The playground, as it is built, served as on any web server, below a path of its own. */
export interface Served {
  readonly address: string;
  /** The same files, opened without a server. */
  readonly fileAddress: string;
  /** A file of the build, by its address. */
  readonly fileAt: (address: string) => Promise<Buffer>;
  readonly open: (options?: BrowserContextOptions, address?: string) => Promise<Playground>;
}

let served: Promise<Served> | undefined;

/** The playground, served once for all tests of a worker, with its policy as a header too. */
export function servePlayground(): Promise<Served> {
  served ??= serve();
  return served;
}

async function serve(): Promise<Served> {
  if (!existsSync(BUILT)) throw new Error('The playground is not built: `npm run playground:build`.');
  const path = '/some/path/';
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const name = pathname.startsWith(path) ? pathname.slice(path.length) || 'index.html' : '..';
    try {
      if (name.includes('..')) throw new Error('outside');
      const content = await readFile(join(BUILT, name));
      const type = MEDIA_TYPES[extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  // it ends with the worker
  server.unref();
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}${path}`;
  return {
    address,
    fileAddress: pathToFileURL(join(BUILT, 'index.html')).href,
    fileAt: (of) => readFile(join(BUILT, new URL(of).pathname.slice(path.length) || 'index.html')),
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
  const { address, open } = await servePlayground();
  const playground = await open(options);
  await work(playground);
  expect(playground.complaints).toEqual([]);
  const { origin } = new URL(address);
  // what is made in the page itself, such as a download, begins with the same origin
  expect(playground.requests.filter((url) => !url.replace(/^blob:/, '').startsWith(origin))).toEqual([]);
  await playground.page.context().close();
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
