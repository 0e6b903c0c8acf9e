import { inLanguage } from '../form/in-language.ts';
import { once } from '../form/once-per.ts';
import type { Locale } from '../form/vocabulary.ts';
import { reportTitle } from '../report/report.ts';
import { isBinding } from '../rules/authority-words.ts';
import { rulesOf } from '../rules/catalogue.ts';
import { type Cause, causesOf } from './causes.ts';
import { cellInWords, tableNameOf } from './cell-in-words.ts';
import type { CheckedReport } from './checked-report.ts';
import { mustBeFileResult } from './must-be-results.ts';
import { noticeWords } from './return-notice-words.ts';
import { resultWords } from './words.ts';

/** A piece of a notice. */
export interface NoticePart {
  readonly kind: 'title' | 'addressee' | 'paragraph' | 'heading' | 'signature';
  readonly text: string;
  /** Whether what stands in 【 】 is to be filled in. */
  readonly hasBlanks?: boolean;
}

/** The rules about reading: what they object to may be the reader's fault, and nothing the agency did. */
const readingRules = once(
  () => new Set(rulesOf().flatMap(({ id, family }) => (family === 'reading' ? [id] : []))),
);

/**
 * The notice with which a report is sent back (退回修改意见), as paragraphs; `undefined` for a report that passes. What has to
 * be changed stands cell by cell with its reason; what only may be wrong stands apart, and so does what was not read.
 */
export function returnNoticeParts(checked: CheckedReport, locale: Locale): readonly NoticePart[] | undefined {
  mustBeFileResult(checked);
  const { report, result } = checked;
  if (result.verdict === 'pass') return undefined;
  const say = inLanguage(noticeWords, locale);
  const all = causesOf(checked, inLanguage(resultWords, locale));
  const isOfReading = ({ rules }: Cause) => rules.some((rule) => readingRules().has(rule));
  const unread = all.filter((cause) => isOfReading(cause) && cause.kind !== 'waived');
  const causes = all.filter((cause) => !isOfReading(cause));
  // a rule of a pack that failed is no fault of the agency
  const failed = new Set(result.failedRules.map(({ message }) => message));
  const open = causes.filter(
    ({ kind, messages }) => kind === 'undecided' && !messages.some((message) => failed.has(message)),
  );
  const found = causes.filter(mustChange);
  // with nothing to point at, what could not be checked is what has to be supplied
  const changes = found.length > 0 || unread.length > 0 ? found : open;
  if (changes.length === 0 && unread.length === 0) return undefined;
  const doubts = causes.filter((cause) => cause.kind === 'warning' && !mustChange(cause));
  const items = (list: readonly Cause[]) =>
    list.map(
      (cause, index): NoticePart => ({ kind: 'paragraph', text: say.item(index + 1, itemOf(cause, locale)) }),
    );
  const text = (words: string): NoticePart => ({ kind: 'paragraph', text: words });
  const sections: readonly { readonly heading: string; readonly parts: readonly NoticePart[] }[] = [
    { heading: say.changes, parts: items(changes) },
    {
      heading: say.unread,
      parts: unread.length > 0 ? [text(say.aboutUnread(tablesOf(unread, locale)))] : [],
    },
    { heading: say.doubts, parts: doubts.length > 0 ? [text(say.aboutDoubts), ...items(doubts)] : [] },
    { heading: say.requirements, parts: [{ ...text(say.closing), hasBlanks: true }] },
  ];
  return [
    { kind: 'title', text: say.title },
    { kind: 'addressee', text: say.addressee(report.agency.name), hasBlanks: report.agency.name === null },
    { kind: 'paragraph', text: say.opening(reportTitle(report), changes.length), hasBlanks: true },
    ...sections
      .filter(({ parts }) => parts.length > 0)
      .flatMap(({ heading, parts }, index): NoticePart[] => [
        { kind: 'heading', text: say.heading(index, heading) },
        ...parts,
      ]),
    { kind: 'signature', text: say.office, hasBlanks: true },
    { kind: 'signature', text: say.date, hasBlanks: true },
  ];
}

/** The tables in which something was not read. */
function tablesOf(causes: readonly Cause[], locale: Locale): string[] {
  const names = causes.flatMap(({ cells }) => cells.map(({ cell }) => tableNameOf(cell)[locale]));
  return [...new Set(names)];
}

/** An error has to be put right, a blank to be filled in; anything else may be as it should. */
function mustChange({ kind, cells }: Cause): boolean {
  return (
    kind === 'error' || (kind === 'warning' && cells.length > 0 && cells.every(({ now }) => now === null))
  );
}

/** Cells that are written out one by one. */
const MAX_CELLS = 10;

/** What is to be done, then why. */
function itemOf({ cells, messages, rules, authorities, otherWays }: Cause, locale: Locale): string {
  const say = inLanguage(noticeWords, locale);
  const [reason = ''] = messages;
  const known = cells.filter(({ shouldBe }) => shouldBe !== null);
  const citations = authorities.filter(isBinding).map(({ citation }) => citation);
  const authority = citations.length > 0 ? say.authority(citations.join(say.between)) : '';
  if (known.length === 0) return `${say.sentence(reason)}${authority}`;
  const steps = known
    .slice(0, MAX_CELLS)
    .map((each) => say.step(cellInWords(each.cell)[locale], each, each.shouldBe ?? 0));
  const more = known.length - steps.length;
  return [
    say.sentence(`${steps.join(say.between)}${more > 0 ? say.more(known.length) : ''}`),
    ...(otherWays > 0 ? [say.unsure] : []),
    ...(rules.length > 0 ? [say.reason(reason)] : []),
    authority,
  ].join('');
}
