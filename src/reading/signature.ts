import type { Block } from '../report/report.ts';
import { isSameName, signatureLine } from '../report/signature.ts';
import type { SourceLine } from './lines/source-lines.ts';
import type { FoundSection } from './outline.ts';
import type { Inferred } from './reading.ts';
import { dayOf, isAgencyName, type TitleBlock } from './title-block.ts';

/** A source without the signature at its end. */
export interface Unsigned {
  readonly lines: readonly SourceLine[];
  readonly outline: readonly FoundSection[];
  /** With agency and day of the signature, where the source does not state them above. */
  readonly titleBlock: TitleBlock;
  /** The signature as text of the last section, if it says something else than what stands above. */
  readonly closing: readonly Block[];
  readonly inferred: readonly Inferred[];
}

/**
 * Takes the signature off the end of a source: the agency (署名), then the date (成文日期), on one line or two. It belongs to
 * no section and no table. The date is taken for the day of publication where none is stated, but only below the agency or
 * its office, or where it is called 成文日期: web pages have dates of their own at the end.
 */
export function withoutSignature(
  lines: readonly SourceLine[],
  outline: readonly FoundSection[],
  titleBlock: TitleBlock,
): Unsigned {
  const last = outline.at(-1);
  const start = last ? signatureStart(lines, last.from, titleBlock.agency) : lines.length;
  const signature = lines.slice(start);
  const plain = { lines, outline, titleBlock, closing: [], inferred: [] };
  if (!last || signature.length === 0) return plain;
  const parts = signature.map(({ text }) => signatureLine(text));
  const name = parts.find((part) => part.name !== undefined)?.name;
  const date = parts.find((part) => part.date !== undefined)?.date;
  const day = date === undefined ? undefined : dayOf(date);
  const statedDay = titleBlock.stated.get('publishedOn');
  const isSameDay = date === undefined || (day !== undefined && dayOf(statedDay ?? date) === day);
  const agency = titleBlock.agency ?? name;
  const isLabelled = parts.some((part) => part.isLabelled);
  const isByAgency = name === undefined ? isLabelled : isSameName(name, agency ?? '');
  const isOwn = isByAgency || (name?.startsWith(agency?.replace(/\s+/gu, '') ?? name) ?? false);
  const isNewDay = isOwn && date !== undefined && day !== undefined && statedDay === undefined;
  return {
    lines: lines.slice(0, start),
    outline: [...outline.slice(0, -1), { ...last, end: Math.min(last.end, start) }],
    // what says something else, such as the office of the agency as its author, stays
    closing: isByAgency && isSameDay ? [] : signature.map(({ text }) => ({ kind: 'paragraph', text })),
    titleBlock: {
      ...titleBlock,
      agency: agency ?? null,
      stated: isNewDay ? new Map([...titleBlock.stated, ['publishedOn', date]]) : titleBlock.stated,
    },
    inferred: isNewDay ? [{ particular: 'publishedOn', from: date }] : [],
  };
}

/** Where the signature begins, at the earliest at `from`; behind the last line if there is none. */
function signatureStart(lines: readonly SourceLine[], from: number, agency: string | null): number {
  const isText = (at: number) => at >= from && typeof lines[at]?.kind !== 'number';
  const partsAt = (at: number) => (isText(at) ? signatureLine(lines[at]?.text ?? '') : {});
  const isSigner = (name: string | undefined, isDated: boolean) =>
    name !== undefined && ((agency !== null && isSameName(name, agency)) || (isDated && isAgencyName(name)));
  let at = lines.length - 1;
  // a seal may be printed on a line of its own
  if (isText(at) && Object.keys(partsAt(at)).length === 0) at -= 1;
  const end = partsAt(at);
  if (end.date === undefined) return isSigner(end.name, false) ? at : lines.length;
  if (end.name !== undefined) return isSigner(end.name, true) ? at : lines.length;
  return isSigner(partsAt(at - 1).name, true) && partsAt(at - 1).date === undefined ? at - 1 : at;
}
