import { checkReport, type Locale, readReport } from 'ogi-annual-report';
import { checkedReport, type FileResult } from '../../../src/results/checked-report.ts';
import { isNotLoaded } from './is-not-loaded.ts';
import { words } from './words.ts';

/** Reads and checks one file among many; whatever is wrong with it, it has a result. */
export async function checkFile(name: string, bytes: Uint8Array, locale: Locale): Promise<FileResult> {
  try {
    const reading = await readReport(bytes, { locale });
    if (reading.status === 'unreadable')
      return { name, problems: reading.problems.map(({ message }) => ({ message })) };
    return checkedReport(name, reading, checkReport(reading, { locale }));
  } catch (error) {
    const say = words[locale];
    const message = error instanceof Error ? error.message : String(error);
    return { name, problems: [{ message: isNotLoaded(error) ? say.partMissing : say.unexpected(message) }] };
  }
}
