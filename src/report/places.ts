import {
  AUTONOMOUS_PREFECTURES,
  AUTONOMOUS_REGIONS,
  COUNTY_CITIES,
  DISTRICTS_LIKE_ZONES,
  MUNICIPALITIES,
  OTHER_PREFECTURES,
  PREFECTURE_CITIES,
  PROVINCES,
} from './division-names.ts';
import type { AgencyLevel } from './report.ts';

/** The places at the head of a name. */
export interface Places {
  /** The level of the smallest; `null` where it is not certain. */
  readonly level: AgencyLevel | null;
  /** The places as they stand, from the largest; empty if there are none. */
  readonly place: string;
  /** What follows them. */
  readonly rest: string;
}

const oneOf = (names: readonly string[]): string => `(?:${names.join('|')})`;

const SHORT_PROVINCES = [...PROVINCES, ...AUTONOMOUS_REGIONS.map(([region]) => region)];
const REGIONS = AUTONOMOUS_REGIONS.map(([region, people]) => region + people);
/** 市 ends the name of a city, but not where 市场 begins. */
const CITY_END = '市(?!场)';
const PREFECTURE_NAMES = `${oneOf(PREFECTURE_CITIES)}${CITY_END}|${oneOf(AUTONOMOUS_PREFECTURES)}(?:[^省市县区州]{1,14}自治州|州(?!区))|${oneOf(OTHER_PREFECTURES)}`;
const CITY_NAMES = `${oneOf(COUNTY_CITIES)}${CITY_END}`;

const PROVINCE = new RegExp(
  `^(?:${oneOf(PROVINCES)}省|${oneOf(REGIONS)}自治区|${oneOf(MUNICIPALITIES)}${CITY_END}|${oneOf(SHORT_PROVINCES)}(?=${PREFECTURE_NAMES}|${CITY_NAMES}))`,
  'u',
);
const PREFECTURE = new RegExp(`^(?:${PREFECTURE_NAMES})`, 'u');
const COUNTY_CITY = new RegExp(`^(?:${CITY_NAMES})`, 'u');
/** A city that is in no list; 城市 is rather the beginning of 城市管理. */
const OTHER_CITY = /^[^省市县区旗]{1,4}[^省市县区旗城]市(?![场民政容区域])/u;

/** What zones and areas are called that are no division of the country. */
const ZONE_WORDS =
  '开发|高新|经开|高开|新|园|示范|保税|综保|自贸|试验|实验|度假|名胜|风景|景|合作|管理|产业|功能|经济|工业|投资|保护|先行|起步|物流|港|林|集聚|加工|开放|旅游';
/** What ends in 区 and is no place of its own. */
const NO_PLACES = '自治|社|库|灌|辖|片|校|地|小|牧|老|灾|厂';
const DISTRICT_END = `(?<!${ZONE_WORDS}|${NO_PLACES})区(?![域划块])`;
const COUNTY = new RegExp(
  `^(?:市[中南北]区|[沙新西]市区|[^省市县局委厅署院队]{1,12}?(?:自治县|自治旗|县(?:区(?![域划块]))?|旗(?!县|区(?![域划块]))|${DISTRICT_END}))`,
  'u',
);
/** A zone behind the places of a name: of which level its administration is does not follow from theirs. */
const ZONE = new RegExp(
  `(?:${ZONE_WORDS})区(?![域划块])|(?:工业|产业|科技|软件|物流)园|[新态技]城(?!市)`,
  'u',
);

/** Names that begin with the kind of place alone, and the level that gives. */
const WITHOUT_NAME: readonly (readonly [beginning: RegExp, level: AgencyLevel])[] = [
  [/^(?:省|自治区)/u, 'province'],
  [/^(?:县|旗|区(?=(?:人民)?政府))/u, 'county'],
];

/**
 * Finds the places at the head of a name: 江苏省, 淮安市 and 洪泽区 in 江苏省淮安市洪泽区财政局.
 *
 * @param name
 *   Name without spaces and brackets.
 * @returns
 *   The places, the level of the smallest, and what follows.
 */
export function placesIn(name: string): Places {
  let [place, rest, level]: [string, string, AgencyLevel | null] = ['', name, null];
  const take = (text: string | undefined, of: AgencyLevel | null): boolean => {
    if (!text) return false;
    [place, rest, level] = [place + text, rest.slice(text.length), of];
    return true;
  };
  take(PROVINCE.exec(rest)?.[0], 'province');
  take(PREFECTURE.exec(rest)?.[0], 'prefecture');
  // a city at the level of a county has no districts, whatever its sub-districts are called
  if (!take(COUNTY_CITY.exec(rest)?.[0], 'county')) {
    take(OTHER_CITY.exec(rest)?.[0], level === 'prefecture' ? 'county' : null);
    take(districtLikeZone(place, rest) ?? COUNTY.exec(rest)?.[0], 'county');
  }
  if (place === '') level = WITHOUT_NAME.find(([beginning]) => beginning.test(rest))?.[1] ?? null;
  return { place, rest, level: ZONE.test(rest) ? null : level };
}

/** A district that is called as zones are, where it stands behind its own city, or behind none. */
function districtLikeZone(place: string, rest: string): string | undefined {
  const found = DISTRICTS_LIKE_ZONES.find(
    ([city, district]) => rest.startsWith(district) && (place === '' || place.endsWith(city)),
  );
  return found?.[1];
}

const SHORT_NAMES: readonly (readonly [names: readonly string[], level: AgencyLevel])[] = [
  [[...SHORT_PROVINCES, ...MUNICIPALITIES], 'province'],
  [[...PREFECTURE_CITIES, ...AUTONOMOUS_PREFECTURES.filter(({ length }) => length > 1)], 'prefecture'],
  [OTHER_PREFECTURES.map((name) => name.replace(/地区$|盟$/u, '')), 'prefecture'],
  [COUNTY_CITIES, 'county'],
];

/**
 * Finds the place after which a body of the state is called, with its ending or without (国家统计局江苏调查总队).
 *
 * @param name
 *   Name, without that of the body of the state it belongs to.
 * @returns
 *   The place; its level is `null` where places of several levels are called so.
 */
export function placesShort(name: string): Places {
  const full = placesIn(name);
  if (full.place !== '' || ZONE.test(full.rest)) return full;
  const found = SHORT_NAMES.flatMap(([names, level]) =>
    names.filter((short) => name.startsWith(short)).map((short) => ({ short, level })),
  );
  const length = Math.max(0, ...found.map(({ short }) => short.length));
  const levels = new Set(found.filter(({ short }) => short.length === length).map(({ level }) => level));
  const [level = null] = levels;
  return { place: name.slice(0, length), rest: name.slice(length), level: levels.size === 1 ? level : null };
}
