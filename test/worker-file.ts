import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** Builds what worker threads run from the sources as they are, since threads of Node.js 20 run no TypeScript. */
export async function buildWorker(): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'ogi-worker-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('../src/many/worker-entry.ts', import.meta.url)),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'many-worker.mjs' } },
    },
  });
  return pathToFileURL(join(folder, 'many-worker.mjs'));
}
