import { messageOf } from '../form/localized-error.ts';
import type { Locale } from '../form/vocabulary.ts';
import { readReport } from '../read-report.ts';
import type { Reading } from '../reading/reading.ts';
import type { AnyDraft } from '../report/report.ts';
import { cannotOpen, notAFile } from './file-error.ts';
import { type Unplaced, type UnreadableFile, unreadableFile } from './file-row.ts';
import { fileWords } from './file-words.ts';

/** A file to be read: its name, and its bytes or where it lies. */
export interface FileTask {
  readonly name: string;
  /** Its bytes, or a path. */
  readonly content: Uint8Array | string;
}

/** A report that was read and not checked. */
export interface DraftOfFile {
  readonly name: string;
  readonly report: AnyDraft;
}

/** Larger files are refused before they are read; a report has some 30 kB. */
export const MAX_FILE_BYTES = 20_000_000;

/** Reads a file of any format that can be read. Whatever is wrong with it is no error of the program. */
export async function readFileTask(
  { name, content }: FileTask,
  locale: Locale,
): Promise<{ readonly reading: Reading } | Unplaced<UnreadableFile>> {
  const bytes = typeof content === 'string' ? await bytesAt(content, locale) : content;
  if (typeof bytes === 'string') return unreadableFile(name, 'not-opened', bytes);
  if (bytes.length > MAX_FILE_BYTES) return unreadableFile(name, 'unreadable', tooLarge(locale));
  try {
    const reading = await readReport(bytes, { locale });
    if (reading.status !== 'unreadable') return { reading };
    return { ...unreadableFile(name, 'unreadable'), problems: reading.problems };
  } catch (error) {
    return unreadableFile(name, 'not-checked', messageOf(error, locale)); // a package is not installed
  }
}

/** Reads a file for its report. */
export async function readDraft(
  task: FileTask,
  locale: Locale,
): Promise<DraftOfFile | Unplaced<UnreadableFile>> {
  const read = await readFileTask(task, locale);
  return 'problems' in read ? read : { name: task.name, report: read.reading.draft };
}

/** The bytes of a file, or why there are none. */
async function bytesAt(path: string, locale: Locale): Promise<Uint8Array | string> {
  try {
    const { readFile, stat } = await import('node:fs/promises');
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory()) return notAFile[locale];
    return found.size > MAX_FILE_BYTES ? tooLarge(locale) : await readFile(path);
  } catch (error) {
    return cannotOpen(error)[locale];
  }
}

function tooLarge(locale: Locale): string {
  return fileWords.tooLarge(MAX_FILE_BYTES / 1_000_000)[locale];
}
