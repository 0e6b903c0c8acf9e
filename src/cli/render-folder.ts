import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { Locale } from '../form/vocabulary.ts';
import type { Output } from '../formats/renderer.ts';
import type { NamedFile } from './named-files.ts';
import { type Exit, reportUnwritten, type Terminal, write } from './terminal.ts';
import { words } from './words.ts';

/** What is known of the files besides the reports. */
export interface RenderFolderOptions {
  readonly locale: Locale;
  /** Every file that is read; none is written. */
  readonly inputs: readonly (string | undefined)[];
}

/**
 * Renders reports into a folder, under the names of their files and in the folders they lie in. Neither is a file that is
 * read ever written, nor does one report take the place of another.
 */
export async function renderFolder(
  files: readonly NamedFile[],
  folder: string,
  extension: string,
  make: (file: string) => Promise<Output | undefined>,
  { locale, inputs }: RenderFolderOptions,
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  const read = await identitiesOf(inputs);
  for (const [output, [file = '', ...others]] of outputsOf(files, folder, extension)) {
    const input = read.get(await identityOf(output));
    if (others.length > 0 || input !== undefined) {
      const reason = others.length > 0 ? words.oneOutput([file, ...others]) : words.folderHasInput(input);
      terminal.err(`${output}  ${reason[locale]}\n`);
      exit(2);
      continue;
    }
    const made = await make(file);
    if (made === undefined) continue;
    try {
      await mkdir(dirname(output), { recursive: true });
    } catch (error) {
      reportUnwritten(output, error, locale, terminal, exit);
      continue;
    }
    await write(made, output, locale, terminal, exit);
  }
}

/** The files to write, each with those that it would be made of; small and capital letters may be the same. */
function outputsOf(
  files: readonly NamedFile[],
  into: string,
  extension: string,
): ReadonlyMap<string, readonly string[]> {
  const outputs = new Map<string, { readonly output: string; readonly made: string[] }>();
  for (const { file, folder } of files) {
    const inside = folder === undefined ? '' : relative(folder, dirname(file));
    const output = join(into, inside, `${basename(file, extname(file))}.${extension}`);
    const key = output.toLowerCase();
    const present = outputs.get(key);
    if (present) present.made.push(file);
    else outputs.set(key, { output, made: [file] });
  }
  return new Map([...outputs.values()].map(({ output, made }) => [output, made]));
}

/** The files that are there, by what they are, whatever the links and spellings. */
async function identitiesOf(
  files: readonly (string | undefined)[],
): Promise<ReadonlyMap<string | undefined, string>> {
  const identities = new Map<string | undefined, string>();
  for (const file of files) {
    const identity = file === undefined ? undefined : await identityOf(file);
    if (file !== undefined && identity !== undefined) identities.set(identity, file);
  }
  return identities;
}

/** What a file is; nothing if it is not there. */
async function identityOf(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found && `${found.dev} ${found.ino}`;
}
