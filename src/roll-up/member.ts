import type { CheckResult } from '../check/check-result.ts';
import { MEMBER_PARTS, type MemberPart } from '../many/member-part.ts';
import { accepted, type Key, oneOf } from '../report/list-option.ts';
import type { AnyDraft } from '../report/report.ts';

/** A body that is expected to report. */
export interface Member {
  /** Its full name. */
  readonly name: string;
  /** Other names that it is or was called by. */
  readonly aliases?: readonly string[];
  /** Its unified social credit code. A report that states it belongs to this member, whatever the name. */
  readonly creditCode?: string;
  /**
   * How its figures belong to the sum; `department` if left out. The government's `own` office, its
   * `department`s and the governments one level `lower` are added. A body `outside` (a vertical line such as
   * taxes or customs, which reports to its own head office) and one whose figures are `contained` in those of
   * another member (a subordinate unit) are shown, and never added.
   */
  readonly part?: MemberPart;
  /** Whether nothing is complete without it; true if left out. */
  readonly required?: boolean;
  /** Names of members whose figures are included in this one's already. */
  readonly contains?: readonly string[];
}

/** What a member may say, key by key. */
export const memberShape = {
  name: { ...accepted.words, isRequired: true },
  aliases: accepted.texts,
  creditCode: accepted.text,
  part: oneOf(MEMBER_PARTS),
  required: accepted.flag,
  contains: accepted.texts,
} as const satisfies Readonly<Record<keyof Member, Key>>;

/**
 * The state of a member: `filed` a report whose figures hold, one `withErrors` in them, or one that is
 * `incomplete`; is
 * `missing`; filed only a report on an `otherYear`; filed several that differ (`ambiguous`); or is not to be
 * added, being `outside` or `contained` in another.
 */
export type MemberState =
  | 'filed'
  | 'withErrors'
  | 'incomplete'
  | 'missing'
  | 'otherYear'
  | 'ambiguous'
  | 'outside'
  | 'contained';

/** A member and what it filed. */
export interface RolledMember {
  /** The member, as it was given or else made of its report. */
  readonly member: Member;
  /** What became of it. */
  readonly state: MemberState;
  /** Whether all its figures are 0: then nothing in the sum shows whether it was counted. */
  readonly allZero: boolean;
  /** The report that is added, or shown; left out if there is none, or several that differ. */
  readonly report?: AnyDraft;
  /** The check of its figures. */
  readonly result?: CheckResult;
  /** Its other reports, which are not added: on other years, other versions; left out if there are none. */
  readonly notAdded?: readonly AnyDraft[];
}

/** Whether the report of a member in this state is in the sum. */
export function isAdded(state: MemberState): boolean {
  return state === 'filed' || state === 'withErrors' || state === 'incomplete';
}

/** Whether a member in this state leaves the sum open. */
export function isLacking({ member, state }: RolledMember): boolean {
  return member.required !== false && (state === 'missing' || state === 'otherYear' || state === 'ambiguous');
}
