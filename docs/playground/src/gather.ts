import { isLeftOut } from '../../../src/many/folder-files.ts';
import type { NamedFile } from './check-files.ts';

/** More files are not checked in one go. */
export const MAX_FILES = 2_000;

/** Files that were chosen, by their path in the folder that was chosen. */
export function namedFiles(files: readonly File[]): NamedFile[] {
  const all = files.map((file) => ({ name: file.webkitRelativePath || file.name, file }));
  const paths = new Set(all.map(({ name }) => name.toLowerCase()));
  return all.filter(({ name }) => !isBeside(name.split('/'), paths));
}

/** Whether a file, or a folder above it, is one that no person put there. */
function isBeside(steps: readonly string[], paths: ReadonlySet<string>): boolean {
  return steps.some((step, at) => {
    const above = steps.slice(0, at).map((each) => `${each.toLowerCase()}/`);
    const beside = { has: (name: string) => paths.has(above.join('') + name) };
    return isLeftOut(step, at < steps.length - 1, beside);
  });
}

/** What was dropped, if a folder is among it; it has to be asked for while the event lasts. */
export function droppedFolder(given: DataTransfer | null): readonly FileSystemEntry[] | undefined {
  const entries = [...(given?.items ?? [])].flatMap((item) =>
    item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : [],
  );
  return entries.some(({ isDirectory }) => isDirectory) ? entries : undefined;
}

/** All files in what was dropped, folders in folders too. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  const left = ofPeople(entries);
  for (let entry = left.shift(); entry && found.length <= MAX_FILES; entry = left.shift()) {
    if (isFile(entry)) found.push({ name: entry.fullPath.replace(/^\//u, ''), file: await fileOf(entry) });
    else if (isFolder(entry)) left.push(...ofPeople(await childrenOf(entry)));
  }
  return found;
}

function ofPeople(entries: readonly FileSystemEntry[]): FileSystemEntry[] {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return entries.filter(({ name, isDirectory }) => !isLeftOut(name, isDirectory, names));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A file that cannot be had is an empty one here, and said to be unreadable when its turn comes. */
function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(new File([], entry.name))));
}

/** Everything directly in a folder; browsers hand it out in parts. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (part.length === 0) return all;
    all.push(...part);
  }
}
