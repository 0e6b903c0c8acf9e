import { matchesOf } from './matches.ts';
import type { Speaker, Stated } from './mention.ts';
import type { Quantity } from './quantities.ts';
import { LAST_YEAR, NEXT_YEAR } from './words.ts';
import { type YearMark, yearBetween } from './years.ts';

/** A wording by which a line says that there was none of something. */
interface Nought {
  readonly quantity: Quantity;
  readonly words: RegExp;
  /** A word without which a line cannot have the wording; looked for first, as it takes less time. */
  readonly key: string;
  /** What must not stand in the words. */
  readonly unless?: RegExp;
  /** What must not follow them. */
  readonly notBefore?: RegExp;
  readonly isLoose?: boolean;
}

const NO_APPLICATION =
  /(?:未曾?|没有|尚未|暂未)(?:收到|接到|接收|受理|收(?!取|费))(?:过|和处理|并处理){0,9}(?:任何|来自)?[^,;。!?\d]{0,40}?(?:公开的?申请|要求公开政府信息的申请|依申请(?:公开)?(?:政府信息|信息|事项|申请|办?件|信件){0,9}(?:的?申请)?|申请公开)(?:事项|申请|件|事件|信件){0,9}|(?:无|没有)(?:依申请公开|申请政府信息公开)(?:政府信息|信息|的情况|事项){0,9}/gu;

/** Wordings for nothing of one quantity. */
const NOUGHTS: readonly Nought[] = [
  {
    quantity: 'received',
    key: '申请',
    words: NO_APPLICATION,
    unless: /复议|诉讼/u,
    notBefore:
      /^(?:率|制度|规定|[而所]?(?:引起|引发|产生|导致|被|行政|提起|复议|诉讼|提请))|^.(?:率|制度|规定)/u,
  },
  {
    quantity: 'processingFee',
    key: '费',
    words:
      /(?:未曾?(?:收取|发生|产生|开展)|暂未开展|无|没有|不存在)[^,;。]{0,16}?(?:信息(?:公开)?处理费用?(?:收取)?|收费(?:事项|情况)|公开的?收费|任何费用)的?(?:工作|事项|情况)?/gu,
    unless: /行政事业性/u,
  },
  { quantity: 'administrativeFees', key: '事业性收费', words: /(?:无|没有)行政事业性收费(?:项目|事项)?/gu },
];

const NO_DISPUTE =
  /(?:(?<!尚)未(?!经|审|办结|曾审)曾?|没有|无(?!结转|依申请|超期)|不存在)(?:有|收到|接到|发生|出现|产生|引起|引发|因|涉及|提起|被|过){0,9}[^,;。!?]{0,34}?(?:复议|诉讼)[^;。!?]{0,40}/gu;
const NO_CORRECTION =
  /均?无(?:被)?(?:行政复议)?(?:纠错|被纠错)(?:和|、|或)(?:行政诉讼)?败诉|未被复议(?:审查)?机关纠错|未发生[^,;。]{0,20}(?:行政复议)?纠错/gu;
const ALL_UPHELD = /(?:均|全部)(?:结果|获|予以|被)?维持/gu;
const ALL_DONE =
  /(?:(?:所有|上述)[^,;。]{0,12}申请[^,;。]{0,3})?(?:均已?|已?全部|都已?|已)[^,;。]{0,16}?(?:办结|办理完[毕成]|处理完毕|答复(?:完毕|完成|到位)?|回复)(?:完毕|到位)?/gu;
const NONE_ISSUED =
  /(?:未|无|没有)有?(?:新增|对外公开发布|制定|制发|印发|出台|发布)(?:发布|、废止|的){0,9}(?:(?<rules>规章)(?:、|及|和)?)?(?<documents>(?:行政)?规范性文件)?/gu;
const NO_ENFORCEMENT =
  /(?:无|未涉及|不涉及|没有)(?:实施)?(?<first>行政许可|行政处罚|行政强制)(?<rest>(?:[、与和及或](?:实施)?(?:行政)?(?:许可|处罚|强制)){0,9})(?=事项|职能|职权|等|,|。|、|和|项目)(?!信息|申请)/gu;
const DOCUMENTS = /规范性文件|规章/u;
const ENFORCED = /行政(?:许可|处罚|强制)/u;
const ENFORCEMENT: Readonly<Record<string, Quantity>> = {
  许可: 'licenses',
  处罚: 'penalties',
  强制: 'compulsion',
};

/** Figures after which 均已办结 speaks of applications. */
const BEFORE_DONE: readonly Quantity[] = [
  'received',
  'newlyReceived',
  'receivedAndCarriedOver',
  'carriedOver',
  'handled',
];
const MAX_LETTERS_BEFORE_DONE = 60;
/** Words without which a line says of nothing that there was none. */
const SAYS_NONE = /未|无|没有|不存在|不涉及|均|全部|都|已/u;

/** What a line of normalised text says there was none of, or that all is done. */
export function noughtsSaid(
  line: string,
  speaker: Speaker,
  years: readonly YearMark[],
  figures: readonly Stated[],
): Stated[] {
  if (!SAYS_NONE.test(line)) return [];
  const said: Stated[] = [];
  const add = (quantity: Quantity, start: number, end: number, isLoose = false) => {
    const year = yearBetween(years, Math.max(line.lastIndexOf('。', start), 0), start);
    if (year !== undefined && year !== speaker.year) return;
    if (said.some((other) => other.quantity === quantity && other.end > start && other.start < end)) return;
    const kind = quantity === 'allDone' ? 'allDone' : 'nought';
    said.push({ start, end, quantity, value: 0, unit: null, kind, isLoose });
  };
  for (const { quantity, key, words, unless, notBefore, isLoose = false } of NOUGHTS) {
    if (!line.includes(key)) continue;
    for (const { 0: found, index } of matchesOf(line, words)) {
      const end = index + found.length;
      if (unless?.test(found) || notBefore?.test(line.slice(end, end + 4))) continue;
      if (/许可申请/u.test(found) && !found.includes('公开')) continue;
      add(quantity, index, end, isLoose);
    }
  }
  if (/复议|诉讼/u.test(line)) noDisputes(line, said, add);
  for (const { 0: found, index } of line.includes('纠错') ? matchesOf(line, NO_CORRECTION) : []) {
    if (!said.some(({ start, end }) => start <= index && index < end))
      add('reconsiderationsCorrected', index, index + found.length);
  }
  if (figures.some(({ quantity }) => quantity === 'reconsiderations'))
    for (const { 0: found, index } of matchesOf(line, ALL_UPHELD)) {
      if (figures.some(({ quantity, end }) => quantity === 'reconsiderations' && end <= index))
        add('reconsiderationsCorrected', index, index + found.length);
    }
  nothingCarried(line, speaker, add);
  if (figures.some(({ quantity }) => BEFORE_DONE.includes(quantity)))
    for (const { 0: found, index } of matchesOf(line, ALL_DONE))
      if (isAllDone(line, found, index, figures)) add('allDone', index, index + found.length);
  for (const { 0: found, index, groups } of DOCUMENTS.test(line) ? matchesOf(line, NONE_ISSUED) : []) {
    const end = index + found.length;
    if (groups?.['rules'] !== undefined) add('rulesIssued', index, end);
    if (groups?.['documents'] === undefined) continue;
    add('normativeDocumentsIssued', index, end);
    if (found.includes('废止')) add('normativeDocumentsRepealed', index, end);
  }
  for (const { 0: found, index, groups } of ENFORCED.test(line) ? matchesOf(line, NO_ENFORCEMENT) : []) {
    for (const name of found.match(/许可|处罚|强制/gu) ?? []) {
      const quantity = ENFORCEMENT[name];
      const at = index + found.indexOf(name);
      if (quantity) add(quantity, groups?.['first']?.endsWith(name) ? index : at, at + name.length);
    }
  }
  return said;
}

type Add = (quantity: Quantity, start: number, end: number) => void;

/** 未发生行政复议、行政诉讼; and 未发生复议纠错、诉讼败诉, which says less. */
function noDisputes(line: string, said: readonly Stated[], add: Add): void {
  for (const { 0: found, index } of matchesOf(line, NO_DISPUTE)) {
    if (index > 0 && said.some(({ start, end }) => start < index && index < end)) continue;
    const [sentence = ''] = found.split(/[;。!?]/u);
    const cut = sentence.search(/,(?![也且亦]?(?:无|未|没有|提起|被|行政|诉讼))/u);
    const whole = cut < 0 ? sentence : sentence.slice(0, cut);
    if (/投诉、举报|培训/u.test(whole.slice(0, 8)) || /现象|要求|避免|防止|力争/u.test(whole)) continue;
    // who decides disputes may say that none came in
    if (/受理|审理|立案/u.test(whole) && !/公开/u.test(sentenceAround(line, index))) continue;
    if (/不[合当妥]/u.test(line.slice(Math.max(0, index - 12), index + 3))) continue;
    const isOfCorrection = /纠错|败诉|撤销|纠正|违法|被纠/u.test(whole);
    const digits = whole.search(/(?<!\d)\d+[件宗起]/u);
    const words = digits < 0 ? whole : whole.slice(0, digits);
    const [review, court] = [words.indexOf('复议'), words.indexOf('诉讼')];
    const corrected = isOfCorrection ? 'Corrected' : '';
    const end = (at: number, isLast: boolean) => index + (isOfCorrection && isLast ? words.length : at + 2);
    if (review >= 0) add(`reconsiderations${corrected}`, index, end(review, court < 0));
    if (court >= 0 && (isOfCorrection || digits < 0))
      add(
        `litigation${corrected}`,
        review < 0 ? index : index + Math.max(0, court - (isOfCorrection ? 2 : 4)),
        end(court, true),
      );
  }
}

function sentenceAround(line: string, at: number): string {
  return line.slice(line.lastIndexOf('。', at) + 1).split('。', 1)[0] ?? '';
}

const carriedPatterns = new Map<number, readonly (readonly [Quantity, RegExp])[]>();

/** The wordings for nothing carried over or forward name years. */
function carriedPatternsOf(year: number): readonly (readonly [Quantity, RegExp])[] {
  const known = carriedPatterns.get(year);
  if (known) return known;
  const [last, next] = [`(?:${LAST_YEAR}|${year - 1}年度?)`, `(?:${NEXT_YEAR}|${year + 1}年)`];
  const made = [
    [
      'carriedForward',
      new RegExp(`(?:无|没有)需?(?:(?:结转|转结)[至到]?${next}|${next}?结转)[^,;。\\d]{0,10}`, 'gu'),
    ],
    [
      'carriedOver',
      new RegExp(
        `(?:无|没有)${last}(?:结转|转结)[^,;。\\d]{0,12}|未(?:结转|转结)${last}[^,;。\\d]{0,12}`,
        'gu',
      ),
    ],
  ] as const satisfies readonly (readonly [Quantity, RegExp])[];
  carriedPatterns.set(year, made);
  return made;
}

function nothingCarried(line: string, { year }: Speaker, add: Add): void {
  if (!/结转|转结/u.test(line)) return;
  for (const [quantity, words] of carriedPatternsOf(year))
    for (const { 0: found, index } of matchesOf(line, words)) add(quantity, index, index + found.length);
}

function isAllDone(line: string, found: string, index: number, figures: readonly Stated[]): boolean {
  const before = line.slice(line.lastIndexOf('。', index) + 1, index);
  if (!before.includes('申请')) return false;
  const last = figures.findLast(({ end }) => end <= index);
  if (!last || last.value === 0 || !BEFORE_DONE.includes(last.quantity)) return false;
  const between = line.slice(last.end, index);
  if (/\d/u.test(between) || between.length > MAX_LETTERS_BEFORE_DONE) return false;
  // answered in time, or as prescribed, does not say that all are answered
  if (/按时|按期|及时|时限|期限|规定时间|法定时间/u.test(found) && !/办结|完|到位/u.test(found)) return false;
  if (
    /^[均都](?:按|在|依|严格|已按|已在)/u.test(found) &&
    /期限|时限|法定|规定时间/u.test(found) &&
    !/办结|完/u.test(found)
  )
    return false;
  if (/^已(?!全部)/u.test(found) && !/全部|办结$|完[成毕]$/u.test(found)) return false;
  const [rest = ''] = line.slice(index + found.length).split('。', 1);
  if (/转|顺延|未办结/u.test(rest)) return false;
  return !/热线|留言|投诉|建议/u.test(before.slice(-40));
}
