import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { inLanguage } from '../form/in-language.ts';
import type { Locale } from '../form/vocabulary.ts';
import { isFolder } from '../many/file-source.ts';
import { filesIn } from '../many/folder-files.ts';
import { isThere } from './output-file.ts';
import type { Exit, Terminal } from './terminal.ts';
import { words } from './words.ts';

/** Folders that are named one by one. */
const MAX_NAMED = 5;

/** A file that is meant by what stands on the command line. */
export interface NamedFile {
  readonly file: string;
  /** The folder that was named, if it was found in one. */
  readonly folder?: string;
}

/** How names are understood. */
export interface NamingOptions {
  readonly locale: Locale;
  /** Whether to look into the folders in a folder. */
  readonly recursive?: boolean | undefined;
  /** Files that may lie among the reports and are none, such as a list of agencies. */
  readonly besides?: readonly (string | undefined)[] | undefined;
  /** A folder in those named whose files are none of them. */
  readonly without?: string | undefined;
}

/**
 * The files that are meant by what stands on the command line: a folder is the files in it, whatever they are, and `*`
 * and `?` in the name of a file are spelled out, which not every shell does.
 *
 * @returns
 *   Files, those of each folder and pattern in order of their names; nothing if one of them means no file,
 *   which is reported.
 */
export async function namedFiles(
  given: readonly string[],
  { locale, recursive = false, besides = [], without }: NamingOptions,
  terminal: Terminal,
  exit: Exit,
): Promise<readonly NamedFile[] | undefined> {
  const say = inLanguage(words, locale);
  const left = new Set(besides.flatMap((file) => (file === undefined ? [] : [resolve(file)])));
  const files: NamedFile[] = [];
  for (const name of given) {
    const found = await resolveName(name, recursive);
    if (!found) {
      files.push({ file: name }); // if there is none, whoever reads it tells
      continue;
    }
    const isWithout = (file: string) =>
      without !== undefined && isInside(file, without) && !isInside(name, without);
    const inside = found.files.filter((file) => !left.has(resolve(file)) && !isWithout(file));
    const aside = found.folders.filter((folder) => !isWithout(folder));
    if (inside.length === 0) {
      const empty = recursive && aside.length > 0 ? say.onlyLinks : say.emptyFolder;
      terminal.err(`${name}  ${found.isFolder ? empty(aside.length) : say.noMatch}\n`);
      exit(2);
      return undefined;
    }
    if (aside.length > 0) {
      // where folders in a folder are looked into, what is left aside is links
      const reason = recursive ? say.linksAside : say.leftAside;
      terminal.err(`${name}  ${reason(aside.slice(0, MAX_NAMED), aside.length - MAX_NAMED)}\n`);
    }
    files.push(...inside.map((file) => (found.isFolder ? { file, folder: name } : { file })));
  }
  return files;
}

/** Whether a file or folder is a folder, or lies in it. */
function isInside(file: string, folder: string): boolean {
  const path = relative(resolve(folder), resolve(file));
  return !path.startsWith('..') && !isAbsolute(path);
}

interface Resolved {
  readonly isFolder: boolean;
  readonly files: readonly string[];
  /** Folders that were not looked into. */
  readonly folders: readonly string[];
}

/** What a folder or a pattern means; `undefined` if the name is that of a file. */
async function resolveName(name: string, recursive: boolean): Promise<Resolved | undefined> {
  if (name === '-') return undefined;
  if (await isFolder(name))
    return {
      isFolder: true,
      ...(await filesIn(name, recursive).catch(() => ({ files: [name], folders: [] }))),
    };
  const pattern = basename(name);
  if (!/[*?]/.test(name) || (await isThere(name))) return undefined;
  const { files } = await filesIn(dirname(name), false).catch(() => ({ files: [] }));
  return {
    isFolder: false,
    files: files.filter((file) => patternOf(pattern).test(basename(file))),
    folders: [],
  };
}

/** `*` is any characters, `?` is one; upper and lower case are the same, as they are in Windows. */
function patternOf(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|/]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'isu');
}
