import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'tsup';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What worker threads run, and what removes it. */
interface BuiltWorker {
  readonly file: URL;
  readonly remove: () => Promise<void>;
}

/** Builds what worker threads run from the sources as they are, since threads of Node.js 20 run no TypeScript. */
export async function buildWorker(): Promise<BuiltWorker> {
  // where the packages are found that it loads, which are not built into it
  const folder = await mkdtemp(at('node_modules/.worker-'));
  await build({
    config: false,
    silent: true,
    entry: { 'many-worker': at('src/many/worker-entry.ts') },
    format: 'esm',
    target: 'node20',
    outDir: folder,
    skipNodeModulesBundle: true,
  });
  return {
    file: pathToFileURL(join(folder, 'many-worker.js')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
