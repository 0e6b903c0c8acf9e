import { form2021 } from '../form/2021.ts';
import type { Heading, Table } from '../form/table.ts';

/** The English of every heading of the form. */
const english: ReadonlySet<string> = new Set(
  [...form2021.sections, ...Object.values<Table>(form2021.tables).flatMap(headingsOf)].map(
    (heading) => heading.english,
  ),
);

function headingsOf({ band, corner, rows, columns }: Table): Heading[] {
  const lines = [...rows, ...columns].flatMap((line) => [line, ...(line.under ?? [])]);
  return [...lines, ...[band, corner].filter((heading) => heading !== undefined)];
}

/** Takes away the English in brackets that our renderers print behind headings; all else stays. */
export function withoutEnglishHeadings(text: string): string {
  if (!text.includes('［')) return text;
  return text.replace(/［([^［］\n]{1,200})］/gu, (whole, inner: string) =>
    english.has(inner) ? '' : whole,
  );
}
