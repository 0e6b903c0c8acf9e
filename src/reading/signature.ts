import type { Block } from '../report/report.ts';
import { isDate, isSame } from '../report/signature.ts';
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
 * Takes the signature off the end of a source: the agency (署名), then the date (成文日期). It belongs to no section and no
 * table. The date is taken for the day of publication where none is stated.
 */
export function withoutSignature(
  lines: readonly SourceLine[],
  outline: readonly FoundSection[],
  titleBlock: TitleBlock,
): Unsigned {
  const last = outline.at(-1);
  const start = last ? signatureStart(lines, last.from, titleBlock.agency) : lines.length;
  const signature = lines.slice(start);
  const [first] = signature;
  const plain = { lines, outline, titleBlock, closing: [], inferred: [] };
  if (!first || !last) return plain;
  const rest = {
    lines: lines.slice(0, start),
    outline: [...outline.slice(0, -1), { ...last, end: Math.min(last.end, start) }],
  };
  const date = signature.find(({ text }) => isDate(text))?.text;
  const name = first.text === date ? undefined : first.text.replace(/\s+/gu, '');
  const day = date === undefined ? undefined : dayOf(date);
  const statedDay = titleBlock.stated.get('publishedOn');
  const saysTheSame =
    name !== undefined &&
    isSame(name, titleBlock.agency ?? name) &&
    (date === undefined || (day !== undefined && dayOf(statedDay ?? date) === day));
  if (!saysTheSame)
    return { ...plain, ...rest, closing: signature.map(({ text }) => ({ kind: 'paragraph', text })) };
  const isNewDay = date !== undefined && statedDay === undefined;
  return {
    ...rest,
    closing: [],
    titleBlock: {
      ...titleBlock,
      agency: titleBlock.agency ?? name,
      stated: isNewDay ? new Map([...titleBlock.stated, ['publishedOn', date]]) : titleBlock.stated,
    },
    inferred: isNewDay ? [{ particular: 'publishedOn', from: date }] : [],
  };
}

/** Where the signature begins, at the earliest at `from`; behind the last line if there is none. */
function signatureStart(lines: readonly SourceLine[], from: number, agency: string | null): number {
  const isText = (at: number) => at >= from && typeof lines[at]?.kind !== 'number';
  const last = lines.length - 1;
  const isDated = isText(last) && isDate(lines[last]?.text ?? '');
  const at = isDated ? last - 1 : last;
  const text = lines[at]?.text ?? '';
  const isNamed =
    isText(at) && ((agency !== null && isSame(text, agency)) || (isDated && isAgencyName(text)));
  return isNamed ? at : isDated ? last : lines.length;
}
