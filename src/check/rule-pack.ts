import type { Localized } from '../form/vocabulary.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import type { Settings } from '../rules/settings.ts';
import type { Phrase } from '../rules/statements/index.ts';

/** What a region requires beyond the national rules. */
export interface RulePack {
  /** Short name, such as `jiangsu`. */
  readonly id: string;
  /** What people call it. */
  readonly name: Localized;
  /** Rules of its own, made with `defineRule`. */
  readonly rules?: readonly Rule[];
  /** National rules that matter more here: severities by number. None may be lowered. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Dates and thresholds of its own. */
  readonly settings?: Partial<Settings>;
  /** Wordings by which texts of the region state figures of the tables, tried before the national ones. */
  readonly phrases?: readonly Phrase[];
}

/** Whether a value has the shape of a pack: a name, and rules that can be run. */
export function isPack(value: unknown): value is RulePack {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, rules = [], phrases = [] } = value as Readonly<Record<string, unknown>>;
  const hasLists = Array.isArray(rules) && rules.every(isRule) && Array.isArray(phrases);
  return typeof id === 'string' && name !== undefined && hasLists;
}

function isRule(value: unknown): value is Rule {
  if (typeof value !== 'object' || value === null) return false;
  const { id, instances } = value as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && Array.isArray(instances);
}

/** The wordings of packs, in their order. */
export function phrasesOf(packs: readonly RulePack[]): readonly Phrase[] {
  return packs.flatMap(({ phrases = [] }) => phrases);
}
