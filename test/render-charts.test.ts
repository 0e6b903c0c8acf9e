import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chartColours } from '../src/charts/colours.ts';
import { bars, type Chart, type ChartId, charts, chartText, renderChart } from '../src/charts/index.ts';
import {
  builtInRenderers,
  type CellPath,
  cells,
  checkReport,
  type Draft,
  emptyDraft,
  figureAt,
  form2021,
  tablesFrom,
} from '../src/index.ts';
import { renderSummaryHtml, renderSummarySvg } from '../src/summary/index.ts';
import { arbitraryDraft, arbitraryReport } from './arbitrary-report.ts';
import { cases } from './random-inputs.ts';
import { put, sample, sampleWith } from './sample.ts';
import { whyNoXml } from './well-formed.ts';

const ids = Object.keys(charts) as ChartId[];
const ofOne = ids.filter((id) => charts[id].needs === 'one report');

const figures = JSON.parse(readFileSync(new URL('files/suqian-shi.json', import.meta.url), 'utf8'));
const [suqian2023, suqian2024] = ['2023', '2024'].map(
  (year): Draft => ({
    ...emptyDraft(),
    year: Number(year),
    agency: { name: '宿迁市人民政府', kind: 'government', level: 'prefecture' },
    scope: 'territory',
    tables: tablesFrom(figures[year]),
  }),
) as [Draft, Draft];

/** A report all of whose figures are the same. */
function all(figure: number | null): Draft {
  return { ...sample(), tables: tablesFrom(cells().map(() => figure)) };
}

/** The texts that an SVG draws, one a line; not its title and description. */
function drawnText(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join('\n');
}

function numbersIn(text: string): Set<string> {
  return new Set(ungrouped(text).match(/\d+(?:\.\d+)?/g) ?? []);
}

/** A text without what sets thousands apart. */
function ungrouped(text: string): string {
  return text.replace(/(?<=\d),(?=\d{3})/g, '');
}

function describedAs(svg: string): string {
  return (
    /<desc[^>]*>([^<]*)<\/desc>/
      .exec(svg)?.[1]
      ?.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)) ?? ''
  );
}

const evil =
  '<script>alert(1)</script>]]>\u0000\u202E\uD800 \uFFFE & "x" \' {a|b} url(#zr0-c0) <![CDATA[ zr1-p3';

const hostile: Draft = { ...sample(), title: evil, agency: { ...sample().agency, name: evil } };

describe.each(ids)('the chart %s', (id) => {
  const chart = charts[id];
  const shown = chart.needs === 'one report' ? sample() : [suqian2024, suqian2023];

  test.each(['zh-CN', 'en'] as const)('is an accessible picture, in %s', async (locale) => {
    const svg = await renderChart(id, shown, { locale });
    const text = chartText(id, shown, { locale });
    expect(whyNoXml(svg)).toBeUndefined();
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" lang="[^"]+" role="img" aria-labelledby="/,
    );
    for (const [, used = ''] of svg.matchAll(/aria-labelledby="([^"]+)"/g)) {
      for (const name of used.split(' ')) expect(svg).toContain(` id="${name}"`);
    }
    expect(svg).toContain(`>${chart.title[locale]}</title>`);
    expect(describedAs(svg)).toBe(text.description);
    for (const row of text.rows) expect(row).toHaveLength(text.columns.length);
    for (const [name = ''] of text.rows) expect(text.description).toContain(name);
    if (locale === 'zh-CN') expect(text.description).toMatch(/。$/);
  });

  test('has no script, no style sheet, nothing from outside, and no text smaller than 12 pixels', async () => {
    for (const width of [320, 720]) {
      const svg = await renderChart(id, shown, { width });
      expect(svg).not.toMatch(/<script|<style|<image|<foreignObject|<a |href|style=|class=|ecmeta|zr\d/);
      expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
      for (const [, size] of svg.matchAll(/font-size="(\d+)/g))
        expect(Number(size)).toBeGreaterThanOrEqual(12);
    }
  });

  test('gives the same bytes for the same figures, and no identifier twice in one page', async () => {
    const svg = await renderChart(id, shown);
    const others = await Promise.all(ofOne.map((other) => renderChart(other, sample())));
    expect(await renderChart(id, shown)).toBe(svg);
    const page = [...new Set([svg, ...others, await renderChart(id, shown, { theme: 'dark' })])].join('');
    const names = [...page.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const [, name] of page.matchAll(/url\(#([^)]+)\)/g)) expect(names).toContain(name);
  });

  test('says in words that there is nothing to draw, and never takes unknown for 0', async () => {
    const nothing = await renderChart(id, all(0));
    expect(drawnText(nothing)).toContain(chart.nothing['zh-CN']);
    expect(nothing).not.toContain('<path');
    const unknown = await renderChart(id, all(null));
    expect(drawnText(unknown)).toContain('未知');
    expect(drawnText(unknown)).not.toContain(chart.nothing['zh-CN']);
    expect(numbersIn(drawnText(unknown).replace('2024', ''))).toEqual(new Set());
    expect(chartText(id, all(null), { locale: 'en' }).description).not.toMatch(/\b0\b/);
    expect(whyNoXml(unknown)).toBeUndefined();
  });

  test('draws hostile text as text', async () => {
    const svg = await renderChart(id, hostile);
    expect(whyNoXml(svg)).toBeUndefined();
    expect(svg).not.toContain('<script');
    const long = { ...hostile, agency: { ...hostile.agency, name: evil.repeat(20_000) } };
    const drawn = drawnText(await renderChart(id, long));
    expect(drawn.length).toBeLessThan(2_000);
    expect(drawn).toContain('2024年');
  });
});

/** A figure with thousands apart. */
const grouped = (figure: number | bigint) =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(figure);

describe('what charts show is what the report says', () => {
  test.each(ofOne)(
    '%s: every figure of a random report stands in the picture and in the description',
    async (id) => {
      await fc.assert(
        fc.asyncProperty(arbitraryDraft, fc.constantFrom(320, 720), async (draft, width) => {
          const svg = await renderChart(id, draft, { width });
          const text = chartText(id, draft);
          const claimed = text.rows.flatMap(([, ...values]) => values).filter((value) => value !== '');
          const isDrawn = /<path/.test(svg);
          for (const value of claimed) {
            expect(numbersIn(text.description).has(ungrouped(value)) || value === '未知').toBe(true);
            if (isDrawn && value !== '未知') expect(numbersIn(drawnText(svg))).toContain(ungrouped(value));
          }
          if (claimed.includes('未知')) expect(drawnText(svg)).toContain('未知');
        }),
        { numRuns: cases(25) },
      );
    },
  );

  test('the figures are those of the cells', () => {
    fc.assert(
      fc.property(arbitraryReport, ({ tables: { applications, disputes }, ...rest }) => {
        const report = { ...rest, tables: { ...rest, applications, disputes } } as unknown as Draft;
        const { total, ...kinds } = applications.newlyReceived;
        expect(chartText('applicants', report).rows.map(([, value]) => value)).toEqual(
          [...Object.values(kinds), total].map(grouped),
        );
        expect(chartText('disputes', report).rows.map(([, ...values]) => values)).toEqual(
          Object.values(disputes).map((row) => Object.values(row).map(grouped)),
        );
      }),
    );
  });

  test('sums of groups are the sums of their rows, exactly', () => {
    const table = form2021.tables.applications;
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const rowsUnder = (heading: string) =>
          table.rows.filter(({ id, label, under }) => {
            if (id === 'totalProcessed') return false;
            return (
              (under?.[1]?.label ?? (under ? label : '')).replace(/^（.）/, '').replace(/（.*$/, '') ===
              heading
            );
          });
        const { rows } = chartText('outcomes', report);
        for (const [heading = '', shown] of rows.slice(0, -1)) {
          const added = rowsUnder(heading).map(({ id }) => BigInt(report.tables.applications[id].total));
          expect(added.length).toBeGreaterThan(0);
          expect(shown).toBe(grouped(added.reduce((sum, value) => sum + value, 0n)));
        }
        expect(rows.slice(0, -1).map(([name]) => name)).toEqual([
          '予以公开',
          '部分公开',
          '不予公开',
          '无法提供',
          '不予处理',
          '其他处理',
        ]);
      }),
    );
  });

  test('one unknown row makes its group unknown, and no other', () => {
    const draft = sampleWith({ 'applications.stateSecret.total': null });
    const values = Object.fromEntries(chartText('outcomes', draft).rows);
    expect(values).toMatchObject({ 不予公开: '未知', 无法提供: '781', 予以公开: '1,362' });
    expect(chartText('refusals', draft).description).toContain('属于国家秘密 未知');
  });

  test('a figure above 0 is seen, however small; a figure of 0 has no bar', async () => {
    const draft = all(0);
    put(draft, 'applications.newlyReceived.naturalPerson', 9e15);
    put(draft, 'applications.newlyReceived.otherOrganization', 1);
    const svg = await renderChart('applicants', draft);
    const widths = [
      ...svg.matchAll(/<path d="M[\d.]+ [\d.]+l([\d.]+) 0l0 [\d.]+[^"]*" fill="#2f6f9f" stroke="#/g),
    ].map(([, width]) => Number(width));
    expect(widths.filter((width) => width >= 1)).toHaveLength(2);
  });

  test('all figures 0 but the total is not said to be nothing', async () => {
    const draft = all(0);
    put(draft, 'applications.newlyReceived.total', 7);
    const text = drawnText(await renderChart('applicants', draft));
    expect(text).not.toContain('全年未收到申请');
    expect(text).toContain('各项均为0，本年新收政府信息公开申请数量 7');
  });
});

describe('several years', () => {
  test('stand side by side, the earliest first, in whatever order they are given', async () => {
    const text = chartText('years', [suqian2024, suqian2023]);
    expect(text.columns.slice(1)).toEqual(['2023年', '2024年']);
    expect(text.rows[0]).toEqual(['本年新收政府信息公开申请数量', '3,511', '3,525']);
    expect(await renderChart('years', [suqian2023, suqian2024])).toBe(
      await renderChart('years', [suqian2024, suqian2023]),
    );
    const drawn = drawnText(await renderChart('outcomesByYear', [suqian2023, suqian2024]));
    expect(drawn).toContain('2023年 1,191');
    expect(drawn).toContain('2024年 1,431');
  });

  test('of different agencies are distinguished by name; an unknown year is called so', () => {
    const other = { ...suqian2023, agency: { ...suqian2023.agency, name: '甲市' }, year: null };
    expect(chartText('years', [other, suqian2024]).columns.slice(1)).toEqual([
      '宿迁市人民政府 2024年',
      '甲市 年度未知',
    ]);
  });

  test('fit in, ten of them', async () => {
    const ten = Array.from({ length: 10 }, (_, at) => ({ ...suqian2023, year: 2021 + at }));
    const svg = await renderChart('years', ten, { width: 320 });
    for (let year = 2021; year < 2031; year += 1) expect(drawnText(svg)).toContain(`${year}年 3,511`);
  });

  test('are refused by a chart that shows one, with the cure', async () => {
    await expect(renderChart('outcomes', [suqian2023, suqian2024])).rejects.toThrow(
      'The chart `outcomes` shows one report; draw one for each of the 2.',
    );
    await expect(renderChart('years', [])).rejects.toThrow('needs a report');
    await expect(renderChart('toString' as ChartId, sample())).rejects.toThrow(
      'there are: applicants, outcomes',
    );
  });
});

describe('colours', () => {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  test.each(['light', 'dark'] as const)('of %s pictures differ in grey, and text can be read', (theme) => {
    const { series, ink, faint, plate, background, bar } = chartColours[theme];
    for (const [at, colour] of series.slice(1).entries()) {
      expect(contrast(colour, series[at] ?? '')).toBeGreaterThan(1.3);
    }
    expect(contrast(ink, background)).toBeGreaterThan(7);
    expect(contrast(ink, plate)).toBeGreaterThan(7);
    expect(contrast(faint, background)).toBeGreaterThan(4.5);
    expect(contrast(bar, background)).toBeGreaterThan(3);
  });

  test('hold the figures on their parts only where these have room for the separators, too', async () => {
    const drawn = async (width: number) =>
      drawnText(await renderChart('disputes', all(123_456_789), { width }));
    expect(await drawn(340)).toContain('结果维持 123,456,789');
    expect(await drawn(420)).not.toContain('结果维持 123,456,789');
  });

  test('of four series, as disputes have, differ clearly from their neighbours', async () => {
    const svg = await renderChart('disputes', sample());
    const used = [
      ...new Set([...svg.matchAll(/fill="(#[0-9a-f]{6})" stroke="#1b2733"/g)].map(([, fill]) => fill ?? '')),
    ];
    expect(used).toHaveLength(4);
    for (const [at, colour] of used.slice(1).entries())
      expect(contrast(colour, used[at] ?? '')).toBeGreaterThan(1.4);
    expect(svg.match(/<pattern /g)?.length).toBeGreaterThanOrEqual(3);
  });

  test('can be those of the page', async () => {
    const svg = await renderChart('outcomes', sample(), { theme: 'page' });
    expect(svg).toContain('var(--ogi-chart-bar, #2f6f9f)');
    expect(svg).toContain('fill="none"');
  });
});

test("a stranger's chart is drawn like ours, with parts of ECharts of its own", async () => {
  const documents: Chart = {
    id: 'documents',
    title: { 'zh-CN': '规范性文件', en: 'Normative documents' },
    needs: 'one report',
    nothing: { 'zh-CN': '没有文件', en: 'No documents' },
    figures: ([report]) => ({
      categories: ['制发', evil],
      series: [''],
      values: [
        [figureAt(report, 'documents.normativeDocuments.issued')],
        [figureAt(report, 'documents.normativeDocuments.inForce')],
      ],
    }),
    draw: (shown) => ({
      height: 300,
      option: {
        series: [
          { type: 'pie', data: shown.categories.map((name, at) => ({ name, value: shown.values[at]?.[0] })) },
        ],
      },
    }),
    parts: async () => [(await import('echarts/charts')).PieChart],
  };
  const svg = await renderChart(documents, sample());
  expect(whyNoXml(svg)).toBeUndefined();
  expect(drawnText(svg)).toContain('制发');
  expect(
    whyNoXml(await renderChart({ ...documents, draw: bars }, sample(), { id: 'my chart' })),
  ).toBeUndefined();
});

describe('without ECharts', () => {
  afterEach(() => {
    vi.doUnmock('echarts/core');
    vi.resetModules();
  });

  test('drawing says how to install it; charts in words work all the same', async () => {
    vi.resetModules();
    vi.doMock('echarts/core', () => {
      throw new Error("Cannot find package 'echarts'");
    });
    const svg = await import('../src/charts/index.ts');
    await expect(svg.renderChart('outcomes', sample())).rejects.toThrow(
      'Drawing charts needs the package echarts. Install it with: npm install echarts',
    );
    expect(svg.chartText('outcomes', sample()).rows).toHaveLength(7);
  });
});

describe('the illustrated summary', () => {
  test.each([builtInRenderers.summary, builtInRenderers.svg] as const)(
    '$id: is rendered like any format, and does not change the report',
    async (renderer) => {
      const report = sample();
      const output = await renderer.render(report, { check: checkReport(report), previous: report });
      expect(report).toEqual(sample());
      expect(output).toContain('淮安市人民政府2024年政府信息公开工作年度报告');
      expect(await renderer.render(report, { check: checkReport(report), previous: report })).toBe(output);
    },
  );

  test('shows key figures, charts with words and tables, and no script', async () => {
    const html = await renderSummaryHtml(sample());
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(html).toContain('<dt>本年新收政府信息公开申请数量</dt><dd><strong>3,119</strong> <span>件</span>');
    expect(html).toContain('<strong>96,171.6</strong> <span>万元</span>');
    expect(html).toContain('全年新收申请 3,119 件，上年结转 34 件；办结 3,050 件，结转下年 103 件。');
    expect(html).toContain('予以公开和部分公开合计占 59.5%');
    expect(html).toContain('不予公开最多的理由是“属于行政查询事项”（105 件）。');
    expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(4);
    expect(html.match(/<table>/g)).toHaveLength(4);
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    const names = [...html.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('tells the change against the year before, where both figures are known', async () => {
    const draft = structuredClone(suqian2024);
    put(draft, 'applications.carriedForward.total', null);
    const html = await renderSummaryHtml(draft, { previous: suqian2023 });
    expect(html).toContain('比上年增加 14（0.4%）');
    expect(html).toContain('比上年减少 270（61.4%）');
    expect(html).toContain('比上年增加 13464.0129（22.7%）');
    expect(html).toContain('<dt>结转下年度继续办理</dt><dd><strong>未知</strong></dd>');
    expect(await renderSummaryHtml(draft, { previous: { ...suqian2023, year: 2022 } })).toContain(
      '比2022年增加 14',
    );
    expect(await renderSummaryHtml(draft, { previous: draft, locale: 'en' })).toContain('same as 2024');
    expect(await renderSummaryHtml(draft)).not.toMatch(/比上年|▲/);
  });

  test.each(['zh-CN', 'en'] as const)('tells what is unknown as unknown, in %s', async (locale) => {
    const svg = await renderSummarySvg(all(null), { locale, previous: sample() });
    const said = drawnText(svg)
      .replaceAll('2024', '')
      .replace(/10,000 yuan/g, '');
    expect(said).toContain(locale === 'en' ? 'unknown' : '未知');
    expect(numbersIn(said)).toEqual(new Set());
  });

  test('says in a sentence that there was nothing, without empty charts', async () => {
    const html = await renderSummaryHtml(all(0));
    expect(html).toContain('全年没有收到政府信息公开申请，也没有相关的行政复议、行政诉讼。');
    expect(html).not.toContain('<svg');
    expect(await renderSummaryHtml(all(0), { charts: ['applicants'] })).toContain('<svg');
    expect(await renderSummaryHtml(sampleWith({ 'disputes.reconsideration.total': 0 }))).toContain('<svg');
  });

  test('has a title of its own', async () => {
    expect(await renderSummaryHtml(sample())).toContain(
      '一图读懂淮安市人民政府2024年政府信息公开工作年度报告',
    );
    expect(await renderSummaryHtml(sample(), { locale: 'en' })).toContain(
      'At a glance: 淮安市人民政府2024年',
    );
  });

  test('as a picture is A4, of text and shapes only, and described', async () => {
    for (const options of [{}, { previous: suqian2023 }, { locale: 'en', theme: 'dark' }] as const) {
      const svg = await renderSummarySvg(suqian2024, options);
      expect(whyNoXml(svg)).toBeUndefined();
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
      expect(Number(height) / Number(width)).toBeCloseTo(297 / 210, 2);
      expect(svg).not.toMatch(/<foreignObject|<script|<style|<image|href/);
      for (const [, size] of svg.matchAll(/font-size="(\d+)/g))
        expect(Number(size)).toBeGreaterThanOrEqual(12);
      for (const figure of ['3,525', '3,521', '1,573,179', '72,701.2578', '1,431', '170']) {
        expect(drawnText(svg)).toContain(figure);
        expect(describedAs(svg)).toContain(figure);
      }
    }
  });

  test('sets key figures beside each other in one size, however long they are', async () => {
    const report = sampleWith({ 'documents.rules.inForce': 9, 'licensing.licenses.decisions': 9_876_543 });
    const svg = await renderSummarySvg(report);
    const sizesOf = (...figures: string[]) =>
      figures.map((figure) => new RegExp(`font-size="(\\d+)"[^>]*>${figure}</text>`).exec(svg)?.[1]);
    const [short, long] = sizesOf('9', '9,876,543');
    expect(short).toBeDefined();
    expect(short).toBe(long);
    const html = await renderSummaryHtml(report);
    expect(html.match(/<dl[^>]*>/g)).toEqual(['<dl>', '<dl>', '<dl class="long">']);
  });

  test('as a picture without charts is no higher than what it says', async () => {
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(await renderSummarySvg(all(0))) ?? [];
    expect(Number(height)).toBeLessThan(Number(width));
  });

  test('shows hostile text as text', async () => {
    const html = await renderSummaryHtml(hostile, { check: checkReport(hostile) });
    expect(html).not.toMatch(/<script|\0|[\uD800-\uDFFF]/u);
    expect(whyNoXml(await renderSummarySvg({ ...hostile, title: evil.repeat(20_000) }))).toBeUndefined();
  });

  test('says so when checking the report found something', async () => {
    const wrong = sampleWith({ 'applications.newlyReceived.total': 3191 });
    expect(await renderSummaryHtml(wrong, { check: checkReport(wrong) })).toMatch(
      /核对报告发现 \d+ 处问题。/,
    );
    expect(await renderSummaryHtml(wrong)).not.toContain('核对报告');
  });

  test('shows the figures of a random draft', async () => {
    const shown: readonly CellPath[] = [
      'applications.newlyReceived.total',
      'applications.totalProcessed.total',
      'applications.carriedForward.total',
      'disputes.reconsideration.total',
      'documents.normativeDocuments.inForce',
      'licensing.licenses.decisions',
      'fees.administrativeFees.amountWan',
    ];
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        const html = await renderSummaryHtml(report);
        const tables = report.tables as unknown as Record<string, Record<string, Record<string, number>>>;
        for (const path of shown) {
          const [table = '', row = '', column = ''] = path.split('.');
          expect(html).toContain(`<strong>${grouped(tables[table]?.[row]?.[column] ?? 0)}</strong>`);
        }
      }),
      { numRuns: cases(15) },
    );
  });
});
