import type { Mention, Speaker, Stated } from './mention.ts';
import { lastAfter } from './mention.ts';
import type { Candidate, Quantity } from './quantities.ts';
import {
  ANSWERED,
  APPLICANTS,
  APPLICATIONS_COUNTED,
  CHANNEL,
  HANDLED,
  LAST_YEAR,
  NEXT_YEAR,
  OF_APPLICATION,
  OTHER_NOUN,
  OUTCOMES,
  RECEIVED,
  type Wording,
} from './words.ts';

/** What a figure says of applications. */
export interface ApplicationsSaid {
  readonly quantity: Quantity;
  readonly isLoose?: boolean;
  /** The total right before it includes it: 收到36件（含上年结转3件）. */
  readonly isIncluded?: boolean;
  /** The sums it may state, where they are others than those of the quantity. */
  readonly candidates?: readonly Candidate[];
}

const TOTALS: readonly Quantity[] = ['received', 'newlyReceived', 'receivedAndCarriedOver', 'handled'];
const CARRIED = /结转|转结|转下|顺延|转入下/u;
const COMPARED = /同比|较上年|较去年|比上年|比去年|增加|减少|上升|下降|比20\d\d年/u;
const VERB = /收到|受理|接到|共收|新收|办结|(?<!公开)答复[^的]{0,12}(?:申请|依申请)/u;
const OTHER_PROCEDURE =
  /征询|协助调查|网民|留言|热线|许可申请|投诉|咨询|举报|来信(?!1)|诉求|信访|(?<!申请)(?:事项|办件|业务)/u;
const COMING_IN =
  /(?:收到|受理|接到|接收|新收|办理|(?<!不予|不再|其他|其它)处理)[了到]?(?<what>[^,;。、\d]{0,40})/u;
/** Words for an application that do not make it one of another kind. */
const NO_OTHER_KIND =
  /各[类种]|有效|书面|网[上络]|[在线]线|线下|当面|现场|信函|邮[寄件]|电子|传真|平台|渠道|公民|法人|其[他它]组织|自然人|企业|群众|社会|公众|个人|单位|申请人|提[交出]|本?[市县区省]级?|政府|机关|有关|相关|上述|[全我本各局的和或及新共总依此该类由向]/gu;

/** Whether a figure counts what came in under another procedure, such as 低保申请 or 群众诉求. */
export function isOfOtherProcedure({ whole }: Mention): boolean {
  if (/公开|政府信息/u.test(whole)) return false;
  const what = COMING_IN.exec(whole)?.groups?.['what'];
  if (what === undefined) return false;
  if (OTHER_PROCEDURE.test(whole)) return true;
  const [kind, rest] = what.split('申请', 2);
  return rest !== undefined && kind?.replace(NO_OTHER_KIND, '') !== '';
}

/** What a figure says of applications; `undefined` if it is about none, or nobody can say. */
export function applicationsSaid(
  mention: Mention,
  speaker: Speaker,
  said: readonly Stated[],
): ApplicationsSaid | undefined {
  if (mention.inBracket !== undefined) return inBracket(mention, speaker, mention.inBracket);
  const { isBare, phrase, after, before, clause, figure, sentenceBefore } = mention;
  const context = phrase + (isBare || /^[件条]?(?:转入|结转|顺延|转)/u.test(after) ? after : '');
  if (CARRIED.test(context)) return carried(context, speaker.year);
  if (COMPARED.test(context) || /信息数|属性|发文|公文/u.test(clause)) return undefined;
  if (figure.unit === '条' && /不予公开信息|主动公开信息数|信息数\d/u.test(sentenceBefore)) return undefined;
  const head =
    !isBare && /申请(?:件|事项)?中,?[^,;。]{1,80}$/u.test(mention.head)
      ? lastPiece(mention.head, /申请(?:件|事项)?中,?/u)
      : mention.head;
  const words = isBare ? after : head;
  const applicant = phraseFor(APPLICANTS, words);
  if (applicant && !/共|收到/u.test(head)) return { quantity: applicant.quantity };
  if (isOfChannel(mention, head, said)) return undefined;
  if (!VERB.test(head)) {
    const outcome = phraseFor(OUTCOMES, words);
    if (outcome) {
      if (/征求|咨询|电话/u.test(words)) return undefined;
      return { quantity: outcome.quantity, isLoose: outcome.isLoose ?? false };
    }
  }
  if (OTHER_NOUN.test(words) && !OF_APPLICATION.test(words)) return undefined;
  if (/分别为/u.test(head)) return undefined;
  if (/(?:^|[,、])共计?$|总计$|合计$/u.test(mention.stretch)) {
    const last = said.at(-1)?.quantity;
    if (last === 'carriedOver' || last === 'newlyReceived' || last === 'received')
      return { quantity: 'receivedAndCarriedOver' };
  }
  return totals(mention, speaker, head, before, said);
}

/** How many applications there were, or were answered, in all. */
function totals(
  mention: Mention,
  speaker: Speaker,
  head: string,
  before: string,
  said: readonly Stated[],
): ApplicationsSaid | undefined {
  const { whole, after, isBare, figure } = mention;
  if (HANDLED.test(whole) && !/已处理|已办理|不予处理|答复/u.test(whole)) {
    if (isOfOthers(mention, speaker)) return undefined;
    if (whole.includes('收办')) return { quantity: 'receivedAndCarriedOver' };
    return { quantity: /收到|受理/u.test(whole) && !/收到[和并]/u.test(whole) ? 'received' : 'handled' };
  }
  if (RECEIVED.test(whole) && !/受理件数中/u.test(whole)) {
    if (OTHER_PROCEDURE.test(whole) && !/公开申请|依申请/u.test(whole)) return undefined;
    if (/协助调查|征询/u.test(whole + after) || isOfOthers(mention, speaker)) return undefined;
    return { quantity: /新收|新受理/u.test(whole) ? 'newlyReceived' : 'received' };
  }
  if (/(?:予以|同意|不予|部分)公开答复$/u.test(head)) return undefined;
  if (ANSWERED.test(whole) && !/率/u.test(whole.slice(-4)))
    return isOfOthers(mention, speaker) ? undefined : { quantity: 'answered' };
  if (APPLICATIONS_COUNTED.test(whole) && !/网站|网络|当面|邮寄|渠道/u.test(whole))
    return { quantity: 'received', isLoose: figure.unit === '项' || figure.unit === '个' };
  if (!isBare) return undefined;
  const isRepeated = said.some(
    ({ quantity, value }) => value === figure.value && TOTALS.includes(quantity) && quantity !== 'handled',
  );
  if (/^申请/u.test(after) && isRepeated) return { quantity: 'received' };
  return /^.{0,24}(?:公开申请|依申请)/u.test(after) && /收到|受理|接到/u.test(before)
    ? { quantity: 'received' }
    : undefined;
}

/** Of what stands in brackets, only what was carried over, who applied, and some outcomes count. */
function inBracket(mention: Mention, { year }: Speaker, bracket: string): ApplicationsSaid | undefined {
  const { after, clause } = mention;
  const piece = lastAfter(bracket, ',;').replace(/^.*\d[件宗起条项个份][、和及]?/u, '');
  if (
    new RegExp(`(?:${LAST_YEAR}|20\\d\\d年)[^()]{0,100}(?:结转|转结)`, 'u').test(piece) &&
    !new RegExp(`${NEXT_YEAR}|${year + 1}年`, 'u').test(piece)
  )
    return { quantity: 'carriedOver', isIncluded: true };
  if (/另有$/u.test(piece) && /顺延|结转|转/u.test(after)) return { quantity: 'carriedForward' };
  const isBare = /^[,、其中]*$/u.test(piece);
  const who = isBare ? after : piece;
  if (/自然人|公民|个人/u.test(who)) return { quantity: 'receivedFromNaturalPersons' };
  if (who.includes('企业')) return { quantity: 'receivedFromEnterprises' };
  if (isBare && after.includes('结转') && new RegExp(`${LAST_YEAR}|${year - 1}年`, 'u').test(after))
    return { quantity: 'carriedOver' };
  if (piece.includes('新收')) return { quantity: 'newlyReceived' };
  const outcome = phraseFor(OUTCOMES, clause)?.quantity;
  return outcome === 'notHeld' || outcome === 'requiresCreation' ? { quantity: outcome } : undefined;
}

function carried(context: string, year: number): ApplicationsSaid | undefined {
  const last = `${LAST_YEAR}|${year - 1}年`;
  const next = `${NEXT_YEAR}|${year + 1}年`;
  const isFromLast = new RegExp(`(?:${last}).{0,6}结转(?!.{0,4}(?:${next}))`, 'u').test(context);
  if (new RegExp(`${next}|继续办理|转下|顺延`, 'u').test(context) && !isFromLast)
    return { quantity: 'carriedForward' };
  return new RegExp(last, 'u').test(context) ? { quantity: 'carriedOver' } : undefined;
}

/** Whether a figure counts only what came in one way. */
function isOfChannel(
  { before, after, isBare, sentenceStart }: Mention,
  head: string,
  said: readonly Stated[],
): boolean {
  if (
    before.includes('其中') &&
    /[通经由][^,]{0,60}(?:系统|平台|网|信箱|窗口|渠道)[^,]{0,60}(?:收到|受理|接收|提交)$/u.test(head)
  )
    return true;
  const hasTotal = said.some(({ quantity, start }) => start >= sentenceStart && TOTALS.includes(quantity));
  if (
    CHANNEL.test(head.replace(/(?:公开申请|依申请).*/u, '')) &&
    !/等(?:方式|渠道|形式|途径)/u.test(head) &&
    (before.includes('其中') || hasTotal)
  )
    return true;
  if (CHANNEL.test(head) && !/收到[^,]{0,60}(?:公开申请|依申请)/u.test(head)) return true;
  return isBare && CHANNEL.test(after);
}

/** Whether a figure is of other bodies than the report: a government's own, or the whole territory's. */
function isOfOthers({ sentenceBefore, whole }: Mention, { kind, agencyName }: Speaker): boolean {
  const [territory] = /全[国省]/u.exec(whole + sentenceBefore.slice(-14)) ?? [];
  const isOfProvince = agencyName === '' || /省(?:人民)?政府$/u.test(agencyName);
  if (territory === '全国' || (territory === '全省' && !isOfProvince)) return true;
  if (kind === 'government')
    return /代表[区县市]?政府|[区县市]政府(?:本级)?受理|本级|[区县市]政府办(?:公室)?(?:共|受理|收到)|我办/u.test(
      sentenceBefore.slice(-30) + whole,
    );
  if (kind === null) return false;
  return /全[市县区省](?:共|全年|各)|全[区县市]/u.test(whole + sentenceBefore.slice(-14));
}

function phraseFor(phrases: readonly Wording[], words: string): Wording | undefined {
  return phrases.find((phrase) => phrase.words.test(words) && !phrase.unless?.test(words));
}

function lastPiece(text: string, at: RegExp): string {
  return text.split(at).at(-1) ?? text;
}
