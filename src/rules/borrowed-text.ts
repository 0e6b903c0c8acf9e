import { simplified } from '../form/simplified.ts';
import { agencyOf } from '../report/agency.ts';
import { otherYears } from './narrative.ts';
import { MAX_QUOTED, narrativeText, sectionText, sectionWords } from './narrative-text.ts';
import { type CheckContext, type Outcome, violation } from './rule.ts';

/** A year that dates a sentence, such as 2022年，全市…; not that of a document or a plan. */
const DATED_SENTENCE =
  /(?:^|[\n。])\s{0,4}(?<sentence>(?<year>20\d\d)年(?=度?[,，、]|[全我本来]|\p{Script=Han}?[市县区局镇街])[^\n。]{0,60})/u;
const THIS_YEAR = /今年|本年/u;

/** Places one within the other, as in 江苏省淮安市, from the largest on. */
const PARTS_OF_PLACE = /.{1,12}?(?:省|自治区|自治州|自治县|自治旗|[市州盟县区旗镇乡]|街道)(?!区)/gu;

/** Text that seems to be taken over from another year's report, or from another agency's. */
export function borrowedText(context: CheckContext): Outcome[] {
  return [...ofAnotherYear(context), ...ofAnotherAgency(context)];
}

/** An overview that opens with another year, and never names the year of the report. */
function ofAnotherYear(context: CheckContext): Outcome[] {
  const { report } = context;
  const { year } = report;
  const overview = sectionWords(report, 'overview');
  const found = DATED_SENTENCE.exec(overview);
  const { sentence, year: named } = found?.groups ?? {};
  if (year === null || !found || sentence === undefined || Number(named) >= year) return [];
  if (overview.includes(String(year))) return [];
  if (otherYears(context).length > 0) return []; // NARR-14 quotes the sentence with its figure
  // what happened last year may be said before what was done 今年
  if (Number(named) === year - 1 && THIS_YEAR.test(overview)) return [];
  const at = found.index + found[0].length - sentence.length;
  const quote = sectionText(report, 'overview').slice(at, at + Math.min(sentence.length, MAX_QUOTED));
  return [
    violation(
      {
        'zh-CN': `总体情况写“${quote}”，没有一处写报告年度 ${year} 年；请核对是否沿用旧稿`,
        en: `the overview says “${quote}” and nowhere names ${year}, the year of the report; check whether the text is an older one`,
      },
      { expected: year, actual: Number(named) },
    ),
  ];
}

/** Text that names a body of the same kind and level of another place, and never the place of the report. */
function ofAnotherAgency({ report }: CheckContext): Outcome[] {
  if (report.agency.name === null) return [];
  const name = simplified(report.agency.name);
  const own = agencyOf(name);
  if (own.place === null || own.level === null || !name.startsWith(own.place)) return [];
  const kindOfBody = name.slice(own.place.length);
  const place = lastPart(own.place);
  const printed = narrativeText(report);
  const text = simplified(printed);
  if (kindOfBody.length < 2 || text.includes(place.slice(0, Math.max(2, place.length - 1)))) return [];
  for (let at = text.indexOf(kindOfBody); at >= 0; at = text.indexOf(kindOfBody, at + 1)) {
    // as the subject of a clause: what is learned from or done together with another body is no copy
    const named = /(?<!\p{Script=Han})\p{Script=Han}{2,12}$/u.exec(text.slice(Math.max(0, at - 13), at))?.[0];
    if (named === undefined) continue;
    const other = `${named}${kindOfBody}`;
    const facts = agencyOf(other);
    if (facts.place !== named || facts.level !== own.level || facts.kind !== own.kind) continue;
    const quote = printed.slice(at - named.length, at + kindOfBody.length);
    return [
      violation({
        'zh-CN': `文字写的是“${quote}”，没有一处写“${place}”；报告机关是“${report.agency.name}”，请核对是否误用其他机关的文字`,
        en: `the text names “${quote}” and never “${place}”, but the report is from “${report.agency.name}”; check whether the text is another agency's`,
      }),
    ];
  }
  return [];
}

function lastPart(place: string): string {
  return place.match(PARTS_OF_PLACE)?.at(-1) ?? place;
}
