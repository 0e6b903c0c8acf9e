import { editions } from '../form/editions.ts';
import type { Heading, Table } from '../form/vocabulary.ts';

/** The English of every heading of every edition of the form. */
export const englishHeadings: ReadonlySet<string> = new Set(
  editions
    .flatMap(({ sections, tables }) => [...sections, ...Object.values(tables).flatMap(headingsOf)])
    .map((heading) => heading.english),
);

function headingsOf({ band, corner, rows, columns }: Table): Heading[] {
  const lines = [...rows, ...columns].flatMap((line) => [line, ...(line.under ?? [])]);
  return [...lines, ...[band, corner].filter((heading) => heading !== undefined)];
}

/** Takes away the English in brackets that our renderers print behind headings; all else stays. */
export function withoutEnglishHeadings(text: string): string {
  if (!text.includes('［')) return text;
  return text.replace(/［([^［］\n]{1,200})］/gu, (whole, inner: string) =>
    englishHeadings.has(inner) ? '' : whole,
  );
}
