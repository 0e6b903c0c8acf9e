import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { inLanguage } from '../form/in-language.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { Exit, Terminal } from './terminal.ts';
import { words } from './words.ts';

/** The names that files of reports have. */
export const EXTENSIONS: readonly string[] =
  '.json .ndjson .jsonl .html .htm .mht .mhtml .docx .doc .wps .xlsx .xls .et .ods .pdf .ofd .txt .md .csv'.split(
    ' ',
  );

/** Skipped files of a folder that are named one by one. */
const MAX_NAMED = 5;

/**
 * The files that are meant by what stands on the command line: a folder is the reports in it, and `*` and
 * `?` in the name of a file are spelled out, which not every shell does. A list of agencies that lies among the
 * reports is none.
 *
 * @returns
 *   Files, those of each folder and pattern in order of their names; nothing if one of them means no file,
 *   which is reported.
 */
export async function namedFiles(
  given: readonly string[],
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
  list?: string,
): Promise<readonly string[] | undefined> {
  const say = inLanguage(words, locale);
  const files: string[] = [];
  for (const name of given) {
    const found = await resolveName(name, list);
    if (found === undefined) {
      files.push(name); // if there is none, whoever reads it tells
      continue;
    }
    if (found.files.length === 0) {
      terminal.err(`${name}  ${found.isFolder ? say.emptyFolder(EXTENSIONS) : say.noMatch}\n`);
      exit(2);
      return undefined;
    }
    const { left } = found;
    if (left.length > 0)
      terminal.err(`${name}  ${say.leftAside(left.slice(0, MAX_NAMED), left.length - MAX_NAMED)}\n`);
    files.push(...found.files);
  }
  return files;
}

interface Resolved {
  readonly isFolder: boolean;
  readonly files: readonly string[];
  /** What else is in the folder. */
  readonly left: readonly string[];
}

/** What a folder or a pattern means; `undefined` if the name is that of a file. */
async function resolveName(name: string, list?: string): Promise<Resolved | undefined> {
  const isList = (file: string) => list !== undefined && resolve(file) === resolve(list);
  const found = name === '-' ? undefined : await stat(name).catch(() => undefined);
  if (found?.isDirectory()) {
    const inside = await visibleIn(name);
    const isReport = (entry: string) => EXTENSIONS.includes(extname(entry).toLowerCase());
    return {
      isFolder: true,
      files: inside
        .filter(isReport)
        .map((entry) => join(name, entry))
        .filter((file) => !isList(file)),
      left: inside.filter((entry) => !isReport(entry)),
    };
  }
  const pattern = basename(name);
  if (found || !/[*?]/.test(name)) return undefined;
  const folder = dirname(name);
  const inside = await visibleIn(folder).catch(() => []);
  const files = inside
    .filter((entry) => patternOf(pattern).test(entry))
    .map((entry) => join(folder, entry))
    .filter((file) => !isList(file));
  return { isFolder: false, files, left: [] };
}

/** What a folder holds, in order; not what is hidden, nor what Word and WPS put beside a file that is open. */
async function visibleIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder);
  return entries.filter((entry) => !/^(?:\.|~\$)/.test(entry)).sort();
}

/** `*` is any characters, `?` is one; upper and lower case are the same, as they are in Windows. */
function patternOf(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|/]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'isu');
}
