import type { CellPath } from '../src/index.ts';

/** For every rule: the smallest change that breaks it and nothing else, and what the clerk then reads. */
export const broken: Readonly<
  Record<string, readonly [figures: { readonly [Path in CellPath]?: number | null }, ...messages: string[]]>
> = {
  'T3-01': [
    { 'applications.carriedOver.legalServiceInstitution': 1, 'applications.carriedOver.total': 35 },
    '表三“法律服务机构”列：“一、本年新收政府信息公开申请数量” 61 + “二、上年结转政府信息公开申请数量” 1 = 62，“（七）总计” 61 + “四、结转下年度继续办理” 0 = 61，相差 1（第一项加第二项之和，等于第三项加第四项之和）',
    '表三“总计”列：“一、本年新收政府信息公开申请数量” 3119 + “二、上年结转政府信息公开申请数量” 35 = 3154，“（七）总计” 3050 + “四、结转下年度继续办理” 103 = 3153，相差 1（第一项加第二项之和，等于第三项加第四项之和）',
  ],
  'T3-02': [
    { 'applications.duplicate.otherOrganization': 1, 'applications.duplicate.total': 26 },
    '表三“其他”列：“（七）总计” 4，各项之和 = 5（“（一）予以公开” 3、“1.本机关不掌握相关政府信息” 1、“2.重复申请” 1，其余为 0），相差 1（（七）总计，等于（一）至（六）各项之和）',
    '表三“总计”列：“（七）总计” 3050，各项之和 = 3051，相差 1（（七）总计，等于（一）至（六）各项之和）',
  ],
  'T3-03': [
    { 'applications.duplicate.total': 24, 'applications.notHeld.total': 770 },
    '表三“三（四）1.本机关不掌握相关政府信息”行：“总计” 770，各项之和 = 769（“自然人” 746、“商业企业” 12、“法律服务机构” 10、“其他” 1，其余为 0），相差 1（总计，等于自然人与各类法人或其他组织之和）',
    '表三“三（五）2.重复申请”行：“总计” 24，各项之和 = 25（“自然人” 25，其余为 0），相差 1（总计，等于自然人与各类法人或其他组织之和）',
  ],
  'T4-01': [
    { 'disputes.reconsideration.total': 0 },
    '表四“行政复议”部分：“总计” 0，“结果维持” 72 + “结果纠正” 64 + “其他结果” 178 + “尚未审结” 37 = 351，相差 351（总计，等于前四项之和）',
  ],
  'T4-02': [
    { 'disputes.directLitigation.upheld': 14 },
    '表四“未经复议直接起诉”部分：“总计” 26，“结果维持” 14 + “结果纠正” 4 + “其他结果” 8 + “尚未审结” 1 = 27，相差 1（总计，等于前四项之和）',
  ],
  'T4-03': [
    { 'disputes.litigationAfterReconsideration.pending': 5 },
    '表四“复议后起诉”部分：“总计” 20，“结果维持” 12 + “结果纠正” 1 + “其他结果” 1 + “尚未审结” 5 = 19，相差 1（总计，等于前四项之和）',
  ],
  'CELL-01': [
    { 'licensing.licenses.decisions': -1 },
    '表二 第二十条第（五）项 行政许可 × 本年处理决定数量：这里是 -1，件数应为 0 或者更大的整数，请核对后改正',
  ],
  'CELL-02': [
    { 'fees.administrativeFees.amountWan': 1.00001 },
    '表二 第二十条第（八）项 行政事业性收费 × 本年收费金额（单位：万元）：这里是 1.00001 万元，精确到了 1 元以下（超过 4 位小数），请核对单位和小数点',
  ],
  'CELL-04': [
    { 'documents.rules.repealed': null },
    '表二第二十条第（一）项“规章”行：“本年废止件数”空白；空白不等于 0，没有发生的请填 0',
  ],
  'T2-01': [
    { 'documents.rules.inForce': 12, 'documents.rules.repealed': -1 },
    '表二 第二十条第（一）项 规章 × 现行有效件数 12，不应大于上年“现行有效件数” 10 + 本年“本年制发件数” 1 = 11，相差 1（现行有效件数，不大于上年现行有效件数加本年制发件数）',
  ],
  'T2-02': [
    { 'documents.normativeDocuments.inForce': 65 },
    '表二 第二十条第（一）项 行政规范性文件 × 现行有效件数 65，应等于上年“现行有效件数” 84 + 本年“本年制发件数” 8 − 本年“本年废止件数” 26 = 66，相差 1（现行有效件数，等于上年现行有效件数加本年制发件数减本年废止件数；按清理结果调整的，请说明）',
  ],
  'T2-09': [
    { 'enforcement.compulsion.decisions': 883 },
    '表二 第二十条第（六）项 行政强制 × 本年处理决定数量：本年 883，上年 88283，变化很大，请核对是否属实',
  ],
  'T3-04': [
    { 'applications.carriedOver.total': 35 },
    '表三 二、上年结转政府信息公开申请数量 × 总计 35，应等于上年“四、结转下年度继续办理” 34，相差 1（本年“上年结转”，等于上年“结转下年度继续办理”）',
  ],
  'T3-05': [
    { 'applications.carriedOver.naturalPerson': 33 },
    '表三 二、上年结转政府信息公开申请数量 × 自然人 33，应等于上年“四、结转下年度继续办理” 34，相差 1（本年“上年结转”，等于上年“结转下年度继续办理”）',
  ],
  'T4-06': [
    { 'disputes.litigationAfterReconsideration.total': 5 },
    '表四 行政诉讼 复议后起诉 × 总计 5，不应小于上年“尚未审结” 6，相差 1（总计含上年尚未审结的案件，不小于上年“尚未审结”）',
  ],
};
