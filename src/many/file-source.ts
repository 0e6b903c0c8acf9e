import { valueInWords } from '../form/options.ts';
import { filesIn } from './folder-files.ts';
import type { FileTask } from './read-file.ts';

/** A file by its path or `file:` URL, a folder of files, or a file that is in memory. */
export type FileSource = string | URL | FileInMemory;

/** A file that is in memory. */
export interface FileInMemory {
  /** What it is called. */
  readonly name: string;
  /** What it holds. */
  readonly bytes: Uint8Array;
}

/** The files that are meant. */
export interface NamedTasks {
  readonly tasks: readonly FileTask[];
  /** Folders in the folders, which were not looked into. */
  readonly folders: readonly string[];
}

/** What to look for in folders. */
export interface FolderOptions {
  readonly recursive: boolean;
  /** Paths of files that are none of those to check, such as a list of agencies that lies among them. */
  readonly besides: readonly (string | URL)[];
}

/** Finds the files that are meant: those given, and those in the folders given. */
export async function tasksOf(
  sources: Iterable<FileSource>,
  { recursive, besides }: FolderOptions,
): Promise<NamedTasks> {
  const tasks: FileTask[] = [];
  const folders: string[] = [];
  for (const source of sources) {
    if (typeof source === 'object' && source !== null && 'bytes' in source) {
      tasks.push({ name: source.name, content: source.bytes });
      continue;
    }
    if (!isPath(source))
      throw new TypeError(
        `A file to check is ${valueInWords(source)}. Give a path, a URL or { name, bytes }, or a list of them.`,
      );
    const path = await pathOf(source);
    const inside = (await isFolder(path)) ? await filesIn(path, recursive).catch(() => undefined) : undefined;
    if (!inside) {
      tasks.push({ name: path, content: path }); // whoever reads it tells what is wrong
      continue;
    }
    const left = await resolved(besides);
    for (const file of inside.files)
      if (!left.has(await absolute(file))) tasks.push({ name: file, content: file });
    folders.push(...inside.folders);
  }
  return { tasks, folders };
}

/** Whether something names a file or folder. */
export function isPath(value: unknown): value is string | URL {
  return typeof value === 'string' || value instanceof URL;
}

/** The path of a file. */
export async function pathOf(file: string | URL): Promise<string> {
  if (typeof file === 'string' && !file.startsWith('file:')) return file;
  return (await import('node:url')).fileURLToPath(file);
}

/** Whether there is a folder of that name. */
export async function isFolder(path: string): Promise<boolean> {
  const { stat } = await import('node:fs/promises');
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function resolved(files: readonly (string | URL)[]): Promise<ReadonlySet<string>> {
  return new Set(await Promise.all(files.map(async (file) => absolute(await pathOf(file)))));
}

async function absolute(path: string): Promise<string> {
  return (await import('node:path')).resolve(path);
}
