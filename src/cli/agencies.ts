import { readFile, stat } from 'node:fs/promises';
import type { Locale } from '../form/vocabulary.ts';
import { type AgencyListOptions, type ListedAgency, parseAgencyList } from '../many/agency-list.ts';
import { cannotOpen, isFileError, notAFile } from '../many/file-error.ts';
import { fileWords } from '../many/file-words.ts';
import { type KnownAgencies, withKnownAgency } from '../many/known-agency.ts';
import type { Loaded } from '../many/pack-file.ts';
import type { AnyDraft } from '../report/report.ts';
import type { Readable, Terminal } from './terminal.ts';
import { words } from './words.ts';

/** Larger lists are refused; one of every agency of a province has some 2 MB. */
const MAX_BYTES = 20_000_000;
/** Rows without a report that are named one by one: whoever is missing among many files, a few beside one. */
const [MAX_NAMED, MAX_NAMED_BESIDE_ONE] = [200, 5];

/** Loads a list of agencies from CSV, row by row. */
export async function loadAgencyList(
  file: string,
  locale: Locale,
  options: AgencyListOptions = {},
): Promise<Loaded<readonly ListedAgency[]>> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return { problems: [notAFile[locale]] };
    if (found.size > MAX_BYTES) return { problems: [words.listTooLarge(MAX_BYTES / 1_000_000)[locale]] };
    return parseAgencyList(await readFile(file), { locale, ...options });
  } catch (error) {
    if (!isFileError(error)) throw error;
    return { problems: [cannotOpen(error)[locale]] };
  }
}

/** The draft with what is known of its agency; tells where the list says something else than the report. */
export function withAgency(
  source: Readable,
  known: KnownAgencies,
  locale: Locale,
  terminal: Terminal,
): AnyDraft {
  const { draft, listedOtherwise } = withKnownAgency(source, known);
  if (listedOtherwise !== undefined)
    terminal.err(`${source.file}  ${fileWords.listedOtherwise(listedOtherwise)[locale]}\n`);
  return draft;
}

/** Names the rows of the list that belong to none of so many files. */
export function reportUnused(
  file: string,
  unused: readonly ListedAgency[],
  files: number,
  locale: Locale,
  terminal: Terminal,
): void {
  if (unused.length === 0) return;
  const most = files > 1 ? MAX_NAMED : MAX_NAMED_BESIDE_ONE;
  const named = unused
    .slice(0, most)
    .map(({ line, file: report, names: [name = report] }) => ({ line, name }));
  terminal.err(`${file}  ${words.noReportOf(named, unused.length - named.length)[locale]}\n`);
}
