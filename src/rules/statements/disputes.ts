import type { Mention, Speaker, Stated } from './mention.ts';
import { lastAfter } from './mention.ts';
import type { Quantity } from './quantities.ts';
import { DISPUTE_PARTS } from './words.ts';

/** Which disputes are spoken of. */
export type Dispute =
  | 'reconsiderations'
  | 'litigation'
  | 'directLitigation'
  | 'litigationAfterReconsideration'
  | 'disputes';

const KINDS = /行政争议|相关案件|复议后起诉|直接起诉|复议|诉讼|起诉|应诉/gu;
const JOINT = /复议(?:案件)?[和、及与](?:行政)?诉讼(?:案件)?(?:为|共|数量为|总数)?$/u;
const TOTAL = /(?:复议|诉讼|起诉)(?:案件|案|数量|数|件数|总数|共|共计|的|为|事项|申请|被){0,9}$/u;

/** Those who decide disputes, or take them in, have more of them than are about disclosure. */
const DECIDES =
  /法院|受理|审理|(?<![未已经])审结|立案|收案|结案|应诉案件|(?:收到|接到|收|办理)[^,;。]{0,16}复议申请|办理[^,;。]{0,12}(?:复议|诉讼)/u;
/** So has a whole territory. */
const WHOLE_TERRITORY = /全[市县区省州盟旗国]|[全本]自治区|各级|本[市县区省州]/u;
/** How those about disclosure are told from them: 因政府信息公开工作, and not 做好政府信息公开工作. */
const ABOUT_DISCLOSURE =
  /(?:因|由|就|对|涉|关于|有关)[^;。]{0,24}公开|公开(?!工作|制度|条例|平台|专栏|要求|目录|渠道)/u;

/** Whose disputes a figure may count: those about disclosure, perhaps those of a territory, or those of a docket. */
export type DisputeScope = 'disclosure' | 'perhaps-wider' | 'wider';

/** Whose disputes the words around a figure speak of, after those before it. */
export function scopeOfDisputes(
  { before, after, sentenceBefore }: Mention,
  previous: DisputeScope,
): DisputeScope {
  if (DECIDES.test(before) && !ABOUT_DISCLOSURE.test(before + after)) return 'wider';
  if (/公开/u.test(sentenceBefore + after)) return 'disclosure';
  if (previous === 'wider') return 'wider';
  return WHOLE_TERRITORY.test(sentenceBefore) ? 'perhaps-wider' : previous;
}

/** The disputes that words turn to; the last ones named. */
export function disputeIn(words: string): Dispute | undefined {
  const last = words.match(KINDS)?.at(-1);
  if (last === undefined) return undefined;
  if (last === '行政争议' || last === '相关案件') return 'disputes';
  if (last === '复议后起诉') return 'litigationAfterReconsideration';
  if (last === '直接起诉') return 'directLitigation';
  return last === '复议' ? 'reconsiderations' : 'litigation';
}

/** What a figure says of disputes; `null` where nobody can say whose it is. */
export function disputesSaid(
  mention: Mention,
  speaker: Speaker,
  dispute: Dispute,
  said: readonly Stated[],
): Quantity | null | undefined {
  const { after, before, beforeWithBrackets, words, sentenceStart, line } = mention;
  if (/决定书|应诉培训/u.test(after)) return undefined;
  const piece = lastAfter(before, ',;。').replace(/^(?:[,、;]|其中|均)+/u, '');
  const isCourt = speaker.agencyName.includes('司法'); // it may count the cases it decides
  if (isCourt && /(?:收到|办理|审理|受理)[^,;。]{0,60}(?:复议|诉讼)/u.test(piece)) return null;
  const looked = mention.isBare ? words : piece;
  if (/举报|投诉/u.test(looked)) return null;
  const part = DISPUTE_PARTS.find(([, pattern]) => pattern.test(looked))?.[0];
  if (part !== undefined && (part === 'Pending' || !looked.includes('未'))) {
    const named = /(?:复议|诉讼)$/u.exec(looked)?.[0];
    const own = named === undefined ? dispute : named === '复议' ? 'reconsiderations' : 'litigation';
    const [one, two] = said.filter(({ start }) => start >= sentenceStart).slice(-2);
    const isOfTwo =
      named === undefined &&
      one !== undefined &&
      two !== undefined &&
      isTotalOfDisputes(one) &&
      isTotalOfDisputes(two) &&
      !/复议|诉讼/u.test(mention.stretch) &&
      line.slice(one.end, two.start).includes('、');
    const whose = isOfTwo ? withCases(one, two) : own;
    if (whose === 'reconsiderations' || whose === 'litigation') return `${whose}${part}`;
    if (whose === null) return null;
  }
  if (/(?:行政争议|相关案件)共?$/u.test(piece) || JOINT.test(beforeWithBrackets)) return 'disputes';
  return TOTAL.test(piece) ? dispute : undefined;
}

function isTotalOfDisputes({ quantity }: Stated): boolean {
  return quantity === 'reconsiderations' || quantity === 'litigation';
}

/** Of two totals, the one there were any of: 复议5宗、诉讼0宗, 其中2宗维持. */
function withCases(one: Stated, two: Stated): Dispute | null {
  const live = [one, two].filter(({ value }) => value > 0);
  const [first] = live;
  return first && live.length === 1 ? (first.quantity as Dispute) : null;
}

/** Parts after two totals belong to the one they add up to, or to neither. */
export function assignParts(line: string, said: readonly Stated[]): Stated[] {
  const startOf = (at: number) => Math.max(line.lastIndexOf('。', at), line.lastIndexOf(';', at));
  const starts = new Set(said.filter(isPart).map(({ start }) => startOf(start)));
  let assigned = [...said];
  for (const sentenceStart of starts) {
    const inside = assigned.filter(({ start }) => startOf(start) === sentenceStart);
    const parts = inside.filter(isPart);
    const totals = inside.filter(isTotalOfDisputes);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last || totals.length !== 2 || totals[0]?.quantity === totals[1]?.quantity) continue;
    if (new Set(parts.map(({ quantity }) => ownerOf(quantity))).size > 1) continue;
    if (/(?:复议|诉讼)结果|(?:复议|诉讼).{0,4}维持/u.test(line.slice(Math.max(0, first.start - 8), last.end)))
      continue;
    const added = parts.reduce((sum, { value }) => sum + value, 0);
    const whose = totals.filter(({ value }) => value === added);
    const [owner] = whose;
    if (owner && whose.length === 1)
      assigned = assigned.map((each) =>
        parts.includes(each)
          ? { ...each, quantity: each.quantity.replace(/^[a-z]+/u, owner.quantity) as Quantity }
          : each,
      );
    else if (totals.every(({ value }) => value > 0) && totals.every(({ end }) => first.start > end))
      assigned = assigned.filter((each) => !parts.includes(each));
  }
  return assigned;
}

const PART = /^(?:reconsiderations|litigation)(?:Upheld|Corrected|Otherwise|Pending)$/u;
const isPart = ({ quantity, kind }: Stated): boolean => kind === 'figure' && PART.test(quantity);
const ownerOf = (quantity: Quantity): string => quantity.replace(/[A-Z].*/u, '');

/** The disputes that a part such as 维持2件 belongs to; what follows belongs to them, too. */
export function ownerOfPart(quantity: Quantity): Dispute | undefined {
  return PART.test(quantity) ? (ownerOf(quantity) as Dispute) : undefined;
}
