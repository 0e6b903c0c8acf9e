import type { AgencyKind, AgencyLevel } from './report.ts';

/** What a name tells about an agency; `null` where it does not. */
export interface AgencyFacts {
  /** What kind of body it is. */
  readonly kind: AgencyKind | null;
  /** Of which level. */
  readonly level: AgencyLevel | null;
  /** The place it serves, as the name gives it, such as `江苏省淮安市`. */
  readonly place: string | null;
}

/** Endings of names and what bodies they are of, the first that fits; `null` where the kind is not certain. */
const ENDINGS: readonly (readonly [ending: RegExp, kind: AgencyKind | null])[] = [
  [/(?:法院|检察院|党工?委|公司|集团|学校|大学|学院|医院|银行)$/u, null],
  [/(?:街道办事处|(?<=[市区县旗])[^市区县旗]{1,6}街道)$/u, 'township'],
  [/(?:镇|乡|苏木)人民政府$/u, 'township'],
  [/(?<=[市区县旗])[^市区县旗局委]{1,8}(?:镇|乡|苏木)$/u, 'township'],
  [
    /(?:人民政府|(?<=[省市州盟县区旗])政府)办公[厅室]$|(?<=[省市州盟县区旗])(?:政)?府办$|国务院办公厅$/u,
    'governmentOffice',
  ],
  [/(?:省|自治区|市|州|盟|县|区|旗)人民政府$|行政公署$/u, 'government'],
  [
    /(?:开发|新|园|示范|合作|保税|试验|度假|风景名胜|高新技术产业|功能|林|产业)区管(?:理)?委(?:员)?会$/u,
    'authorizedOrganization',
  ],
  [/海关$|调查(?:总)?队$/u, 'department'],
  [
    /^(?:外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部$/u,
    'department',
  ],
  [/(?:局|委员会|委|厅|署)$/u, 'department'],
  [/(?:中心|院|办公室|支队|总队|大队)$/u, 'department'],
];

/** Cities at the level of a prefecture; other cities are counties' equals, or not told by their name. */
const PREFECTURES = new Set(
  (
    '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 ' +
    '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 ' +
    '长春 四平 辽源 通化 白山 松原 白城 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 ' +
    '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 ' +
    '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 ' +
    '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 ' +
    '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 ' +
    '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 ' +
    '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 ' +
    '贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 拉萨 日喀则 昌都 林芝 山南 那曲 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 ' +
    '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密'
  ).split(' '),
);
const MUNICIPALITIES = new Set(['北京', '上海', '天津', '重庆']);
/** Bodies of the State Council are called after the state, and those of a place after both. */
const OF_THE_STATE = /^(?:国家|中国|中华人民共和国|国务院)/u;
const MINISTRY = /^(?!.*[省市州盟县旗])[^区]{2,12}部$/u;

const PROVINCE = /^[^省市县]{2,4}?省|^[^省市县]{2,8}?自治区/u;
const PREFECTURE = /^[^省市县]{1,12}?自治州|^[^省市县]{1,5}?(?:地区|盟(?!$))/u;
const CITY = /^(?<name>[^省市县区]{2,5})市(?!场|民|政|容|区|域)/u;
const COUNTY =
  /^[^省市县]{1,12}?(?:自治县|自治旗|县|旗|(?<!开发|新|园|示范|自治|保税|名胜|试验|度假|合作|功能|林|社|景|库|灌|辖|产业|港|片|校)区(?!域|划|块))/u;

/**
 * Tells what an agency is from its name. Where the name leaves it open, so does the answer: 仪征市 is not told to be of a
 * county by its name alone.
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
  const plain = name.normalize('NFKC').replace(/[\s\u3000]|\([^()]*\)$/gu, '');
  const found = ENDINGS.find(([ending]) => ending.test(plain));
  const kind = found?.[1] ?? (MINISTRY.test(plain) && OF_THE_STATE.test(plain) ? 'department' : null);
  const { level, place } = placeIn(plain);
  if (kind === null) return { kind, level: null, place };
  if (kind === 'township') return { kind, level: 'township', place };
  if (level === null && isNational(plain)) return { kind, level: 'national', place: null };
  return { kind, level: kind === 'authorizedOrganization' ? null : level, place };
}

/** Of the State Council, with no place in the name. */
function isNational(name: string): boolean {
  if (/^[\p{Script=Han}]{2,11}部$/u.test(name)) return true;
  return (
    OF_THE_STATE.test(name) && /(?:总局|委员会|署|会|厅|总队)$|^国家[^省市州盟县区旗]{2,12}局$/u.test(name)
  );
}

/** The places at the head of a name, from the largest, and the level of the smallest. */
function placeIn(name: string): Pick<AgencyFacts, 'level' | 'place'> {
  let rest = name.replace(/^国家(?:税务总局|统计局|金融监督管理总局|烟草专卖局)|^中华人民共和国/u, '');
  let [place, level]: [string, AgencyLevel | null] = ['', null];
  const take = (text: string, of: AgencyLevel | null) => {
    place += text;
    rest = rest.slice(text.length);
    level = of;
  };
  const province = PROVINCE.exec(rest)?.[0];
  if (province) take(province, 'province');
  const prefecture = PREFECTURE.exec(rest)?.[0];
  if (prefecture) take(prefecture, 'prefecture');
  for (let city = CITY.exec(rest); city; city = CITY.exec(rest)) {
    const called = city.groups?.['name'] ?? '';
    if (MUNICIPALITIES.has(called)) take(city[0], 'province');
    else if (PREFECTURES.has(called) && level !== 'prefecture') take(city[0], 'prefecture');
    else {
      take(city[0], level === 'prefecture' ? 'county' : null);
      break;
    }
  }
  const county = COUNTY.exec(rest)?.[0];
  if (county) take(county, 'county');
  return { level, place: place === '' ? null : place };
}
