import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCsv, renderCsv } from '../src/formats/csv/index.ts';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { renderXlsx } from '../src/formats/xlsx/index.ts';
import { type CellPath, checkReport, type Locale, type Reading, startChecking } from '../src/index.ts';
import {
  checkedReport,
  renderReturnNotice,
  resultCsv,
  resultHtml,
  resultMarkdown,
  resultText,
  resultWorkbook,
} from '../src/results/index.ts';
import { handmade } from './html-variants.ts';
import { sample } from './sample.ts';

const total = 'applications.newlyReceived.total' satisfies CellPath;

/** The report as a page on which something else is printed in the cell of 3119. */
const pageWith = (printed: string) =>
  handmade(renderHtml(sample())).replace('<td>3119</td>', `<td>${printed}</td>`);

/** All that is said of a reading, in every format and for everyone. */
async function said(read: (locale: Locale) => Reading, locale: Locale): Promise<string> {
  const reading = read(locale);
  const result = checkReport(reading, { locale });
  const checked = checkedReport('report', reading, result);
  const texts = (['clerk', 'reviewer', 'summary'] as const).flatMap((audience) => [
    resultText([checked], { audience, locale }),
    resultMarkdown([checked], { audience, locale }),
    resultHtml([checked], { audience, locale }),
  ]);
  const workbooks = [
    await resultWorkbook([checked], { locale }),
    await renderXlsx(reading.draft, { check: result, locale }),
  ].flatMap((workbook) =>
    Object.entries(unzipSync(workbook)).flatMap(([name, content]) =>
      /^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/u.test(name) ? [new TextDecoder().decode(content)] : [],
    ),
  );
  return [
    ...texts,
    ...workbooks,
    resultCsv([checked], { locale }),
    renderReturnNotice(checked, { locale }) ?? '',
    ...result.diagnoses.map(({ message }) => message),
    ...result.undecided.map(({ message }) => message),
  ]
    .join('\n')
    .replaceAll(/<style>.*?<\/style>/gsu, '');
}

/** What is always said of blanks: that they are no 0, that none may be left, that their number is to be filled in. */
const GENERAL =
  /空白表示不掌握|有空白的关系不核对|空白不等于 0|blank if not known|a blank is not 0|A blank[^.]*\.|do not leave a blank/gu;

describe('a figure that is printed is never called blank', () => {
  test.each(['约3119', '3119?', '311O', '−3119', '（3119）', '#REF!', '—', '/'])('%s', async (printed) => {
    const reading = readHtml(pageWith(printed));
    expect(reading.draft).toMatchObject({ tables: { applications: { newlyReceived: { total: null } } } });
    const { diagnoses, findings } = checkReport(reading);
    expect(diagnoses[0]?.changes).toEqual([{ cell: total, from: null, printed, to: 3119 }]);
    expect(diagnoses[0]?.message).toContain(`应为 3119，现为“${printed}”`);
    for (const finding of diagnoses[0]?.settles ?? []) expect(findings).toContainEqual(finding);
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = (await said((each) => readHtml(pageWith(printed), { locale: each }), locale)).replaceAll(
        GENERAL,
        '',
      );
      expect(text).toContain(`“${printed}”`);
      expect(text.match(/.{0,40}(?:空白|\bblank).{0,20}/u)?.[0]).toBeUndefined();
    }
  });

  test('beside a cell that is blank, and is called so', () => {
    const html = pageWith('约3119').replace('<td>3001</td>', '<td></td>');
    const { findings, undecided } = checkReport(readHtml(html));
    expect(findings.map(({ rule, cells }) => [rule, cells])).toEqual([
      ['READ-09', [total]],
      ['CELL-04', ['applications.newlyReceived.naturalPerson']],
    ]);
    expect(undecided.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('“自然人”空白，“总计”印的是“约3119”，无法核对'),
    );
  });

  test('nor is one that a text has with two values', () => {
    const line = /^.*applications\.newlyReceived\.total.*$/mu;
    const csv = renderCsv(sample()).replace(line, (text) => `${text}\n${text.replace('3119', '3191')}`);
    const reading = readCsv(csv);
    expect(reading.cells[total].state).toBe('absent');
    const { diagnoses } = checkReport(reading);
    expect(diagnoses[0]?.message).toContain('应为 3119，来源中的数未能确定');
    expect(resultText([checkedReport('a', reading, checkReport(reading))])).not.toMatch(/空白/u);
  });
});

test('a cell that is blank is called blank, with and without a reading', () => {
  const reading = readHtml(pageWith(''));
  for (const given of [reading, reading.draft]) {
    const [diagnosis] = checkReport(given).diagnoses;
    expect(diagnosis?.changes).toEqual([{ cell: total, from: null, to: 3119 }]);
    expect(diagnosis?.message).toContain('应为 3119，现为空白');
  }
});

test('a check that goes on says of a cell that was emptied by hand that it is blank', () => {
  const session = startChecking(readHtml(pageWith('3119')));
  expect(session.set(total, null).diagnoses[0]?.message).toContain('现为空白');
});
