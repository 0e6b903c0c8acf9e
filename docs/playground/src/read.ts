import { type Locale, type Reading, readReport } from 'ogi-annual-report';

/** Reads a file, whatever it is. */
export function read(file: Uint8Array, locale: Locale): Promise<Reading> {
  return readReport(file, { locale });
}
