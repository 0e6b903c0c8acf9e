import type { Locale } from 'ogi-annual-report';
import { readAny } from 'ogi-annual-report/read-any';
import type { Reading } from 'ogi-annual-report/reading';

/** Reads a file, whatever it is. */
export function read(file: Uint8Array, locale: Locale): Promise<Reading> {
  return readAny(file, { locale });
}
