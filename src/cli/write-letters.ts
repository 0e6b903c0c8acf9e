import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locale } from '../form/vocabulary.ts';
import type { FileResult } from '../results/checked-report.ts';
import { isChecked } from '../results/file-state.ts';
import { freeLetterName } from '../results/letter-name.ts';
import { renderReturnNotice, renderReturnNoticeDocx } from '../results/return-notice.ts';
import { type Exit, isOutputInput, reportUnwritten, type Terminal, write } from './terminal.ts';
import { words } from './words.ts';

/** What a notice of return can be written as. */
export const LETTER_FORMATS = ['docx', 'text'] as const;

/** Where notices are written, and as what. */
export interface LetterOutput {
  readonly locale: Locale;
  readonly letters?: string;
  readonly lettersAs: (typeof LETTER_FORMATS)[number];
}

/** Writes a notice of return for each report that does not pass, each to a file named after its agency. */
export async function writeLetters(
  results: readonly FileResult[],
  { locale, letters, lettersAs }: LetterOutput,
  inputs: readonly (string | undefined)[],
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  if (letters === undefined) return;
  try {
    await mkdir(letters, { recursive: true });
  } catch (error) {
    return reportUnwritten(letters, error, locale, terminal, exit);
  }
  const taken = new Set<string>();
  let written = 0;
  for (const checked of results.filter(isChecked)) {
    const notice =
      lettersAs === 'text'
        ? renderReturnNotice(checked, { locale })
        : await renderReturnNoticeDocx(checked, { locale });
    if (notice === undefined) continue;
    const name = freeLetterName(checked.report.agency.name ?? basename(checked.name), taken, locale);
    const file = join(letters, `${name}.${lettersAs === 'text' ? 'txt' : 'docx'}`);
    if (await isOutputInput(file, inputs, locale, terminal, exit)) continue;
    if (await write(notice, file, locale, terminal, exit)) written += 1;
  }
  terminal.err(`${letters}  ${words.letters(written)[locale]}\n`);
}
