import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, renderCsv } from '../src/formats/csv/index.ts';
import { readDocx, renderDocx } from '../src/formats/docx/index.ts';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { renderJson } from '../src/formats/json/index.ts';
import { readPdf, renderPdf } from '../src/formats/pdf/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { readXlsx, renderXlsx } from '../src/formats/xlsx/index.ts';
import {
  cells,
  checkReport,
  form2019,
  form2021,
  forms,
  type Report,
  readReport,
  tablesFrom,
} from '../src/index.ts';
import { arbitraryReportOn, printedOnce } from './arbitrary-report.ts';
import { pdfFonts } from './pdf-fonts.ts';
import { cases } from './random-inputs.ts';
import { sample } from './sample.ts';

const arbitraryReport = arbitraryReportOn('2019');

/** The first tables of a report on 2022 that a town filed on the form of 2019, as far as they are known. */
const TOWN = `二、主动公开政府信息情况
第二十条第(一)项 | ||||
信息内容 | 本年新制作数量 | 本年新 公开数量 | 对外公开总数量 | |
规章 | 0 | 0 | 0 | |
规范性文件 | 0 | 0 | 0 | |
第二十条第(五)项 | ||||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 | |
行政许可 | 0 | 0 | 0 | |
其他对外管理服务事项 | 0 | 0 | 0 | |
第二十条第(六)项 | ||||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 | |
行政处罚 | 0 | 0 | 0 | |
行政强制 | 0 | 0 | 0 | |
第二十条第(八)项 | ||||
信息内容 | 上一年项目数量 | 本年增/减 | ||
行政事业性收费 | 0 | 0 | ||
第二十条第(九)项 | ||||
信息内容 | 采购项目数量 | 采购总金额 | ||
政府集中采购 | 0 | 0 | ||
三、收到和处理政府信息公开申请情况
(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 | ||||||||
自然人 | 法人或其他组织 | 总计 | |||||||
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息`;

describe('what is rendered on the form of 2019 reads back the same', () => {
  test('as a web page', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const reading = readHtml(renderHtml(report, { particulars: true }));
        expect(reading.draft).toEqual(printedOnce(report));
        expect(reading.status).toBe('complete');
        expect(reading.ledger).toEqual({ found: 198, placed: 198, unplaced: [] });
        expect(checkReport(reading).verdict).toBe(checkReport(report).verdict);
      }),
      { numRuns: cases(60) },
    );
  });

  test('as text', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const reading = readText(renderText(report, { particulars: true }));
        expect(reading.draft).toEqual(printedOnce(report));
        expect(reading.status).toBe('complete');
      }),
      { numRuns: cases(60) },
    );
  });

  test('as a Word file, a workbook and CSV', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        const whole = printedOnce(report);
        expect((await readDocx(await renderDocx(report, { particulars: true }))).draft).toEqual(whole);
        expect((await readXlsx(await renderXlsx(report))).draft).toEqual(whole);
        expect(readCsv(renderCsv(whole)).draft).toEqual(whole);
      }),
      { numRuns: cases(6) },
    );
  });

  test('as a PDF file', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        const reading = await readPdf(await renderPdf(report, { particulars: true, fonts: pdfFonts }));
        expect(reading.draft.tables).toEqual(report.tables);
        expect(reading.draft.remarks).toEqual(printedOnce(report).remarks);
      }),
      { numRuns: cases(4) },
    );
  });

  test('as a PDF file, a change below 0 with a remark of several lines', async () => {
    const { report } = page();
    report.tables.enforcement.penalties.change = -4;
    const remarks = { 'enforcement.penalties.change': '比上一年减少，因职能划转到市场监督管理部门' } as const;
    const reading = await readPdf(await renderPdf({ ...report, remarks }, { fonts: pdfFonts }));
    expect(reading.draft.tables).toEqual(report.tables);
    expect(reading.draft.remarks).toEqual(remarks);
  });

  test('as JSON', async () => {
    const [report] = fc.sample(arbitraryReport, { numRuns: 1, seed: 2019 });
    if (!report) throw new Error('no report');
    const reading = await readReport(new TextEncoder().encode(renderJson(report)));
    expect(reading.draft).toEqual(report);
    expect(reading.status).toBe('complete');
    expect(Object.keys(reading.cells)).toEqual(cells('2019').map(({ path }) => path));
  });
});

/** A page with figures that can be told from each other. */
function page(): { html: string; report: Report<'2019'> } {
  const report: Report<'2019'> = {
    form: '2019',
    year: 2020,
    agency: { name: '某县民政局', kind: 'department', level: 'county' },
    scope: 'agency',
    sections: { overview: [{ kind: 'paragraph', text: '全年主动公开信息。' }] },
    tables: tablesFrom(
      cells('2019').map(({ position }) => position + 1),
      '2019',
    ),
  };
  return { report, html: renderHtml(report) };
}

test('signs and words before a change are read: 减4, +21, 增5, -3', () => {
  const { html, report } = page();
  for (const [printed, figure] of [
    ['减4', -4],
    ['+21', 21],
    ['增5', 5],
    ['-3', -3],
    ['－3', -3],
    ['减少2项', -2],
  ] as const) {
    const reading = readHtml(html.replace(`>${report.tables.licensing.licenses.change}<`, `>${printed}<`));
    if (reading.draft.form !== '2019') throw new Error('another edition');
    expect(reading.draft.tables.licensing.licenses.change).toBe(figure);
    expect(reading.status).toBe('complete');
  }
});

test('a heading of 2019 over a single column of 2021 leaves its figures unplaced', () => {
  for (const [render, read] of [
    [renderHtml, readHtml],
    [renderText, readText],
  ] as const) {
    const reading = read(render(sample()).replace('本年处理决定数量', '上一年项目数量'));
    expect(reading.status).toBe('incomplete');
    expect(reading.cells['licensing.licenses.decisions'].state).toBe('absent');
    expect(reading.ledger.unplaced.map(({ printed }) => printed)).toEqual(['447228']);
  }
});

test('a sign before a count is no number, in either edition', () => {
  const { html, report } = page();
  const reading = readHtml(html.replace(`>${report.tables.licensing.licenses.decisions}<`, '>减4<'));
  expect(reading.cells['licensing.licenses.decisions']).toMatchObject({ state: 'text', printed: '减4' });
});

test('the unit of an amount for which the form prints none is kept beside it', () => {
  const { html, report } = page();
  const reading = readHtml(
    html.replace(`>${report.tables.procurement.centralizedProcurement.totalAmount}<`, '>1,234.5万元<'),
  );
  if (reading.draft.form !== '2019') throw new Error('another edition');
  expect(reading.draft.tables.procurement.centralizedProcurement.totalAmount).toBe(1234.5);
  expect(reading.draft.remarks).toEqual({ 'procurement.centralizedProcurement.totalAmount': '万元' });
});

test('the report of a town on the form of 2019 is read as far as it goes, each cell in its own edition', () => {
  const reading = readText(TOWN);
  expect(reading.status).toBe('incomplete');
  if (reading.draft.form !== '2019') throw new Error('another edition');
  expect(reading.draft.tables.procurement.centralizedProcurement).toEqual({ items: 0, totalAmount: 0 });
  expect(reading.draft.tables.applications.newlyReceived.total).toBe(0);
  expect(reading.draft.tables.applications.carriedOver.total).toBeNull();
  expect(Object.values(reading.cells).filter(({ state }) => state === 'number')).toHaveLength(29);
  expect(reading.ledger.unplaced).toEqual([]);
  expect(checkReport(reading).verdict).toBe('incomplete');
});

test('a report that keeps the headings of 2019 over rules and normative documents alone is on the form of 2021, and those figures are not placed', () => {
  const headings = form2021.tables.documents.columns;
  const old = form2019.tables.documents.columns;
  for (const [render, read] of [
    [renderHtml, readHtml],
    [renderText, readText],
  ] as const) {
    const mixed = headings.reduce(
      (text, { label }, at) => text.replace(label, old[at]?.label ?? ''),
      render(sample()),
    );
    const reading = read(mixed);
    if (reading.draft.form !== '2021') throw new Error('another edition');
    expect(reading.status).toBe('incomplete');
    expect(reading.draft.tables.documents.rules.issued).toBeNull();
    expect(reading.ledger.unplaced.length).toBe(6);
    expect(reading.draft.tables.applications).toEqual(sample().tables.applications);
  }
});

test('the edition of a reading is one that there is', () => {
  expect(Object.keys(forms)).toContain(readHtml(page().html).draft.form);
  expect(readHtml('').draft.form).toBe('2021');
});
