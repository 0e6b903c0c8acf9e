import { describe, expect, it } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import {
  type AnyDraft,
  checkReport,
  comparedStatements,
  type Locale,
  type Report,
  startChecking,
} from '../src/index.ts';
import { resultHtml } from '../src/results/index.ts';
import { accessibilityProblems, looks, open } from './browser.ts';
import { sample } from './sample.ts';

/** A report whose overview is one paragraph. */
const withText = (text: string): Report => {
  const report = sample();
  return { ...report, sections: { ...report.sections, overview: [{ kind: 'paragraph', text }] } };
};
/** What the overview states, beside the tables. */
const compared = (report: AnyDraft, locale: Locale = 'zh-CN') =>
  comparedStatements(report, { locale }).filter(({ span }) => span.section === 'overview');
const received = (report: AnyDraft) => report.tables.applications.newlyReceived.total ?? 0;
const marksOf = (html: string) =>
  [...html.matchAll(/<mark class="ogi-said ogi-(\w+)" title="([^"]*)">([^<]*)<\/mark>/gu)].map(
    ([, verdict, title, text]) => [verdict, text, title],
  );

describe('the text of a report', () => {
  const figure = received(sample());

  it('has a mark on every figure that agrees with the tables, or does not, saying what was compared', () => {
    const report = withText(
      `2024年，共收到政府信息公开申请 ${figure} 件，上年结转1件，制发行政规范性文件9999件。`,
    );
    expect(compared(report).map(({ verdict, message }) => [verdict, message])).toEqual([
      ['agrees', expect.stringMatching(/^收到：与表格一致（表三“一、.*”总计是 \d+）$/u)],
      ['contradicts', expect.stringMatching(/^上年结转：与表格不一致（表三“二、.*”总计是 \d+）$/u)],
      ['contradicts', expect.stringMatching(/^制发规范性文件：与表格不一致（表二/u)],
    ]);
    const marks = marksOf(renderHtml(report, { statements: compared(report) }));
    expect(marks.map(([verdict, text]) => [verdict, text])).toEqual([
      ['agrees', `${figure} 件`],
      ['contradicts', '1件'],
      ['contradicts', '9999件'],
    ]);
  });

  it('is not decided where the cell is blank', () => {
    const report: AnyDraft = structuredClone(withText('政府信息公开申请结转下年度继续办理4件。'));
    Object.assign(report.tables.applications.carriedForward, { total: null });
    const [one] = compared(report, 'en');
    expect(one?.verdict).toBe('undecided');
    expect(one?.message).toMatch(/^carried forward: not decided \(.* has no figure\)$/u);
  });

  it('is marked in the page of a result, where the finding is in the list above', () => {
    const report = withText('2024年，共收到政府信息公开申请<b>7</b>件，受理政府信息公开申请8件。');
    const html = resultHtml([{ name: 'a', report, result: checkReport(report) }]);
    expect(marksOf(html).map(([verdict, text]) => [verdict, text])).toContainEqual(['contradicts', '8件']);
    expect(html).not.toContain('<b>7');
    expect(html).toMatch(/<aside class="ogi-statements">文字中与表格有关的数：.*与表格不一致 1/u);
  });

  it('is read back as it was, marks or not', () => {
    const report = withText(`共收到政府信息公开申请${figure}件。\n上年结转99件。`);
    const html = renderHtml(report, { statements: comparedStatements(report) });
    expect(readHtml(html).draft.sections.overview).toEqual(report.sections.overview);
  });

  it('follows the figures', () => {
    const session = startChecking(withText(`共收到政府信息公开申请${figure}件。`));
    expect(compared(session.report).map(({ verdict }) => verdict)).toEqual(['agrees']);
    session.set('applications.newlyReceived.total', figure + 1);
    expect(compared(session.report).map(({ verdict }) => verdict)).toEqual(['contradicts']);
  });

  it.each(looks)('has marks that axe has nothing against, %s and %s', async (colorScheme, _, viewport) => {
    const report = withText(`共收到政府信息公开申请${figure}件，上年结转1件，公开规范性文件3件。`);
    const page = await open(resultHtml([{ name: 'a', report, result: checkReport(report) }]), {
      colorScheme,
      viewport,
    });
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
