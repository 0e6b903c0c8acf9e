import { simplified } from '../form/simplified.ts';
import { placesIn, placesShort } from './places.ts';
import type { AgencyKind, AgencyLevel } from './report.ts';
import { stateBodyIn } from './state-bodies.ts';

/** What follows from the name of an agency; `null` where nothing does. */
export interface AgencyFacts {
  /** What kind of body it is. */
  readonly kind: AgencyKind | null;
  /** Of which level. */
  readonly level: AgencyLevel | null;
  /** The place it serves, as the name gives it, such as `江苏省淮安市`. */
  readonly place: string | null;
}

/** Longer names are none: the longest of agencies have some fifty letters. */
const MAX_NAME = 200;
/** What a place's administration stands behind. */
const OF_PLACE = '(?<=[省市州盟县区旗])';

/** Subjects of offices that are departments of their own, rather than the office of one. */
const OFFICES =
  '外事|侨务|港澳|人民防空|人防|民防|国防动员|地方志|史志|信访|口岸|合作交流|经济协作|法制|金融工作|金融服务|扶贫开发|移民|民族宗教|政务公开|政务服务';
/** Subjects of commissions that are departments: there are others of villages, parties, arbitration, and several bodies. */
const COMMISSIONS =
  '改革|信息化|教育|科学技术|科技|农业农村|农业|水务|商务|健康|计划生育|监督管理|自然资源|国土资源|事务|宗教|环境保护|规划|体育|旅游|建设|城市管理|建设管理|市政市容管理|交通|交通运输|粮食|移民';
/** Centres that serve the public at large, as hospitals and theatres do: of them a name does not tell how they report. */
const PUBLIC_SERVICE =
  '疾病|疾控|卫生|医疗(?!保障)|妇幼|保健|急救|血液|采供血|检测|检验|体育|训练|培训|文化|艺术|融媒体|传媒|新闻|会展|研究|养老|康复|救助|实验|评估|演艺|少年|活动|分';

/** Names and what bodies they are of, the first that fits; `null` where the kind is not certain. */
const KINDS: readonly (readonly [name: RegExp, kind: AgencyKind | null])[] = [
  [
    /^[我本](?:[局委厅镇乡院府]|机关|单位|中心|街道|办)|法院$|检察院$|公司$|集团$|党委$|政协|政治协商|人大|人民代表大会|中共|共产党|共青团|武警|武装警察/u,
    null,
  ],
  [new RegExp(`${OF_PLACE}(?:纪)?委(?!托)|纪律检查|监察委|机构编制|特别行政区政府`, 'u'), null],
  [/(?:供电|电业|电力|电信|邮电|矿务|地质|勘查|勘探|勘查开发|煤田)局$|(?<!国家)(?:邮政|铁路)局$/u, null],
  [new RegExp(`(?:${PUBLIC_SERVICE})[^局委]{0,8}中心$`, 'u'), null],
  [/街(?:道)?办(?:事处)?$|(?<!驻.{0,9})地区办事处$|(?<=[市区县旗])[^市区县旗局委]{1,8}街道$/u, 'township'],
  [/(?:镇|乡|苏木)(?:人民)?政府$|(?<=[市区县旗])[^市区县旗局委]{1,8}(?:镇|乡|苏木)$/u, 'township'],
  [
    new RegExp(`${OF_PLACE}(?:(?:人民)?政府办(?:公[厅室])?|府办)$|行(?:政公)?署办公室$|^国务院办公厅$`, 'u'),
    'governmentOffice',
  ],
  [/(?:省|自治区|市|州|盟|县|区|旗)(?:人民)?政府$|行政公署$/u, 'government'],
  [
    /(?:区|园|[新态技]城|山|湖|岛|港|湾|谷|基地|开发|开发建设)(?:管理委员会|管委会)$/u,
    'authorizedOrganization',
  ],
  [new RegExp(`(?:${COMMISSIONS})委员会$|(?<![党团纪监编工])委$`, 'u'), 'department'],
  [/海关$|(?<!地质|勘)调查(?:总)?队$|(?:救援|执法|警察|交警|监察|稽查)(?:支|总|大)队$/u, 'department'],
  [/局$|署$|(?<!办公|大|餐)厅$|参事室$|政府研究室$/u, 'department'],
  [new RegExp(`(?:${OFFICES})(?:编纂委员会)?办公室$|中心$`, 'u'), 'department'],
];
/** What the parts of a state body in the country end in. */
const STATE_BRANCH = /(?:局|队|办公室|委员会)$/u;
/** What follows the place in the name of the part that serves all of it. */
const OF_WHOLE_PLACE =
  /^(?:税务局(?:(?:第.)?稽查局)?|调查(?:总)?队|(?:监管)?(?:分)?局|监管办公室|烟草专卖局)$/u;
/** What town and country (城乡, 村镇) stand before in names of departments, where they are no name of a town. */
const BEHIND_TOWN_AND_COUNTRY =
  '建设|规划|管理|发展|企业|统筹|一体|水务|融合|环境|居民|社区|事务|交通|供水|和';
/** A body of a town or of a sub-district other than its government. */
const BODY_OF_TOWN = new RegExp(
  `^[^局委厅]{1,16}(?:(?<![城乡村集小])镇|(?<!城)乡(?![村镇])|(?:[城乡村集小]镇|城乡)(?!${BEHIND_TOWN_AND_COUNTRY})|街道|苏木)(?!海关)`,
  'u',
);
/** Branches, several bodies in one name, and the Corps of Xinjiang: of which level is not told by the place. */
const LEVEL_OPEN = /局.{0,40}分局$|分中心$|[、,;/]|兵团|^第.{1,3}师/u;

/**
 * Infers kind and level of an agency from its name. Where the name leaves it open, so does the result: of
 * which level the
 * administration of a zone (开发区管委会) is, its name does not say, nor what 市气象局 is without its city.
 *
 * @param name
 *   Name of the agency, as in the title of its report.
 * @returns
 *   Kind, level and place; `null` where the name does not say.
 * @example
 *   agencyOf('江苏省淮安市人民政府')
 *   //=> { kind: 'government', level: 'prefecture', place: '江苏省淮安市' }
 * @example
 *   agencyOf('洪泽区三河街道办事处').kind
 *   //=> 'township'
 */
export function agencyOf(name: string): AgencyFacts {
  if (name.length > MAX_NAME) return { kind: null, level: null, place: null };
  const plain = simplified(name.normalize('NFKC'))
    .replace(/\s/gu, '')
    .replace(/\([^()]*\)/gu, '')
    .replace(/^(?:关于)?(?:\d{4}年度?)?/u, '');
  const ofState = stateBodyIn(plain);
  if (ofState) return ofState.rest === '' ? NATIONAL_BODY : stateBranch(ofState.rest);
  const kind = KINDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
  const { level, place, rest } = placesIn(plain);
  const facts = { kind, level: null, place: place || null };
  if (kind === null || kind === 'authorizedOrganization') return facts;
  if (kind === 'township') return { ...facts, level: 'township' };
  if (plain === '国务院办公厅') return { ...facts, level: 'national' };
  if (BODY_OF_TOWN.test(rest)) return { ...facts, kind: null };
  if (LEVEL_OPEN.test(plain)) return facts;
  return { ...facts, level: level ?? (place === '' && /厅$/u.test(plain) ? 'province' : null) };
}

const NATIONAL_BODY: AgencyFacts = { kind: 'department', level: 'national', place: null };

/** What a body of the state is in the country, such as the tax office of a city. */
function stateBranch(name: string): AgencyFacts {
  const { level, place, rest } = placesShort(name);
  const kind = STATE_BRANCH.test(name) ? 'department' : null;
  return { kind, level: kind && OF_WHOLE_PLACE.test(rest) ? level : null, place: place || null };
}
