import { describe, expect, test } from 'vitest';
import { type AnyDraft, checkReport } from '../src/index.ts';
import { sample } from './sample.ts';

/** A text of more than 200 letters without a passage that repeats. */
const TEXT =
  '全年召开新闻发布会九场，围绕民生实事回应关切四十余项。便民大厅增设查阅点，安排专人引导老年人使用自助设备。旧房改造、乡村供水、校园餐食的进展逐月上网，居民可查施工队伍和竣工日期。涉企政策先听商户意见再动笔，颁布后由起草处室登门说明，岁末回访成效。新录用人员集中研修五日，骨干赴外地跟岗，归来向同事授课。失效链接悉数清除，检索换成可按词联想的版本，手机端表格清楚易读。监督热线有人值守，网上提问三天之内答复，疑难事项由分管领导签批后限期办结并公布结论。乡镇文书按季归档，村务栏目由两名专员轮流维护，差错当日更正，次月通报质量，连续两季靠后者约谈负责人。';

const of = (name: string, year: number): AnyDraft => {
  const report = sample();
  return {
    ...report,
    year,
    title: `${name}${year}年政府信息公开工作年度报告`,
    agency: { ...report.agency, name },
    sections: { ...report.sections, overview: [{ kind: 'paragraph', text: TEXT }] },
  };
};
const alike = (siblings: readonly AnyDraft[], previous?: AnyDraft, locale: 'zh-CN' | 'en' = 'en') =>
  checkReport(of('淮安市人民政府', 2024), { siblings, locale, ...(previous ? { previous } : {}) })
    .findings.filter(({ rule }) => rule === 'STR-12')
    .map(({ message }) => message);

describe('a text that is alike', () => {
  test('is not held against the same report in another file', () => {
    expect(alike([of('淮安市人民政府', 2024)])).toEqual([]);
    expect(alike([of('江苏省淮安市 人民政府', 2024)])).toEqual([]);
  });

  test("in another agency's report of the year is to be compared with it, not rewritten for this year", () => {
    const [message, ...more] = alike([of('淮安市人民政府办公室', 2024), of('淮安市人民政府', 2024)]);
    expect(more).toEqual([]);
    expect(message).toContain('“淮安市人民政府办公室2024年政府信息公开工作年度报告”');
    expect(message).toContain('check whether one was copied from the other');
    expect(message).not.toContain('this year');
    expect(alike([of('宿迁市人民政府', 2024)], undefined, 'zh-CN')[0]).toMatch(/请核对两份报告是否照搬/u);
  });

  test("in last year's report is to be rewritten, and is reported once", () => {
    const last = of('淮安市人民政府', 2023);
    const messages = alike([last], last);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('rewrite them for this year');
    expect(alike([of('宿迁市人民政府', 2023)])[0]).toContain('rewrite them for this year');
  });

  test('is reported where the name of the other agency is not known', () => {
    const unnamed = { ...of('', 2024), agency: { name: null, kind: null, level: null } } as AnyDraft;
    expect(alike([unnamed])).toHaveLength(1);
  });
});
