import { describe, expect, test } from 'vitest';
import { type AnyDraft, checkReport, comparedStatements } from '../src/index.ts';
import { sample } from './sample.ts';

/** A government's report of which the overview says this and no more. */
function saying(text: string): AnyDraft {
  const report = sample();
  return { ...report, sections: { ...report.sections, overview: [{ kind: 'paragraph', text }] } };
}
const contradictions = (text: string) =>
  checkReport(saying(text))
    .findings.filter(({ rule }) => rule.startsWith('NARR-'))
    .map(({ rule }) => rule);

describe('what counts more than disclosure contradicts no table', () => {
  test.each([
    '全市法院受理行政诉讼案件2000件。',
    '全市法院受理行政诉讼案件2000件。其中直接起诉1500件，行政机关败诉150件。',
    '做好政府信息公开工作，全市法院受理行政诉讼案件2000件。',
    '因政府信息公开引起的行政复议351件，全市法院受理行政诉讼案件2000件。',
    '全年受理行政复议申请1200件。',
    '全年共收到行政复议申请1200件，审结1100件，其中维持700件，纠正300件。',
    '我市行政复议机关办理行政复议案件1200件。',
    '全市各级行政复议机关共收到复议申请1200件。',
    '全市发生行政复议案件1200件、行政诉讼案件600件。',
    '全市行政应诉案件2000件。',
    '未受理行政复议申请。',
  ])('suits and reviews: %s', (text) => {
    expect(contradictions(text)).toEqual([]);
  });

  test.each([
    '受理低保申请300件，办结290件。',
    '法律援助中心受理法律援助申请500件，办结400件。',
    '政务服务中心受理各类事项120000件，办结119000件。',
    '信访部门受理信访事项500件，办结480件。',
    '12345热线受理群众诉求5000件，办结4900件。',
    '政府网站收到网民咨询500件，答复500件。',
    '市长信箱收到来信1200件，办结1200件。',
    '受理企业开办申请1200件，结转20件。',
    '全省收到政府信息公开申请90000件。',
  ])('applications of other kinds: %s', (text) => {
    expect(contradictions(`依申请公开工作规范开展。${text}`)).toEqual([]);
  });

  test.each([
    '各县区共制发规范性文件120件。',
    '市政府办公室制发规范性文件3件。',
    '全市立法计划制定规章5件。',
    '市场监管局作出行政处罚1234件。',
    '自然资源局收取行政事业性收费1234.5万元。',
  ])('documents, decisions and fees: %s', (text) => {
    expect(contradictions(text)).toEqual([]);
  });
});

describe('what is about disclosure still does', () => {
  test.each([
    ['因政府信息公开被申请行政复议999件。', ['NARR-05']],
    ['全市因政府信息公开发生行政诉讼案件999件。', ['NARR-05']],
    ['法院受理因政府信息公开提起的行政诉讼999件。', ['NARR-05']],
    ['全市法院受理行政诉讼案件2000件。因政府信息公开提起的行政诉讼999件。', ['NARR-05']],
    ['行政诉讼999件。', ['NARR-05']],
    ['依申请公开工作规范开展。全年共受理申请999件，办结998件。', ['NARR-01', 'NARR-02']],
    ['通过网络、信函等方式接收到书面申请999件。依申请公开共受理申请999件。', ['NARR-01']],
    ['受理群众诉求5000件，办结4900件；收到政府信息公开申请999件，答复998件。', ['NARR-01', 'NARR-02']],
    ['全市制发规范性文件999件。', ['NARR-08']],
    ['全市作出行政处罚999件。', ['NARR-08']],
  ])('%s', (text, rules) => {
    expect(contradictions(text)).toEqual(rules);
  });

  test('a figure of a territory that is not said to be about disclosure agrees, or is left undecided', () => {
    const { total: reviews } = sample().tables.disputes.reconsideration;
    const verdicts = (figure: number) =>
      comparedStatements(saying(`全市发生行政复议案件${figure}件。`))
        .filter(({ statement }) => statement.quantity === 'reconsiderations')
        .map(({ verdict }) => verdict);
    expect(verdicts(reviews)).toEqual(['agrees']);
    expect(verdicts(reviews + 1)).toEqual(['undecided']);
  });
});
