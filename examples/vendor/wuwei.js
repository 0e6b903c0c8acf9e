// What 武威市 asks for beyond the nation: at most 1,000 characters in 一、总体情况.
//
//   npx ogi-report check report.docx --pack wuwei.js

import { definePack } from 'ogi-annual-report';

export default definePack({
  id: 'wuwei',
  name: { 'zh-CN': '武威市', en: 'Wuwei' },
  settings: { overviewCharacters: 1000 },
  severities: { 'STR-11': 'warning' }, // a hint, unless a region says more
});
