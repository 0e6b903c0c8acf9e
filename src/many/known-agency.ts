import type { Inferred, Reading } from '../reading/reading.ts';
import type { AgencyKind, AgencyLevel, AnyDraft } from '../report/report.ts';
import type { AgencyFinder } from './agency-list.ts';

/** What is known of agencies besides what reports state. */
export interface KnownAgencies {
  /** Kind of every agency. */
  readonly kind?: AgencyKind;
  /** Level of every agency. */
  readonly level?: AgencyLevel;
  /** What is known of each. */
  readonly list?: AgencyFinder;
}

/** A report that was read from a file. */
export interface ReadReport {
  readonly file: string;
  readonly draft: AnyDraft;
  readonly reading?: Pick<Reading, 'inferred'>;
}

/** A draft with what is known of its agency. */
export interface KnownDraft {
  readonly draft: AnyDraft;
  /** Line of the list that says something else than the report states. */
  readonly listedOtherwise?: number;
}

/**
 * What is known of the agency counts where the source does not say it, before what was inferred from its name: first
 * the list, then what is known of every agency.
 */
export function withKnownAgency(
  { file, draft, reading }: ReadReport,
  { kind, level, list }: KnownAgencies,
): KnownDraft {
  const { agency } = draft;
  const listed = list?.find(file, agency.name);
  const stated = <Value extends string>(particular: Inferred['particular'], value: Value | null) =>
    reading?.inferred.some((each) => each.particular === particular) ? null : value;
  const statedKind = stated('agency.kind', agency.kind);
  const statedLevel = stated('agency.level', agency.level);
  const isOther = (said: string | null, other: string | null | undefined) =>
    said !== null && other && said !== other;
  const isListedOtherwise = isOther(statedKind, listed?.kind) || isOther(statedLevel, listed?.level);
  return {
    draft: {
      ...draft,
      agency: {
        ...agency,
        kind: statedKind ?? listed?.kind ?? kind ?? agency.kind,
        level: statedLevel ?? listed?.level ?? level ?? agency.level,
      },
    },
    ...(listed && isListedOtherwise ? { listedOtherwise: listed.line } : {}),
  };
}
