import type { Mention, Speaker } from './mention.ts';
import { lastAfter } from './mention.ts';
import type { Quantity } from './quantities.ts';

/** The two kinds of documents of table 2. */
export type DocumentKind = 'rules' | 'normativeDocuments';
type DocumentFact = 'Issued' | 'Repealed' | 'InForce';

/** What was said of documents, or that a figure of documents is none of the tables'. */
export interface DocumentsSaid {
  readonly quantity?: Quantity;
  readonly kind: DocumentKind;
  readonly isLoose?: boolean;
}

const NOUN_AND_NUMBER =
  /(?:(?<verb>制定|制发|印发|出台|发布|公开|新增|起草)[^,;。、]{0,24}|(?<repeal>废止)[^,;。、]{0,14}|(?<force>现行有效|继续有效|现有有效|有效)的?[^,;。、]{0,12}|(?:失效|修改|修订|清查|清理)[^,;。、]{0,12})?(?:(?<documents>规范性文件)|规章)(?:数量?|件数|共计?|制发件数)?$/u;
const PIECE = ',;:。(';
const ISSUED = /制[定发]|印发|出台/u;
const ISSUED_OR_PUBLISHED = /制[定发]|印发|出台|发布|公开|新增|、$/u;
const OTHER_DOCUMENTS =
  /提前|到期|待|前发布的|乡镇|街道|各部门|各单位|各[市县区]|县区|立法计划|草案|部门规范性|类信息|累计公布|系统|解读|征求意见|公开征求/u;
/** A government's report counts for the whole territory; this is the government alone. */
const GOVERNMENT_ALONE =
  /[市县区省]政府办?(?:公[室厅])?(?:办公[室厅])?(?:及|和|、)|政府办名义|[市县区省]政府办(?:公[室厅])?(?:制[定发]|印发|出台)|办公[室厅]行政规范/u;
const CLEANED = /失效|清理|保留|梳理/u;
const NUMBER_FIRST = /^(?:局本级|本级|本机关|,)?(?:行政)?规范性文件(?!的?解读|的?清理|征求)/u;
const ELLIPSIS =
  /^(?:本年度?|共|宣布)?(?:(?<repealed>废止(?:件数)?)|(?<force>(?:目前)?现行有效(?:件数|件)?|现有效(?:件数|件)?|继续有效)|新?制发(?:件数)?|印发|制定)共?$/u;

/** What a figure says of rules and normative documents; `kind` is what was spoken of before. */
export function documentsSaid(
  mention: Mention,
  speaker: Speaker,
  kind: DocumentKind | undefined,
  lastQuantity: Quantity | undefined,
): DocumentsSaid | undefined {
  const { before, after, sentence, sentenceBefore, inBracket, figure } = mention;
  const piece = lastAfter(before, PIECE);
  const noun = inBracket === undefined ? NOUN_AND_NUMBER.exec(piece) : null;
  if (noun) {
    const named: DocumentKind = noun.groups?.['documents'] ? 'normativeDocuments' : 'rules';
    const none = { kind: named };
    if (/失效|修改|修订|清查/u.test(piece) && !/废止|有效/u.test(piece.replaceAll('失效', ''))) return none;
    const isListed =
      before.includes('、') && /^(?:rules|normativeDocuments)(?:Issued|Repealed)$/u.test(lastQuantity ?? '');
    const fact =
      factIn(piece, Boolean(noun.groups?.['verb'])) ?? (isListed ? factOf(lastQuantity) : undefined);
    if (fact === undefined || OTHER_DOCUMENTS.test(piece)) return none;
    if (fact === 'Issued' && !ISSUED.test(piece) && (figure.unit === '条' || figure.unit === '条次'))
      return none;
    const isGovernment = speaker.kind === 'government' && named === 'normativeDocuments';
    if (isGovernment && GOVERNMENT_ALONE.test(sentenceBefore)) return none;
    const isPublished =
      fact === 'Issued' && !/制[定发]|印发|出台|新发布|新增/u.test(piece + (isListed ? before : ''));
    return {
      quantity: `${named}${fact}`,
      kind: named,
      isLoose: isPublished || (fact !== 'Issued' && CLEANED.test(sentence)),
    };
  }
  if (inBracket !== undefined) return undefined;
  if (
    NUMBER_FIRST.test(after) &&
    ISSUED.test(before) &&
    ['件', '份', '个', '部'].includes(figure.unit ?? '') &&
    !/清理|征求|修改|内容/u.test(after)
  )
    return { quantity: 'normativeDocumentsIssued', kind: 'normativeDocuments' };
  if (kind === undefined || (sentence.includes('清理') && /前发布的|予以废止/u.test(sentence)))
    return undefined;
  const short = ELLIPSIS.exec(mention.clause.replace(/^[,、;目前共本年度]+/u, ''))?.groups;
  if (!short) return undefined;
  const fact = short['repealed'] ? 'Repealed' : short['force'] ? 'InForce' : 'Issued';
  return {
    quantity: `${kind}${fact}`,
    kind,
    isLoose: sentence.includes('清理') && !/本年度制发/u.test(sentence),
  };
}

function factIn(piece: string, hasVerb: boolean): DocumentFact | undefined {
  if (piece.includes('废止')) return 'Repealed';
  if (/有效|现行/u.test(piece)) return 'InForce';
  return hasVerb || ISSUED_OR_PUBLISHED.test(piece) ? 'Issued' : undefined;
}

function factOf(quantity: Quantity | undefined): DocumentFact {
  return quantity?.endsWith('Repealed') ? 'Repealed' : 'Issued';
}
