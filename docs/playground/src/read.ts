import type { Locale } from 'ogi-annual-report';
import { readAny } from 'ogi-annual-report/read-any';
import type { Reading } from 'ogi-annual-report/reading';
import { config } from 'zod';

// without this zod tries whether it may compile its checks, which the policy of the page forbids
config({ jitless: true });

/** Reads a file, whatever it is. */
export function read(file: Uint8Array, locale: Locale): Promise<Reading> {
  return readAny(file, { locale });
}
