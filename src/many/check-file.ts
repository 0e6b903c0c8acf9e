import { checkReport } from '../check/check.ts';
import type { CheckOptions } from '../check/check-options.ts';
import type { CellReading, Reading } from '../reading/reading.ts';
import type { CheckedReport } from '../results/checked-report.ts';
import type { LineSettings } from './check-batch.ts';
import { type Unplaced, unreadableFile } from './file-row.ts';
import { fileWords } from './file-words.ts';
import { holdsLines } from './folder-files.ts';
import { type KnownAgencies, withKnownAgency } from './known-agency.ts';
import { reasonOf } from './line-problem.ts';
import { type FileTask, readFileTask } from './read-file.ts';

/** How every file is checked. */
export interface FileSettings extends Pick<LineSettings, 'previousOf'> {
  readonly check: CheckOptions;
  readonly known: KnownAgencies;
}

/** Reads and checks a file. Whatever happens is its result. */
export async function checkFile(task: FileTask, settings: FileSettings): Promise<Unplaced> {
  const { name } = task;
  const { locale = 'zh-CN' } = settings.check;
  try {
    if (holdsLines(name)) return unreadableFile(name, 'unreadable', fileWords.holdsLines[locale]);
    const read = await readFileTask(task, locale);
    return 'problems' in read ? read : checked(name, read.reading, settings);
  } catch (error) {
    return unreadableFile(name, 'not-checked', fileWords.notChecked(reasonOf(error))[locale]);
  }
}

function checked(name: string, reading: Reading, { check, known, previousOf }: FileSettings): Unplaced {
  const { locale = 'zh-CN' } = check;
  const { draft, listedOtherwise } = withKnownAgency({ file: name, draft: reading.draft, reading }, known);
  const found = previousOf?.(draft);
  const ambiguous = found === 'several';
  const previous = (ambiguous ? undefined : found) ?? check.previous;
  const result = checkReport({ ...reading, draft }, previous ? { ...check, previous } : check);
  return {
    name,
    report: draft,
    result,
    places: placesOf(reading),
    compared: draft.year !== null && previous?.year === draft.year - 1,
    ambiguous,
    notices: [
      ...(listedOtherwise === undefined ? [] : [fileWords.listedOtherwise(listedOtherwise)[locale]]),
      ...(ambiguous ? [fileWords.ambiguous[locale]] : []),
    ],
  };
}

/** Where the cells stand in the source. */
function placesOf({ cells }: Reading): NonNullable<CheckedReport['places']> {
  const places = Object.entries<CellReading>(cells).flatMap(([path, { place }]) =>
    place ? [[path, place] as const] : [],
  );
  return Object.fromEntries(places);
}
