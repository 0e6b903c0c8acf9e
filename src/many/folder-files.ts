/** The names that files with one report a line have. */
const OF_LINES = /\.(?:ndjson|jsonl)$/iu;

/** Whether a file holds one report a line, by its name. */
export function holdsLines(file: string): boolean {
  return OF_LINES.test(file);
}

/**
 * What systems and office programs put beside files: what is hidden, what tells that a file is open, pictures of
 * what a folder holds.
 */
const NO_FILE_OF_PEOPLE =
  /^(?:\.|~\$|~WR[A-Z]\d{1,8}\.tmp$|__MACOSX$|(?:ehthumbs|Thumbs)\.db$|desktop\.ini$)/iu;

/** What browsers put beside a page that was saved: the folder with its pictures and scripts. */
const BESIDE_A_PAGE = /(?:_files|\.files)$/iu;

/** What a folder holds. */
export interface FolderContent {
  /** Paths of its files, in order. */
  readonly files: readonly string[];
  /** Paths of the folders in it that were not looked into. */
  readonly folders: readonly string[];
}

/**
 * Lists the files of a folder, whatever they are; only what no person put there is left out.
 *
 * @param folder
 *   Path of the folder.
 * @param isRecursive
 *   Whether to look into the folders in it. Links to folders are not followed.
 * @throws
 *   An error of the system, if the folder cannot be opened.
 */
export async function filesIn(folder: string, isRecursive: boolean): Promise<FolderContent> {
  const [{ readdir, stat }, { join }] = await Promise.all([import('node:fs/promises'), import('node:path')]);
  const all = await readdir(folder, { withFileTypes: true });
  const names = new Set(all.map(({ name }) => name.toLowerCase()));
  const entries = all
    .filter((entry) => !isLeftOut(entry.name, entry.isDirectory(), names))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const [files, folders]: [string[], string[]] = [[], []];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isLinkToFolder =
      entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isDirectory() === true;
    if (entry.isDirectory() && isRecursive) {
      // a folder that cannot be opened is a file that cannot: nothing vanishes
      const inside = await filesIn(path, true).catch(() => ({ files: [path], folders: [] }));
      files.push(...inside.files);
      folders.push(...inside.folders);
    } else if (entry.isDirectory() || isLinkToFolder) folders.push(path);
    else files.push(path);
  }
  return { files, folders };
}

/**
 * Whether no person put something into a folder: systems and office programs did, or a browser that saved a page beside it.
 *
 * @param name
 *   Its name.
 * @param isFolder
 *   Whether it is a folder.
 * @param names
 *   The names of everything in the folder, in small letters.
 */
export function isLeftOut(name: string, isFolder: boolean, names: Pick<ReadonlySet<string>, 'has'>): boolean {
  if (NO_FILE_OF_PEOPLE.test(name)) return true;
  if (!isFolder || !BESIDE_A_PAGE.test(name)) return false;
  const page = name.replace(BESIDE_A_PAGE, '').toLowerCase();
  return names.has(`${page}.htm`) || names.has(`${page}.html`);
}
