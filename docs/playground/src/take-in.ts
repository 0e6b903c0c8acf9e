import type { Locale } from 'ogi-annual-report';
import { inLanguage } from '../../../src/form/in-language.ts';
import { shownProblems } from '../../../src/results/checked-report.ts';
import { resultWords } from '../../../src/results/words.ts';
import { isNotLoaded } from './is-not-loaded.ts';
import type { Words } from './words.ts';
import type { Source } from './workspace.ts';

/** Larger files are not even looked at. */
export const MAX_MEGABYTES = 50;

/** A file that is no report, or none that could be read, and why. */
export interface Refusal {
  readonly why: string;
  /** Every reason, where there are several. */
  readonly reasons?: readonly string[];
}

/** Reads a file that was dropped, chosen or pasted; says in a sentence why it could not be read. */
export async function takeIn(
  name: string,
  file: Blob,
  locale: Locale,
  words: Words,
): Promise<Source | Refusal> {
  if (file.size > MAX_MEGABYTES * 1e6)
    return { why: words.tooLarge(Math.ceil(file.size / 1e6), MAX_MEGABYTES) };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { why: words.notReadable };
  }
  return takeInBytes(name, bytes, locale, words);
}

/** Reads bytes, again in another language perhaps. */
export async function takeInBytes(
  name: string,
  bytes: Uint8Array,
  locale: Locale,
  words: Words,
): Promise<Source | Refusal> {
  let reader: typeof import('./read.ts');
  try {
    await import('./without-eval.ts');
    reader = await import('./read.ts');
  } catch {
    return { why: words.partMissing };
  }
  try {
    await painted();
    const reading = await reader.read(bytes, locale);
    if (reading.status === 'unreadable') {
      const say = inLanguage(resultWords, locale);
      const [why = '', ...more] = shownProblems({ name, problems: reading.problems }, say);
      return more.length === 0 ? { why } : { why: words.severalReasons, reasons: [why, ...more] };
    }
    return { name, bytes, reading };
  } catch (error) {
    if (isNotLoaded(error)) return { why: words.partMissing };
    return { why: words.unexpected(error instanceof Error ? error.message : String(error)) };
  }
}

/** Lets the browser show what was announced before it is busy. */
function painted(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
