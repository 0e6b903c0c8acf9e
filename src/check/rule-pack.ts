import type { Localized } from '../form/vocabulary.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import type { Settings } from '../rules/settings.ts';

/** What a region asks for beyond the national rules. */
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
}

/** Whether a value has the shape of a pack: a name, and rules that can be run. */
export function isPack(value: unknown): value is RulePack {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, rules = [] } = value as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && name !== undefined && Array.isArray(rules) && rules.every(isRule);
}

function isRule(value: unknown): value is Rule {
  if (typeof value !== 'object' || value === null) return false;
  const { id, instances } = value as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && Array.isArray(instances);
}
