import { readFile, stat } from 'node:fs/promises';
import { messageOf } from '../form/localized-error.ts';
import type { Locale } from '../form/vocabulary.ts';
import { cannotOpen, notAFile } from '../many/file-error.ts';
import { readReport } from '../read-report.ts';
import type { Reading } from '../reading/reading.ts';
import type { Problem } from '../report/parse.ts';
import type { AnyDraft } from '../report/report.ts';

/** A file that was given on the command line, as far as it could be read. */
export type Source =
  | { readonly file: string; readonly draft: AnyDraft; readonly reading?: Reading }
  | { readonly file: string; readonly problems: readonly Pick<Problem, 'message'>[] };

/** Larger files are refused before they are read; a report has some 30 kB. */
const MAX_BYTES = 20_000_000;

/** Reads a file, or standard input for `-`, whatever it is. */
export async function open(file: string, stdin: AsyncIterable<Uint8Array>, locale: Locale): Promise<Source> {
  const bytes = await bytesOf(file, stdin, locale);
  if (typeof bytes === 'string') return { file, problems: [{ message: bytes }] };
  try {
    const reading = await readReport(bytes, { locale });
    return reading.status === 'unreadable'
      ? { file, problems: reading.problems }
      : { file, draft: reading.draft, reading };
  } catch (error) {
    return { file, problems: [{ message: messageOf(error, locale) }] };
  }
}

async function bytesOf(
  file: string,
  stdin: AsyncIterable<Uint8Array>,
  locale: Locale,
): Promise<Uint8Array | string> {
  if (file === '-') {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of stdin) {
      length += chunk.length;
      if (length > MAX_BYTES) return tooLarge(locale);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
  try {
    const found = await stat(file);
    if (!found.isFile() && !found.isDirectory()) return notAFile[locale];
    if (found.size > MAX_BYTES) return tooLarge(locale);
    return await readFile(file);
  } catch (error) {
    return cannotOpen(error)[locale];
  }
}

function tooLarge(locale: Locale): string {
  const most = MAX_BYTES / 1_000_000;
  return locale === 'en'
    ? `larger than ${most} MB; a report has some 30 kB; give the report alone`
    : `超过 ${most} MB；一份报告约 30 kB，请只提供报告本身`;
}
