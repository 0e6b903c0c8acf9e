import type { Locale } from '../form/vocabulary.ts';
import { MAX_FILE_BYTES, readFileTask } from '../many/read-file.ts';
import type { Reading } from '../reading/reading.ts';
import type { Problem } from '../report/problem.ts';
import type { AnyDraft } from '../report/report.ts';

/** A file that was given on the command line, as far as it could be read. */
export type Source =
  | { readonly file: string; readonly draft: AnyDraft; readonly reading?: Reading }
  | { readonly file: string; readonly problems: readonly Pick<Problem, 'message'>[] };

/** Reads a file, or standard input for `-`, whatever it is. */
export async function open(file: string, stdin: AsyncIterable<Uint8Array>, locale: Locale): Promise<Source> {
  const content = file === '-' ? await bytesOf(stdin) : file;
  const read = await readFileTask({ name: file, content }, locale);
  if ('problems' in read) return { file, problems: read.problems };
  return { file, draft: read.reading.draft, reading: read.reading };
}

/** All that a stream gives, but no more than is needed to see that it is too much. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    chunks.push(chunk);
    if (length > MAX_FILE_BYTES) break;
  }
  return Buffer.concat(chunks);
}
