import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** A file being written. What was there before stays until everything is written. */
export interface OutputFile {
  /** Appends to it. Throws an error of the system. */
  readonly write: (text: string | Uint8Array) => Promise<void>;
  /** Puts it in its place. Throws an error of the system. */
  readonly finish: () => Promise<void>;
  /** Leaves what was there before. */
  readonly abandon: () => Promise<void>;
}

/**
 * Begins a file. It is written beside its place and put there when it is complete, so that a full disk or an
 * interruption costs nothing that was there. What is no file, such as `/dev/null`, is written to as it is.
 *
 * @throws
 *   An error of the system, if it cannot be written there.
 */
export async function beginOutput(path: string): Promise<OutputFile> {
  const present = await stat(path).catch(() => undefined);
  if (present && !present.isFile()) {
    const opened = await open(path, 'w');
    return { ...appending(opened), finish: () => opened.close(), abandon: () => opened.close() };
  }
  const place = present ? await realpath(path) : await endOfLinks(path);
  const beside = join(dirname(place), `.${randomUUID()}.tmp`);
  const opened = await open(beside, 'wx', present?.mode);
  const remove = () => rm(beside, { force: true });
  return {
    ...appending(opened),
    finish: async () => {
      try {
        await opened.close();
        await rename(beside, place);
      } catch (error) {
        await remove();
        throw error;
      }
    },
    abandon: async () => {
      await opened.close().catch(() => {});
      await remove();
    },
  };
}

/** Links to links that lead to nothing, or in a circle. */
const MAX_LINKS = 40;

/** Where a file is to be made: the file that a link names, if it is not there yet. */
async function endOfLinks(path: string): Promise<string> {
  let place = path;
  for (let count = 0; count < MAX_LINKS; count += 1) {
    const target = await readlink(place).catch(() => undefined);
    if (target === undefined) return place;
    place = resolve(dirname(place), target);
  }
  return await realpath(path); // which says that it leads nowhere
}

function appending(opened: FileHandle): Pick<OutputFile, 'write'> {
  return { write: (text) => opened.writeFile(text) };
}

/** Whether two names are names of one file, whatever the links and spellings. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}

/** Whether there is anything of that name. */
export async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
