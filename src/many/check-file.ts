import { checkReport } from '../check/check.ts';
import type { CheckOptions } from '../check/check-options.ts';
import type { Reading } from '../reading/reading.ts';
import { checkedReport } from '../results/checked-report.ts';
import type { LineSettings } from './check-batch.ts';
import { type Unplaced, unreadableFile } from './file-row.ts';
import { fileWords } from './file-words.ts';
import { findPrevious } from './find-previous.ts';
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
  const { previous, compared, ambiguous } = findPrevious(draft, previousOf, check.previous);
  const result = checkReport({ ...reading, draft }, previous ? { ...check, previous } : check);
  return {
    ...checkedReport(name, { ...reading, draft }, result),
    compared,
    ambiguous,
    notices: [
      ...(listedOtherwise === undefined ? [] : [fileWords.listedOtherwise(listedOtherwise)[locale]]),
      ...(ambiguous ? [fileWords.ambiguous[locale]] : []),
    ],
  };
}
