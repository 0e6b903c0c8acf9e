import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll } from 'vitest';
import { policy } from '../docs/playground/policy.ts';
import { browser } from './browser.ts';

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

/** The playground, built and served as on any web server, below a path of its own. */
export interface Served {
  readonly address: string;
  /** The same files, opened without a server. */
  readonly fileAddress: string;
  /** A file of the build, by its address. */
  readonly fileAt: (address: string) => Promise<Buffer>;
  readonly open: (options?: BrowserContextOptions, address?: string) => Promise<Playground>;
}

/** Builds the playground and serves it, with its policy as a header too, until the tests of the file end. */
export async function servePlayground(): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  await build({
    configFile: fileURLToPath(new URL('../docs/playground/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  const path = '/some/path/';
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const name = pathname.startsWith(path) ? pathname.slice(path.length) || 'index.html' : '..';
    try {
      if (name.includes('..')) throw new Error('outside');
      const content = await readFile(join(folder, name));
      const type = MEDIA_TYPES[extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}${path}`;
  return {
    address,
    fileAddress: pathToFileURL(join(folder, 'index.html')).href,
    fileAt: (of) => readFile(join(folder, new URL(of).pathname.slice(path.length) || 'index.html')),
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
