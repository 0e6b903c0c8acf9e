import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A copy of the service, as a vendor makes one, with the packages that it declares and no others. */
export async function copyOfService(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'service-'));
  await cp(join(root, 'examples/service'), folder, { recursive: true });
  const { dependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(name === 'ogi-annual-report' ? root : join(root, 'node_modules', name), link);
  }
  return folder;
}

/** Makes every connection to elsewhere an error that ends the program. */
const NO_CONNECTIONS = `import net from 'node:net';
net.Socket.prototype.connect = () => { console.error('connects to elsewhere'); process.exit(9); };`;

/** The service while it runs. */
export interface RunningService {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has logged so far. */
  readonly log: readonly Record<string, unknown>[];
  /** What it has printed besides. */
  readonly errors: readonly string[];
  /** Tells it to stop, and gives its exit status once it has. */
  stop(): Promise<number | null>;
}

/** Starts the service on a free port, where it may read files and start processes, and nothing else. */
export async function startedService(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const child = spawn(
    process.execPath,
    [
      permission,
      '--allow-fs-read=*',
      '--allow-child-process',
      '--no-warnings',
      `--import=data:text/javascript,${encodeURIComponent(NO_CONNECTIONS)}`,
      'server.js',
    ],
    { cwd: folder, env: { PATH: process.env['PATH'], PORT: '0', ...settings } },
  );
  const errors: string[] = [];
  createInterface(child.stderr).on('line', (line) => errors.push(line));
  const log: Record<string, unknown>[] = [];
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => log.push(JSON.parse(line)));
  await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  const url = log[0]?.['listening'];
  if (typeof url !== 'string') throw new Error(`The service does not start: ${errors.join('\n')}`);
  return {
    url,
    process: child,
    log,
    errors,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}
