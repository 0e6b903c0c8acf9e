import { simplified } from '../form/simplified.ts';
import type { AnyDraft } from './report.ts';

/** Names that mean the same body: spaces, brackets, width and case of letters make no difference. */
export function bodyKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s()]/gu, '')
    .toLowerCase();
}

/** Whether two reports are of two agencies: the names are known and differ, and no credit code says it is one body. */
export function isOtherAgency({ agency: one }: AnyDraft, { agency: other }: AnyDraft): boolean {
  if (one.name === null || other.name === null || one.name === other.name) return false;
  if (one.creditCode !== undefined && one.creditCode === other.creditCode) return false;
  return !isOneName(one.name, other.name);
}

/** Whether two names are one body's: it may be printed with the province or without, in traditional characters or not. */
export function isOneName(name: string, otherName: string): boolean {
  const [key, otherKey] = [bodyKey(simplified(name)), bodyKey(simplified(otherName))];
  return key !== '' && otherKey !== '' && (key.endsWith(otherKey) || otherKey.endsWith(key));
}
