import type { NamedFile } from './check-files.ts';

/** More files are not checked in one go. */
export const MAX_FILES = 2_000;

/** Files that systems and Office keep beside others. */
const BESIDE = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/iu;

/** Files that were chosen, by their path in the folder that was chosen. */
export function namedFiles(files: readonly File[]): NamedFile[] {
  return files
    .filter(({ name }) => !BESIDE.test(name))
    .map((file) => ({ name: file.webkitRelativePath || file.name, file }));
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
  const left = [...entries];
  for (let entry = left.shift(); entry && found.length <= MAX_FILES; entry = left.shift()) {
    if (BESIDE.test(entry.name)) continue;
    if (isFile(entry)) found.push({ name: entry.fullPath.replace(/^\//u, ''), file: await fileOf(entry) });
    else if (isFolder(entry)) left.push(...(await childrenOf(entry)));
  }
  return found;
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
