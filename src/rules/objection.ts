import type { Localized } from '../form/vocabulary.ts';
import { type Outcome, said } from './rule.ts';

/** A broken rule that is about no equation: what to say, and numbers or cells where there are any. */
export function objection(
  text: Localized,
  about: Partial<Pick<Outcome, 'expected' | 'actual' | 'severity' | 'cells'>> = {},
): Outcome {
  return { verdict: 'broken', cells: [], ...about, message: said(text) };
}
