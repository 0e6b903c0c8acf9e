/** Bodies of the State Council that file reports, or filed one since 2008, by name and by the usual short name. */
const STATE_BODIES: readonly string[] = (
  '外交部 国防部 国家发展和改革委员会 国家发展改革委 教育部 科学技术部 科技部 工业和信息化部 国家民族事务委员会 国家民委 公安部 国家安全部 民政部 司法部 财政部 ' +
  '人力资源和社会保障部 自然资源部 生态环境部 住房和城乡建设部 交通运输部 水利部 农业农村部 商务部 文化和旅游部 国家卫生健康委员会 国家卫生健康委 退役军人事务部 ' +
  '应急管理部 中国人民银行 审计署 国务院国有资产监督管理委员会 国务院国资委 海关总署 国家税务总局 国家市场监督管理总局 市场监管总局 国家金融监督管理总局 ' +
  '中国证券监督管理委员会 中国证监会 国家广播电视总局 国家体育总局 国家统计局 国家知识产权局 国家国际发展合作署 国家医疗保障局 国家信访局 国家机关事务管理局 ' +
  '国家粮食和物资储备局 国家能源局 国家数据局 国家国防科技工业局 国家烟草专卖局 国家移民管理局 国家林业和草原局 国家铁路局 中国民用航空局 国家邮政局 国家文物局 ' +
  '国家中医药管理局 国家疾病预防控制局 国家矿山安全监察局 国家消防救援局 国家外汇管理局 国家药品监督管理局 国家公务员局 国家档案局 国家宗教事务局 国家新闻出版署 ' +
  '中国气象局 中国地震局 中国银行保险监督管理委员会 国家乡村振兴局 国家煤矿安全监察局 国家海洋局 国家测绘地理信息局'
).split(' ');

const LONGEST_FIRST = [...STATE_BODIES].sort((a, b) => b.length - a.length);

/**
 * The body of the State Council that a name begins with.
 *
 * @param name
 *   Name without spaces and brackets.
 * @returns
 *   Its name, and what follows: empty for the body itself; `undefined` if the name begins otherwise.
 */
export function stateBodyIn(name: string): { readonly body: string; readonly rest: string } | undefined {
  const plain = name.replace(/^中华人民共和国/u, '');
  const body = LONGEST_FIRST.find((each) => plain.startsWith(each));
  return body === undefined ? undefined : { body, rest: plain.slice(body.length) };
}
