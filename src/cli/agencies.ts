import { readFile, stat } from 'node:fs/promises';
import type { Locale } from '../form/vocabulary.ts';
import {
  type AgencyFinder,
  type AgencyListOptions,
  agencyFinder,
  type ListedAgency,
  parseAgencyList,
} from '../many/agency-list.ts';
import { cannotOpen, isFileError, notAFile } from '../many/file-error.ts';
import type { Loaded } from '../many/pack-file.ts';
import type { Inferred } from '../reading/reading.ts';
import type { AgencyKind, AgencyLevel, AnyDraft } from '../report/report.ts';
import type { Readable, Terminal } from './terminal.ts';
import { words } from './words.ts';

/** Larger lists are refused; one of every agency of a province has some 2 MB. */
const MAX_BYTES = 20_000_000;
/** Rows without a report that are named one by one. */
const MAX_NAMED = 5;

/** What the command line says about agencies. */
export interface KnownAgencies {
  readonly locale: Locale;
  readonly kind?: AgencyKind;
  readonly level?: AgencyLevel;
  /** Found in the list, if one is given. */
  readonly list?: AgencyFinder;
}

/** Loads a list of agencies from CSV, to find kinds and levels in; refuses one that has neither. */
export async function loadAgencies(file: string, locale: Locale): Promise<Loaded<AgencyFinder>> {
  const loaded = await loadAgencyList(file, locale);
  if ('problems' in loaded) return loaded;
  const isIdle = loaded.value.every(({ kind, level }) => kind === null && level === null);
  return isIdle ? { problems: [words.idleList[locale]] } : { value: agencyFinder(loaded.value) };
}

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

/**
 * What is known of the agency counts where the source does not say it, before what was inferred from its name: first
 * the list, then what is said for every report.
 */
export function withAgency(
  { file, draft, reading }: Readable,
  { locale, kind, level, list }: KnownAgencies,
  terminal: Terminal,
): AnyDraft {
  const { agency } = draft;
  const listed = list?.find(file, agency.name);
  const stated = <Value extends string>(particular: Inferred['particular'], value: Value | null) =>
    reading?.inferred.some((each) => each.particular === particular) ? null : value;
  const statedKind = stated('agency.kind', agency.kind);
  const statedLevel = stated('agency.level', agency.level);
  const isOther = (said: string | null, other: string | null | undefined) =>
    said !== null && other && said !== other;
  if (listed && (isOther(statedKind, listed.kind) || isOther(statedLevel, listed.level)))
    terminal.err(`${file}  ${words.listedOtherwise(listed.line)[locale]}\n`);
  return {
    ...draft,
    agency: {
      ...agency,
      kind: statedKind ?? listed?.kind ?? kind ?? agency.kind,
      level: statedLevel ?? listed?.level ?? level ?? agency.level,
    },
  };
}

/** Names the rows of the list that belong to none of the reports. */
export function reportUnused(file: string, list: AgencyFinder, locale: Locale, terminal: Terminal): void {
  const unused = list.unused();
  if (unused.length === 0) return;
  const named = unused
    .slice(0, MAX_NAMED)
    .map(({ line, file: report, names: [name = report] }) => ({ line, name }));
  terminal.err(`${file}  ${words.noReportOf(named, unused.length - named.length)[locale]}\n`);
}
