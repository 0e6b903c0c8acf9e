import { expect, test } from 'vitest';
import { checkReport } from '../src/index.ts';
import { feeSentence, statedFee } from '../src/report/processing-fee.ts';
import { reportOf } from './rule-cases.ts';

test.each([
  ['发出收费通知3件，总金额1005元，实际收取2000元。', 3, 1005, 2000],
  ['本年度发出收费通知3件，通知金额合计1,005元，实际收取2,000元。', 3, 1005, 2000],
  ['共发出收费通知书 2 份，金额 0.1 万元，实际收取信息处理费0.05万元。', 2, 1000, 500],
  ['依法对25件政府信息公开申请收取了信息处理费2950元。', undefined, undefined, 2950],
  ['本年度未收取信息处理费。', undefined, undefined, 0],
  ['未发出收费通知，未收取政府信息公开信息处理费。', 0, 0, 0],
  ['按规定执行信息处理费制度。', undefined, undefined, undefined],
  ['无其他需要报告的事项。', undefined, undefined, undefined],
])('“%s” states what it states and no more', (text, noticesIssued, amountNoticedYuan, amountReceivedYuan) => {
  const {
    noticesIssued: notices,
    amountNoticedYuan: noticed,
    amountReceivedYuan: received,
  } = statedFee(text);
  expect([notices, noticed, received]).toEqual([noticesIssued, amountNoticedYuan, amountReceivedYuan]);
});

test('our own sentence is read, too', () => {
  const fee = { noticesIssued: 6, amountNoticedYuan: 1000, amountReceivedYuan: 980.5 };
  expect(statedFee(feeSentence(fee))).toEqual(fee);
});

test('rules about the fee judge what section 六 says', () => {
  const otherMatters = '发出收费通知3件，总金额1005元，实际收取2000元。';
  const rules = checkReport(reportOf({ sections: { otherMatters } })).findings.map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['FEE-01', 'FEE-02']));
});
