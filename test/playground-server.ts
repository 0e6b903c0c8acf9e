import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { policy } from '../docs/playground/policy.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the playground is served, and the folder that its files stand in once the address has answered. */
    readonly playground: { readonly address: string; readonly folder: string };
  }
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the playground as on any web server, below a path of its own and with its policy as a header too. It is built
 * once for all tests, when the first of them asks for it, in a process of its own, so that other tests go on.
 */
export default async function servePlayground(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const path = '/some/path/';
  let building: Promise<void> | undefined;
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const name = pathname.startsWith(path) ? pathname.slice(path.length) || 'index.html' : '..';
    try {
      building ??= buildInto(folder);
      await building;
    } catch (error) {
      response.writeHead(500).end(String(error));
      return;
    }
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
  const { port } = server.address() as AddressInfo;
  project.provide('playground', { address: `http://127.0.0.1:${port}${path}`, folder });
  return async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  };
}

async function buildInto(folder: string): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const given = ['build', 'docs/playground', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [vite, ...given], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
