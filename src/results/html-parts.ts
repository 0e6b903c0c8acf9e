import { knownFigures } from '../check/check.ts';
import type { Locale } from '../form/vocabulary.ts';
import { escapeHtml as encode } from '../formats/html/escape-html.ts';
import { placeText } from '../reading/place-text.ts';
import { authorityLine } from '../rules/authority-words.ts';
import type { Finding } from '../rules/finding.ts';
import { type Audience, type CheckedReport, notices, toneOf, unsettled } from './checked-report.ts';
import { undecidedReasons } from './undecided-reasons.ts';
import type { ResultWords } from './words.ts';

/** For whom a page is written, and in which words. */
export interface PageSetting {
  readonly say: ResultWords;
  readonly locale: Locale;
  readonly audience: Audience;
}

/** The findings that are listed by themselves: all for the reviewer, else those no diagnosis settles. */
export function listedFindings({ result }: CheckedReport, audience: Audience): readonly Finding[] {
  return audience === 'reviewer' ? result.findings : unsettled(result);
}

/** What is said of a report below its name: whose it is, the verdict, what to change, what else was found, what is open. */
export function reportLists(
  checked: CheckedReport,
  id: string,
  { say, locale, audience }: PageSetting,
): string[] {
  const { report, result, places = {} } = checked;
  const { known, all } = knownFigures(report);
  const reasons = undecidedReasons(checked, audience, say);
  const facts = [report.agency.name, report.year, say.figures(known, all)].filter((part) => part !== null);
  return [
    `<p>${facts.map((fact) => encode(String(fact))).join(' · ')}</p>`,
    `<p class="verdict ${toneOf(result)}">${encode(say.conclusion(result))}</p>`,
    ...list(
      say.toChange,
      result.diagnoses.map(({ message, changes }) => {
        const where = changes
          .flatMap(({ cell }) => places[cell] ?? [])
          .map((place) => placeText(place)[locale]);
        return (
          encode(message) + (where.length > 0 ? ` <small>${encode(whereWord(where, locale))}</small>` : '')
        );
      }),
      `${id}-d`,
    ),
    ...list(
      audience === 'reviewer' ? say.findings : say.alsoLookAt,
      listedFindings(checked, audience).map(({ rule, severity, message, authority, waived }) => {
        const why =
          audience === 'reviewer' ? `<br><small>${encode(authorityLine(authority, locale))}</small>` : '';
        const reason = waived ? encode(say.waived(waived.reason)) : '';
        return `<strong class="${severity}">${rule} ${encode(say.severity[severity])}</strong> ${encode(message)}${reason}${why}`;
      }),
      `${id}-f`,
    ),
    ...list(say.undecidedHeading, [
      ...reasons.shown.map(({ rules, message }) => `${rules.join(' ')} ${encode(message)}`),
      ...(reasons.more > 0 ? [encode(say.andMore(reasons.more))] : []),
    ]),
    ...(notices(result).length > 0 ? items(notices(result).map(encode)) : []),
  ];
}

function whereWord(places: readonly string[], locale: Locale): string {
  const listed = [...new Set(places)];
  return locale === 'en' ? `(source: ${listed.join('; ')})` : `（来源：${listed.join('；')}）`;
}

/** A list; the ids of its items begin with `id`, if given, and end with their number. */
function list(heading: string, texts: readonly string[], id?: string): string[] {
  return texts.length === 0 ? [] : [`<h3>${encode(heading)}</h3>`, ...items(texts, id)];
}

/** Texts as a list, without a heading. */
export function items(texts: readonly string[], id?: string): string[] {
  const item = (text: string, index: number) =>
    id === undefined ? `<li>${text}</li>` : `<li id="${id}${index + 1}">${text}</li>`;
  return ['<ul>', ...texts.map(item), '</ul>'];
}
