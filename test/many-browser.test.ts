import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { open } from './browser.ts';
import { sample, sampleWith } from './sample.ts';

/** Builds a script that a page includes, with `checkAll` and nothing of Node.js. */
async function pageScript(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ogi-page-'));
  const many = fileURLToPath(new URL('../src/many/index.ts', import.meta.url));
  await writeFile(join(folder, 'page.ts'), `export { checkAll } from ${JSON.stringify(many)};`);
  await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    build: { lib: { entry: 'page.ts', formats: ['iife'], name: 'ogi', fileName: () => 'page.js' } },
  });
  return readFile(join(folder, 'dist/page.js'), 'utf8');
}

test('a page checks a stream where it runs', async () => {
  const page = await open('<!DOCTYPE html><title>x</title>');
  await page.addScriptTag({ content: await pageScript() });
  const lines = [sample(), sampleWith({ 'disputes.reconsideration.total': 0 }), '{'].map((line) =>
    typeof line === 'string' ? line : JSON.stringify(line),
  );
  const checked = (source: string) =>
    page.evaluate(`(async () => {
      const lines = ogi.checkAll(${source});
      const reported = [];
      for await (const line of lines) reported.push(line.ok ? line.result.verdict : line.problems[0].code);
      return { reported, lines: lines.summary.lines };
    })().catch(({ message }) => message)`);
  const stream = `new Response(${JSON.stringify(lines.join('\n'))}).body`;
  expect(await checked(stream)).toEqual({ reported: ['pass', 'fail', 'not-json'], lines: 3 });
  expect(await checked(`${stream}, { jobs: 2 }`)).toBe('Worker threads need Node.js: use `jobs: 1`.');
  expect(await checked('"reports.ndjson"')).toBe(
    'Files need Node.js: give a stream, such as `response.body`.',
  );
});
