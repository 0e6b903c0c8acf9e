// What a region asks for, as a program: a rule that is more than a relation between sums. `pack.json` is one as data.
//
//   npx ogi-report check huaian-shi-2024.json --pack examples/pack.js

import { definePack, defineRule } from 'ogi-annual-report';

const contact = defineRule({
  id: 'XX-02',
  family: 'structure',
  scope: 'particulars',
  severity: 'warning',
  text: { 'zh-CN': '写明联系电话', en: 'the report gives a telephone number' },
  authority: {
    kind: 'guidance',
    citation: { 'zh-CN': '某市通知（示例）', en: 'a notice of the city (an example)' },
  },
  reads: [], // no figures
  check: ({ report }) => {
    if (report.contact?.phone) return [];
    const message = {
      'zh-CN': '没有写明联系电话；请在报告开头或者末尾写上',
      en: 'No telephone number is given; add it at the beginning or the end',
    };
    return [{ verdict: 'broken', cells: [], message: (locale) => message[locale] }];
  },
});

export default definePack({
  id: 'example-city',
  name: { 'zh-CN': '某市', en: 'a city' },
  rules: [contact],
  severities: { 'T3-04': 'error' },
});
