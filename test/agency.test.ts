import { expect, test } from 'vitest';
import { agencyOf } from '../src/index.ts';

/** Names, with kind and level as decided by hand; `-` where a name does not tell. */
const NAMES = `
淮安市人民政府 government prefecture
江苏省人民政府 government province
上海市人民政府 government province
内蒙古自治区人民政府 government province
洪泽区人民政府 government county
盱眙县人民政府 government county
南京市江宁区人民政府 government county
仪征市人民政府 government -
扬州市仪征市人民政府 government county
大理白族自治州人民政府 government prefecture
兴安盟行政公署 government prefecture
阿巴嘎旗人民政府 government county
国务院办公厅 governmentOffice national
江苏省人民政府办公厅 governmentOffice province
武汉市人民政府办公厅 governmentOffice prefecture
硚口区人民政府办公室 governmentOffice county
桐庐县人民政府办公室 governmentOffice county
中卫市退役军人事务局 department prefecture
上海市科学技术委员会 department province
长春市退役军人事务局 department prefecture
嘉兴市市场监督管理局 department prefecture
杭州市余杭区发展和改革局 department county
江苏省生态环境厅 department province
宝鸡市金台区城市管理执法局 department county
国家税务总局淮安市税务局 department prefecture
国家统计局 department national
国家发展和改革委员会 department national
财政部 department national
国家税务总局 department national
淮安市公共资源交易中心 department prefecture
洪泽区三河镇人民政府 township township
番禺区大石街道办事处 township township
吴忠市利通区金积镇人民政府 township township
海城市西柳镇人民政府 township township
东乌珠穆沁旗道特淖尔镇人民政府 township township
天津港保税区管理委员会 authorizedOrganization -
福州高新区管理委员会 authorizedOrganization -
淮安经济技术开发区管理委员会 authorizedOrganization -
淮安市中级人民法院 - -
淮安某某公司 - -
某局 department -
景德镇市人民政府 government prefecture
岱山县市场监督管理局 department county
三江侗族自治县人民政府 government county
莫力达瓦达斡尔族自治旗人民政府 government county
大兴安岭地区行政公署 government prefecture
重庆市綦江区人民政府 government county
重庆市荣昌区人民政府办公室 governmentOffice county
兰州新区管理委员会 authorizedOrganization -
某某局机关党委 - -
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

test.each(NAMES)('%s is %s, of level %s', (name = '', kind, level) => {
  const found = agencyOf(name);
  expect([found.kind ?? '-', found.level ?? '-']).toEqual([kind, level]);
});

test('places are given from the largest', () => {
  expect(agencyOf('江苏省淮安市洪泽区财政局').place).toBe('江苏省淮安市洪泽区');
});

test('a name of any length is told in time', () => {
  const start = performance.now();
  for (const part of ['市', '区县', '自治', '某镇', '部']) agencyOf(part.repeat(5_000));
  expect(performance.now() - start).toBeLessThan(3_000);
});
