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
  return bodyKey(one.name) !== bodyKey(other.name);
}
