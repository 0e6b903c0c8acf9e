import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readText, renderText } from '../src/formats/text/index.ts';
import { type AnyDraft, checkReport, emptyDraft } from '../src/index.ts';
import { renderReturnNotice, renderReturnNoticeDocx } from '../src/results/index.ts';
import { departmentReports } from './departments.ts';

const reports = departmentReports();

function checked(report: AnyDraft, locale: 'zh-CN' | 'en' = 'zh-CN') {
  return { name: 'report.docx', report, result: checkReport(report, { locale }) };
}

function of(department: string) {
  const found = reports.find(({ report }) => report.agency.name === `江州市${department}`);
  if (!found) throw new Error(`no report of ${department}`);
  return checked(found.report);
}

const noticeOf = (department: string) => renderReturnNotice(of(department)) ?? '';

describe('a return notice', () => {
  test('says cell by cell what is to be changed to what, with reason and authority', () => {
    const notice = noticeOf('商务局');
    expect(notice).toContain('江州市商务局：\n');
    expect(notice).toContain('《江州市商务局2024年政府信息公开工作年度报告》收悉。经核对，有 2 处需要修改');
    expect(notice).toContain('1.表三“三（一）予以公开”行“自然人”列，现为 233，应为 323。理由：表三');
    expect(notice).toContain('依据：表三“（七）总计”的含义');
  });

  test('says where other corrections are as likely, and only there', () => {
    const [, first = '', second = ''] = noticeOf('商务局').split(/　　\d\./u);
    expect(first).not.toContain('另有其他可能');
    expect(second).toContain(
      '现为 54，应为 45。（系按勾稽关系推算，另有其他可能，请与原始数据核对后更正。）',
    );
  });

  test('has what only may be wrong apart, as something to be verified', () => {
    const [changes = '', doubts = ''] = noticeOf('商务局').split('二、建议核实的内容');
    expect(changes).not.toContain('没有发出收费通知');
    expect(doubts).toContain('没有发出收费通知');
    expect(noticeOf('教育局')).not.toContain('建议核实');
    expect(noticeOf('教育局')).toContain('二、有关要求');
  });

  test('asks for a blank once, and rests that on no mere practice', () => {
    const notice = noticeOf('财政局');
    expect(notice).toContain('有 1 处需要修改');
    expect(notice).toContain('现为空白，应为 0');
    expect(notice).not.toContain('已公布的年度报告');
  });

  test('leaves deadline, office, contact and day to be filled in', () => {
    expect(noticeOf('商务局').match(/【填写[^】]+】/gu)).toEqual([
      '【填写截止日期】',
      '【填写联系人】',
      '【填写联系电话】',
      '【填写主管部门名称】',
      '【填写日期】',
    ]);
  });

  test('is not written for a report that passes, warnings or not', async () => {
    for (const { report } of reports) {
      const one = checked(report);
      expect(renderReturnNotice(one) === undefined).toBe(one.result.verdict === 'pass');
    }
    expect(await renderReturnNoticeDocx(of('科学技术局'))).toBeUndefined();
  });

  test('asks for what could not be checked where that is all there is', () => {
    const one = of('科学技术局');
    const undecided = [{ rule: 'PUB-01', cells: [], message: '公布日期未写明，无法核对' }];
    const notice = renderReturnNotice({
      ...one,
      result: { ...one.result, verdict: 'incomplete', undecided },
    });
    expect(notice).toContain('1.公布日期未写明，无法核对。');
  });

  test('does not hold against an agency what was not read: it asks for the whole file', () => {
    const { report } = of('科学技术局');
    const whole = renderText(report);
    const reading = readText(whole.slice(0, whole.indexOf('（四）无法提供')));
    const one = { name: 'broken-off.txt', report: reading.draft, result: checkReport(reading) };
    expect(one.result.findings.some(({ rule }) => rule.startsWith('READ-'))).toBe(true);
    const notice = renderReturnNotice(one) ?? '';
    expect(notice).toMatch(
      /需要补充的内容\n　　报送的文件中(?:表三|表三、表四)有未能读取的内容。请检查文件是否完整/u,
    );
    expect(notice).not.toContain('对照来源');
    const unread = one.result.findings.filter(({ rule }) => rule.startsWith('READ-'));
    const nothingElse = { ...one.result, diagnoses: [], findings: unread };
    expect(renderReturnNotice({ ...one, result: nothingElse })).toContain('未能完整读取，现予退回');
  });

  test('leaves the name of an unknown agency to be filled in; cells of an older form have their words', () => {
    const old = { ...emptyDraft('2019'), year: 2020 };
    const notice = renderReturnNotice(checked(old));
    expect(notice).toContain('【填写单位名称】：');
    expect(notice).not.toContain('undefined');
  });

  test('can be had in English', () => {
    const { report } = of('商务局');
    const notice = renderReturnNotice(checked(report, 'en'), { locale: 'en' });
    expect(notice).toContain('column “Natural person”: now 233, should be 323. Reason: Table 3');
    expect(notice).toContain('by 【deadline】.');
  });

  test('as a Word file says the same, with what is to be filled in marked', async () => {
    const file = await renderReturnNoticeDocx(of('商务局'));
    expect(file).toEqual(await renderReturnNoticeDocx(of('商务局')));
    const xml = strFromU8(unzipSync(file ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array());
    const text = xml.replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, '');
    const plain = (words: string) => words.replaceAll(/[\s　]/gu, '');
    expect(plain(text)).toBe(plain(noticeOf('商务局')));
    expect(xml.match(/<w:highlight w:val="yellow"\/>/gu)).toHaveLength(5);
  });
});
