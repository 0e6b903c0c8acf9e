import type { Topic } from './mention.ts';
import type { Quantity } from './quantities.ts';

/** Words that say what a figure beside them counts, tried in order. */
export interface Wording {
  /** What the figure counts. */
  readonly quantity: Quantity;
  /** The words beside the figure. */
  readonly words: RegExp;
  /** Words that exclude it. */
  readonly unless?: RegExp;
  /** Where the words only make it likely; a contradiction is a hint then. */
  readonly isLoose?: boolean;
}

/** A line without any of these says nothing of the tables. */
export const SPEAKS_OF_TABLES =
  /申请|复议|诉讼|规范性文件|规章|行政(?:许可|处罚|强制|事业性收费|争议)|处理费|收费|结转|顺延/u;

/** What a paragraph turns to. The dispute words name the kind, too. */
export const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'applications',
    /公开申请|依申请(?!公开制度|公开栏目)|申请公开|申请书|受理申请|信息公开案件|受理信息公开|受理政府信息公开|申请的政府信息|对申请的办理/gu,
  ],
  ['disputes', /行政争议|相关案件|复议|诉讼|起诉|应诉/gu],
  ['documents', /规范性文件|规章/gu],
  ['enforcement', /行政许可|行政处罚|行政强制/gu],
  ['processingFee', /信息(?:公开)?处理费/gu],
  ['proactive', /主动公开|发布信息|公开信息|网站公开|发布.{0,12}信息/gu],
];

/** How applications come in. */
export const CHANNEL =
  /网络|网上|网站|线上|线下|在线|信函|来信|来函|邮寄|邮递|邮件|邮政|当面|现场|窗口|传真|书面|平台|信箱|渠道|微信|微博|公众号|受理路径|互联网/u;

/** What else is counted in reports. */
export const OTHER_NOUN =
  /主动公开|微信|微博|公众号|抖音|头条|视频|留言|热线|工单|来电|来信|信箱|投诉|举报|建议|提案|咨询|舆情|热点|解读|新闻|访谈|公报|专题|专栏|征集|问政|会议|常务会|公告|动态|推文|稿件|信息\d|类信息|条信息|政策问答|批复|督查|培训|检查|通报|协助调查|征询|催办|沟通|纠纷|争议化解|人事任免|刊登|审查|权力清单|事项清单|标准|专报|阅读|点击|访问|浏览|粉丝/u;

/** Figures of several years, or of cases passed on to others. */
export const OTHER_COUNT = /历年|累计公布|累计受理|自20\d\d年|以来累计|数据库|季度|转办|移送|转交/u;

/** How applications were answered; the first that matches counts. */
export const OUTCOMES: readonly Wording[] = [
  { quantity: 'grantedInWholeOrPart', words: /公开(?:及|和|或|、|以及)部[分份]公开/u },
  { quantity: 'partiallyGranted', words: /部[分份]公开|区分处理/u },
  { quantity: 'denied', words: /不予公开|不公开|未予公开|不同意公开/u },
  { quantity: 'unavailable', words: /[无不][法能]提供/u },
  { quantity: 'notProcessed', words: /不予处理|不再处理(?!其)/u },
  { quantity: 'notProcessed', words: /不再重复处理/u, isLoose: true },
  { quantity: 'handledOtherwise', words: /其[他它]处理|作其他|^,?、?其[他它](?:情形)?$/u },
  { quantity: 'enforcementCaseFile', words: /行政执法案卷/u },
  { quantity: 'administrativeInquiry', words: /行政查询/u },
  { quantity: 'internalAffairs', words: /内部事务/u },
  { quantity: 'deliberativeProcess', words: /过程性/u },
  { quantity: 'stateSecret', words: /国家秘密/u },
  { quantity: 'thirdPartyRights', words: /第三方/u },
  { quantity: 'securityOrStability', words: /三安全/u },
  { quantity: 'notHeld', words: /不掌握/u },
  { quantity: 'notHeld', words: /信息不存在|不属于本(?:行政)?机关/u, isLoose: true },
  { quantity: 'requiresCreation', words: /另行制作|现成信息/u },
  { quantity: 'stillUnclear', words: /仍不明确/u },
  { quantity: 'petitionOrComplaint', words: /信访/u },
  { quantity: 'duplicate', words: /重复申请/u },
  { quantity: 'publishedMaterial', words: /公开出版物/u },
  { quantity: 'excessiveRepeated', words: /大量反复/u },
  { quantity: 'confirmOrReissue', words: /重新出具/u },
  { quantity: 'correctionOverdue', words: /逾期[不未]补正/u },
  { quantity: 'feeUnpaid', words: /未按?(?:收费通知)?.{0,8}缴(?:纳|费)/u },
  {
    quantity: 'granted',
    words: /(?:予以|同意|依法|给予|准予)公开|^已公开|^[“”"、,其中对]*公开(?:答复)?的?[“”"]*$/u,
    unless: /已主动公开和同意公开/u,
  },
  { quantity: 'granted', words: /已主动公开/u, unless: /已主动公开和同意公开/u, isLoose: true },
];

/** Who applied. */
export const APPLICANTS: readonly Wording[] = [
  { quantity: 'receivedFromNaturalPersons', words: applicant('自然人|公民个人|公民|个人') },
  { quantity: 'receivedFromOrganizations', words: applicant('法人(?:或|和|、)?(?:其他|其它)?组织|法人') },
  { quantity: 'receivedFromEnterprises', words: applicant('商业企业|企业') },
];

function applicant(who: string): RegExp {
  return new RegExp(
    `^(?:其中|包括|含)?[,:]?属?(?:${who})(?:提出|提交)?的?(?:申请办件量|申请的|申请|数量)*共?$`,
    'u',
  );
}

/** How disputes ended; the first that matches counts. */
export const DISPUTE_PARTS: readonly (readonly ['Upheld' | 'Corrected' | 'Otherwise' | 'Pending', RegExp])[] =
  [
    ['Upheld', /维持/u],
    ['Corrected', /纠正|纠错|败诉|(?<!申请人)(?<!自行)(?<!主动)撤销(?!申请)/u],
    ['Otherwise', /其[他它]结果|撤回|申请人撤销|终止/u],
    ['Pending', /(?:尚未|未)审结|未办结|在审/u],
  ];

/** What is said of applications that were handled, without saying whether received or answered. */
export const HANDLED =
  /收办|共处理|处理(?!完)|办理(?!完|答复|回复|结果|量)(?:政府|依申请|公民|向|了|公开|信息|共|和|并)|办理依|牵头办理|接收处理|申请的政府信息$|(?:^|[,、])(?:本年度|全年|当年)?共?办理$|收到和(?:处理|办理)|收到并办理/u;
export const RECEIVED = /收到|受理|接到|接收|新收|收悉|收办|收取到|接访?到/u;
export const ANSWERED = /答复|办结|回复|办理完毕|处理完毕|已处理|已办理|办理完成|完成|已答/u;
/** A noun for applications, right before their number. */
export const APPLICATIONS_COUNTED =
  /(?:依申请公开|公开申请|申请公开|公开申请数量|申请(?:数量|总数|情况)?)(?:政府信息|信息|事项|件数?|案件|申请){0,9}(?:数量|总数|共计?|为|情况){0,9}$/u;
/** A noun for applications, after a verb or a number. */
export const OF_APPLICATION = /公开申请|依申请|申请公开/u;

/** Words for the year before and the year after. */
export const LAST_YEAR = '上年度?|上一年度?|去年|往年|年初';
export const NEXT_YEAR = '下年度?|下一年度?|次年|明年|来年';
