import { type ApplicationsSaid, applicationsSaid, isOfOtherProcedure } from './applications.ts';
import {
  assignParts,
  type Dispute,
  type DisputeScope,
  disputeIn,
  disputesSaid,
  ownerOfPart,
  scopeOfDisputes,
} from './disputes.ts';
import { type DocumentKind, documentsSaid } from './documents.ts';
import { countsPieces } from './figures.ts';
import { type Mention, mentionsIn, type Speaker, type Stated, type Topic } from './mention.ts';
import { type Phrase, phraseBeside } from './phrase.ts';
import type { Quantity } from './quantities.ts';
import { OF_APPLICATION, OTHER_COUNT, TOPICS } from './words.ts';
import { type YearMark, yearBetween } from './years.ts';

const ENFORCEMENT: Readonly<Record<string, Quantity>> = {
  行政许可: 'licenses',
  行政处罚: 'penalties',
  行政强制: 'compulsion',
};
const ENFORCED = /(行政许可|行政处罚|行政强制)(?:处罚|措施)?(?:决定)?(?:数量?|件数|共计?)?$/u;
const DECIDED =
  /(?:实施|办理|处理|作出|做出|出具|办结|下达)(?:书面形式|的)?(?:行政(?:许可|处罚|强制))?[^,;。]{0,12}$/u;
const FEE = /行政事业性收费(?:共|金额|收入|合计|总额|为|约)*$/u;
const APPLICATION_AFTER = /^.{0,24}(?:公开(?:事务|事项|工作)?的?申请|依申请|申请公开)/u;
const TOTALS: readonly Quantity[] = ['received', 'newlyReceived', 'handled'];

/** A body of a territory, of which a government's tables have no figure by itself. */
const ONE_BODY = /(?<!各)(?:局|厅|委|队|中心|公安机关)/u;

/** Without one of these, words turn to no topic. */
const ANY_TOPIC = /申请|争议|案件|复议|诉|规范性|规章|行政|处理费|公开|发布/u;

/** What a line is about, as far as it was read. */
interface State {
  topic: Topic | undefined;
  dispute: Dispute | undefined;
  disputeScope: DisputeScope;
  documents: DocumentKind | undefined;
  sentenceStart: number;
  isEnforcing: boolean;
  hasFee: boolean;
  /** The sentence turned to what came in under another procedure, and so do 办结 and 答复 after it. */
  isOfOtherProcedure: boolean;
  /** The value of a figure that was passed over, as of another count. */
  passed: number | undefined;
}

/** What the figures of a line of normalised text state. */
export function figuresSaid(
  line: string,
  speaker: Speaker,
  years: readonly YearMark[],
  phrases: readonly Phrase[],
): Stated[] {
  const said: Stated[] = [];
  const state: State = {
    topic: undefined,
    dispute: undefined,
    disputeScope: 'disclosure',
    documents: undefined,
    sentenceStart: 0,
    isEnforcing: false,
    hasFee: false,
    isOfOtherProcedure: false,
    passed: undefined,
  };
  for (const mention of mentionsIn(line)) {
    turnTo(state, mention);
    const { figure } = mention;
    const year = yearBetween(years, mention.sentenceStart, figure.start);
    if (year !== undefined && year !== speaker.year && !mention.clause.includes('结转')) continue;
    const found = whatIsSaid(mention, speaker, phrases, state, said);
    if (found === undefined) continue;
    const { quantity, isLoose = false, isIncluded = false, candidates } = found;
    if (isIncluded) includeCarriedOver(said, mention);
    const { start, end, value, unit } = figure;
    said.push({
      ...{ start, end, quantity, value, unit, kind: 'figure', isLoose },
      ...(candidates ? { candidates } : {}),
    });
  }
  return assignParts(line, said);
}

/** Notes what the words since the last figure turn to. */
function turnTo(state: State, { sinceLast, sentenceStart }: Mention): void {
  if (sentenceStart !== state.sentenceStart) {
    state.sentenceStart = sentenceStart;
    state.isEnforcing = false;
    state.hasFee = false;
    state.isOfOtherProcedure = false;
    state.documents = undefined;
    state.dispute = undefined;
  }
  if (sinceLast.includes('公开')) state.isOfOtherProcedure = false;
  if (!ANY_TOPIC.test(sinceLast)) return;
  let latest = -1;
  for (const [topic, words] of TOPICS) {
    const at = lastMatch(sinceLast, words);
    if (at <= latest) continue;
    if (topic === 'proactive' && (state.topic === 'applications' || state.topic === 'disputes')) continue;
    latest = at;
    state.topic = topic;
  }
  state.dispute = disputeIn(sinceLast) ?? state.dispute;
}

function lastMatch(text: string, words: RegExp): number {
  let at = -1;
  words.lastIndex = 0;
  for (let match = words.exec(text); match; match = words.exec(text)) at = match.index;
  return at;
}

function whatIsSaid(
  mention: Mention,
  speaker: Speaker,
  phrases: readonly Phrase[],
  state: State,
  said: readonly Stated[],
): ApplicationsSaid | undefined {
  const { figure, before, after, head, isBare, stretch, sentence, sentenceBefore } = mention;
  const { unit } = figure;
  if (unit === '%' || unit === '倍' || unit === '万') return undefined;
  if (unit === '万元')
    return FEE.test(before) && !figure.isAbout
      ? { quantity: 'administrativeFees', isLoose: isOfOneBody(mention, speaker) }
      : undefined;
  if (figure.isAbout || figure.isInTenThousands) return undefined;
  if (OTHER_COUNT.test(stretch.slice(-30) + after.slice(0, 6)) && !stretch.includes('累计收到')) {
    state.passed = figure.value;
    return undefined;
  }
  const isRepeatOfPassed = state.passed === figure.value;
  state.passed = undefined;
  const own = countsPieces(figure) && phrases.length > 0 ? phraseBeside(mention, phrases) : undefined;
  if (own) return own;
  if (state.topic === 'processingFee' || sentence.includes('处理费')) {
    if (unit === '元' && !state.hasFee && /处理费|收取/u.test(sentenceBefore)) {
      state.hasFee = true;
      return { quantity: 'processingFee' };
    }
    if (state.hasFee || (unit === '件' && /[对有]$/u.test(before))) return undefined;
  }
  if (!countsPieces(figure)) return undefined;
  if (state.topic === 'documents' || after.includes('规范性文件')) {
    const documents = documentsSaid(mention, speaker, state.documents, said.at(-1)?.quantity);
    if (documents) {
      state.documents = documents.kind;
      state.topic = 'documents';
      const { quantity, isLoose = false } = documents;
      return quantity && { quantity, isLoose };
    }
  }
  const enforced = ENFORCED.exec(head)?.[1];
  if (enforced !== undefined) return enforcementSaid(mention, speaker, enforced, state);
  if (state.topic === 'disputes' && state.dispute) {
    state.disputeScope = scopeOfDisputes(mention, state.disputeScope);
    const quantity = disputesSaid(mention, speaker, state.dispute, said);
    if (quantity === null || state.disputeScope === 'wider') return undefined;
    if (quantity !== undefined) {
      state.dispute = quantity === 'disputes' ? undefined : (ownerOfPart(quantity) ?? state.dispute);
      return { quantity, isLoose: state.disputeScope === 'perhaps-wider' };
    }
  }
  if ((isBare || head.endsWith('有')) && /^(?:涉及|因|关于)?.{0,16}行政复议/u.test(after)) {
    state.topic = 'disputes';
    state.dispute = 'reconsiderations';
    return { quantity: 'reconsiderations' };
  }
  if (
    mention.inBracket === undefined &&
    /(?:收到|受理|接到|接收|新收|办理)了?$/u.test(head) &&
    APPLICATION_AFTER.test(after) &&
    !/意见征询|征求意见/u.test(after)
  ) {
    state.topic = 'applications';
    return { quantity: 'received' };
  }
  const isOfApplications = isBare && OF_APPLICATION.test(after.slice(0, 28));
  const isOpen = state.topic === undefined || state.topic === 'disputes';
  if (
    state.topic !== 'applications' &&
    !isOfApplications &&
    !(isOpen && /(?:共受理|收到依申请)$/u.test(mention.clause))
  )
    return undefined;
  if (isOfApplications) state.topic = 'applications';
  if (isOfOtherProcedure(mention)) state.isOfOtherProcedure = true;
  if (isRepeatOfPassed || state.isOfOtherProcedure) return undefined;
  return applicationsSaid(mention, speaker, said);
}

function enforcementSaid(
  mention: Mention,
  speaker: Speaker,
  words: string,
  state: State,
): ApplicationsSaid | undefined {
  const { figure, sentenceBefore, stretch } = mention;
  const isDecided = DECIDED.test(sentenceBefore) && !/公开|发布|公示|信息/u.test(stretch.slice(-14));
  if (isDecided) state.isEnforcing = true;
  const quantity = ENFORCEMENT[words];
  const counts = ['件', '起', '宗', '例', '条', '项', '个'].includes(figure.unit ?? '');
  return state.isEnforcing && counts && quantity
    ? { quantity, isLoose: isOfOneBody(mention, speaker) }
    : undefined;
}

/** Whether a government gives a figure of one of its departments: 市场监管局作出行政处罚1234件. */
function isOfOneBody({ sentenceBefore }: Mention, { kind }: Speaker): boolean {
  return kind === 'government' && ONE_BODY.test(sentenceBefore);
}

/** 收到36件（含上年结转3件）: the total before the bracket is of both years. */
function includeCarriedOver(said: Stated[], { line, bracketStart }: Mention): void {
  const at = said.findLastIndex(({ end, quantity }) => end <= bracketStart && TOTALS.includes(quantity));
  const total = said[at];
  if (total && /^[件条]*$/u.test(line.slice(total.end, bracketStart)))
    said[at] = { ...total, quantity: 'receivedAndCarriedOver' };
}
