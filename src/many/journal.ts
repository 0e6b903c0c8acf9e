import packageJson from '../../package.json' with { type: 'json' };
import { LocalizedError } from '../form/localized-error.ts';
import { batchesOf, linesOf } from './batches.ts';
import type { Unplaced } from './file-row.ts';
import { type FolderOptions, tasksOf } from './file-source.ts';
import { fileWords } from './file-words.ts';
import { piecesOf } from './line-source.ts';
import type { FileTask } from './read-file.ts';

/** What tells one state of a file from another. */
type State = string;

/** The first line of a journal. */
interface Heading {
  /** The version of the package and everything else that decides about results. */
  readonly journal: string;
}

/** A further line. */
interface Entry {
  readonly file: string;
  readonly state: State;
  readonly row: Unplaced;
}

/** What came of the files of a run so far, kept in a file. */
export interface Journal {
  /** What came of a file that has not changed since; nothing if it has, or was not reached. */
  readonly find: (task: FileTask) => Promise<Unplaced | undefined>;
  /** Keeps what came of a file. What may go better the next time is not kept. */
  readonly keep: (task: FileTask, row: Unplaced) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the journal of a run, or begins one. It is begun anew when the version of the package, or anything besides the
 * files that decides about the results, is not what it was.
 *
 * @param path
 *   The file.
 * @param settings
 *   What decides about the results besides the files: plain JSON.
 * @throws
 *   If the file is something else, which is not written.
 */
export async function openJournal(path: string | URL, settings: unknown): Promise<Journal> {
  const { open, stat } = await import('node:fs/promises'); // bundles for browsers have no files
  const heading: Heading = { journal: await hashOf(JSON.stringify([packageJson.version, settings])) };
  const present = (await stat(path).catch(() => undefined))?.size ?? 0;
  const { places, end } = present === 0 ? begun() : await placesIn(path, present, heading);
  const file = await open(path, present === 0 ? 'w+' : 'r+');
  await file.truncate(end);
  const states = new Map<FileTask, State | undefined>();
  let length = end;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();
  const append = (value: Heading | Entry): Promise<unknown> => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    last = last.then(async () => {
      await file.write(bytes, 0, bytes.length, length);
      length += bytes.length;
    });
    return last;
  };
  if (end === 0) await append(heading);

  return {
    async find(task) {
      const state = await stateOf(task);
      states.set(task, state);
      const place = places.get(task.name);
      if (!place || state === undefined || place.state !== state) return undefined;
      const bytes = Buffer.alloc(place.length);
      await file.read(bytes, 0, place.length, place.start);
      states.delete(task);
      return (JSON.parse(bytes.toString('utf8')) as Entry).row;
    },
    async keep(task, row) {
      const before = states.get(task);
      states.delete(task);
      if (isClosed || before === undefined || !isLasting(row)) return;
      // a file that was changed while it was read may be either
      if ((await stateOf(task)) === before) await append({ file: task.name, state: before, row });
    },
    close: async () => {
      isClosed = true;
      await last.catch(() => {}); // reported where it was kept
      await file.close();
    },
  };
}

/** Whether the same would come of the file again: not so where another program had it, or something failed. */
function isLasting(row: Unplaced): boolean {
  return 'problems' in row ? row.reason === 'unreadable' : row.result.failedRules.length === 0;
}

async function stateOf({ content }: FileTask): Promise<State | undefined> {
  if (typeof content !== 'string') return hashOf(content);
  const { stat } = await import('node:fs/promises');
  const found = await stat(content).catch(() => undefined);
  return found && `${found.size} ${found.mtimeMs}`;
}

/** Where the entry of a file stands in a journal. */
interface EntryPlace {
  readonly state: State;
  readonly start: number;
  readonly length: number;
}

interface Places {
  readonly places: ReadonlyMap<string, EntryPlace>;
  /** Where the next entry goes. */
  readonly end: number;
}

function begun(): Places {
  return { places: new Map(), end: 0 };
}

/** Finds the entries of a journal; a last one that was interrupted is none. */
async function placesIn(path: string | URL, size: number, { journal }: Heading): Promise<Places> {
  const places = new Map<string, EntryPlace>();
  let end = 0;
  const { pieces } = await piecesOf(path);
  const decoder = new TextDecoder();
  for await (const batch of batchesOf(pieces, { full: false, longestLine: Number.MAX_SAFE_INTEGER })) {
    if (!('bytes' in batch)) throw new LocalizedError(fileWords.notAJournal);
    for (const bytes of linesOf(batch.bytes)) {
      const entry = parsed(decoder.decode(bytes));
      if (end === 0) {
        if (!isObject(entry) || typeof entry['journal'] !== 'string')
          throw new LocalizedError(fileWords.notAJournal);
        if (entry['journal'] !== journal) return begun();
      } else {
        if (!isObject(entry) || end + bytes.length + 1 > size) return { places, end };
        const { file, state } = entry;
        if (typeof file === 'string' && typeof state === 'string')
          places.set(file, { state, start: end, length: bytes.length });
      }
      end += bytes.length + 1;
    }
  }
  return { places, end };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The states of files, and of those in folders. */
export async function statesOf(
  files: readonly (string | URL)[],
  options: FolderOptions,
): Promise<readonly (readonly [name: string, state: State | undefined])[]> {
  const { tasks } = await tasksOf(files, options);
  return Promise.all(tasks.map(async (task) => [task.name, await stateOf(task)] as const));
}

/** A short text that is another one for any other content. */
async function hashOf(content: string | Uint8Array): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
