import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import {
  cells,
  checkReport,
  type Draft,
  emptyDraft,
  figureAt,
  type Reading,
  tablesFrom,
} from '../src/index.ts';
import { arbitraryReport, printedOnce } from './arbitrary-report.ts';
import { handmade, htmlVariants } from './html-variants.ts';
import { cases } from './random-inputs.ts';
import { sample, sampleWith } from './sample.ts';

const others: Record<string, { year: number; figures: number[] }> = JSON.parse(
  readFileSync(new URL('files/figures.json', import.meta.url), 'utf8'),
);

/** Real reports: the sample, and the figures of three more in its words. */
const reports: Readonly<Record<string, Draft>> = {
  'huaian-shi-2024': sample(),
  ...Object.fromEntries(
    Object.entries(others).map(([name, { year, figures }]) => [
      name,
      {
        ...emptyDraft(),
        agency: sample().agency,
        year,
        sections: sample().sections,
        tables: tablesFrom(figures),
      },
    ]),
  ),
};

/** No figure is another than the report's; no number of the tables is lost. */
function expectNothingWrong(reading: Reading, report: Draft) {
  const wrong = cells().filter(({ path }) => {
    const figure = figureAt(reading.draft, path);
    return figure !== null && figure !== figureAt(report, path);
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
  expect(reading.ledger.found).toBe(reading.ledger.placed + reading.ledger.unplaced.length);
}

describe.each(Object.entries(reports))('%s', (_, report) => {
  test.each(Object.entries(htmlVariants))('%s', (_name, { change, lossy, complete }) => {
    const html = change(handmade(renderHtml(report)));
    const reading = readHtml(html);
    expectNothingWrong(reading, report);
    const known = cells().filter(({ path }) => figureAt(reading.draft, path) !== null).length;
    const zeros = cells().filter(({ path }) => figureAt(report, path) === 0).length;
    const { verdict } = checkReport(reading, { families: ['arithmetic', 'cells'] });
    if (!lossy) {
      expect(known).toBe(200);
      expect(reading.status).toBe(complete === false ? reading.status : 'complete');
      expect(verdict).toBe('pass');
    } else if (known < 200) {
      expect(verdict).not.toBe('pass');
      expect(known).toBeGreaterThanOrEqual(Math.min(200 - zeros, 10));
    }
  });
});

describe('blanks and marks', () => {
  const blank = htmlVariants['zeros left blank']?.change(handmade(renderHtml(sample()))) ?? '';

  test('are kept apart from zeros, each with what is printed and where', () => {
    const reading = readHtml(htmlVariants['zeros as /']?.change(handmade(renderHtml(sample()))) ?? '');
    expect(reading.status).toBe('complete');
    expect(reading.cells['documents.rules.repealed']).toEqual({
      state: 'slash',
      printed: '/',
      place: { table: 1, row: 3, column: 3 },
    });
    expect(figureAt(reading.draft, 'documents.rules.repealed')).toBeNull();
    expect(checkReport(reading).verdict).toBe('incomplete');
  });

  test('are taken for 0 when that is asked for, and it is said', () => {
    const reading = readHtml(blank, { blanks: 'zero' });
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['READ-10']);
    expect(reading.cells['documents.rules.repealed']?.state).toBe('blank');
    expect(checkReport(reading).verdict).toBe('pass');
  });
});

test('what is rendered reads back, whatever the report', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const reading = readHtml(renderHtml(report, { particulars: true }));
      expect(reading.draft).toEqual(printedOnce(report));
      expect(reading.status).toBe('complete');
    }),
    { numRuns: cases(60) },
  );
});

describe('a page of a government site', () => {
  const fragment = renderHtml(sample(), { fragment: true, signature: false }).replace(
    / class="ogi-annual-report"/,
    '',
  );
  const page = `<!DOCTYPE html><html><head><title>x</title><script>var a = "<table>";</script></head><body>
    <div class="top"><ul><li>首页</li><li>政府信息公开</li></ul></div>
    <div>当前位置：首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div>
    <table class="meta"><tr><td>索引号</td><td>014000/2025-001</td><td>发布日期</td><td>2025-03-18</td></tr></table>
    <div id="content"><h1>淮安市人民政府2024年政府信息公开工作年度报告</h1><div>发布日期：2025-03-18 浏览次数：123</div>
    <div>${fragment.replace(/<h1>.*?<\/h1>|<dl.*?<\/dl>/gs, '')}</div></div>
    <div>扫一扫在手机打开当前页</div><div class="links">友情链接：某市人民政府</div>
    <footer>版权所有 2025</footer></body></html>`;

  test('gives the report without navigation and ornament', () => {
    const reading = readHtml(page);
    expectNothingWrong(reading, sample());
    expect(reading.status).toBe('complete');
    expect(reading.draft).toMatchObject({
      title: '淮安市人民政府2024年政府信息公开工作年度报告',
      year: 2024,
      publishedOn: '2025-03-18',
      indexNumber: '014000/2025-001',
      agency: { name: '淮安市人民政府' },
    });
    const texts = Object.values(reading.draft.sections)
      .flat()
      .map(({ text }) => text);
    for (const chrome of ['扫一扫', '友情链接', '版权', '当前位置', '浏览次数', 'var a'])
      expect(texts.join('\n')).not.toContain(chrome);
    expect(reading.draft.sections.otherMatters).toEqual(sample().sections.otherMatters);
    expect(reading.draft.sections.overview).toHaveLength(sample().sections.overview?.length ?? 0);
  });

  test.each(['gb18030', 'gbk', 'gb2312'])('in %s is read all the same', (charset) => {
    const table = new Map<string, number[]>();
    const decoder = new TextDecoder('gb18030');
    for (let a = 0x81; a <= 0xfe; a += 1)
      for (let b = 0x40; b <= 0xfe; b += 1) {
        const character = decoder.decode(Uint8Array.of(a, b));
        if (character.length === 1) table.set(character, [a, b]);
      }
    const text = page.replace('<head>', `<head><meta charset="${charset}">`);
    const bytes = [...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (table.get(c) ?? [63])));
    for (const source of [bytes, bytes.filter((_, at) => at >= 0)]) {
      const reading = readHtml(Uint8Array.from(source));
      expect(reading.status).toBe('complete');
      expect(reading.draft.agency.name).toBe('淮安市人民政府');
    }
    expect(readHtml(Uint8Array.from(bytes), { charset: 'gb18030' }).status).toBe('complete');
  });

  test('with a byte order mark is decoded by it', () => {
    for (const [mark, unit] of [
      [[0xff, 0xfe], (c: number) => [c & 255, c >> 8]],
      [[0xfe, 0xff], (c: number) => [c >> 8, c & 255]],
    ] as const) {
      const bytes = [...mark, ...[...page].flatMap((c) => unit(c.charCodeAt(0)))];
      expect(readHtml(Uint8Array.from(bytes)).status).toBe('complete');
    }
    expect(readHtml(new TextEncoder().encode(`\uFEFF${page}`)).status).toBe('complete');
  });

  test.each([
    [
      'loads it by script',
      '<html><body><div id="app"></div><script src="a.js"></script></body></html>',
      '内容由脚本加载',
    ],
    ['is no report', '<html><body><p>你好</p></body></html>', '这不是政府信息公开工作年度报告'],
    ['is empty', '', '这不是政府信息公开工作年度报告'],
  ])('that %s says so', (_, html, words) => {
    const reading = readHtml(html);
    expect(reading.status).toBe('unreadable');
    expect(reading.problems[0]?.message).toContain(words);
    expect(readHtml(html, { locale: 'en' }).problems[0]?.message).not.toMatch(/内容|表格/);
    expect(checkReport(reading).verdict).toBe('incomplete');
  });
});

describe('tables as people make them', () => {
  const table4 = (cellsOf: (name: string, at: number) => string) =>
    ['行政复议', '未经复议直接起诉', '复议后起诉'].map(cellsOf).join('');

  test('table 4 as three tables of five, each under its name', () => {
    const figuresOf = [
      sample().tables.disputes.reconsideration,
      sample().tables.disputes.directLitigation,
      sample().tables.disputes.litigationAfterReconsideration,
    ];
    const html = table4((name, at) => {
      const { upheld, corrected, otherOutcome, pending, total } = figuresOf[at] ?? {};
      return `<p>${name}</p><table><tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>
        <tr><td>${upheld}</td><td>${corrected}</td><td>${otherOutcome}</td><td>${pending}</td><td>${total}</td></tr></table>`;
    });
    expect(readHtml(html).draft.tables.disputes).toEqual(sample().tables.disputes);
  });

  test('an amount in yuan is converted, and it is said', () => {
    const html = handmade(renderHtml(sample()))
      .replace('本年收费金额（单位：万元）', '本年收费金额（单位：元）')
      .replace('96171.6', '961716000');
    const reading = readHtml(html);
    expect(figureAt(reading.draft, 'fees.administrativeFees.amountWan')).toBe(96171.6);
    expect(reading.cells['fees.administrativeFees.amountWan']?.printed).toBe('961716000');
    expect(reading.problems.map(({ rule }) => rule)).toContain('READ-11');
  });

  test('Chinese numerals are numbers', () => {
    const html = handmade(renderHtml(sample()))
      .replace('<td>72</td>', '<td>七十二</td>')
      .replace('<td>178</td>', '<td>一百七十八</td>');
    expect(readHtml(html).draft.tables).toEqual(sample().tables);
  });

  test.each(['约44万', '-447228', '见附件'])(
    'words where a figure belongs (%s) are reported as such, never as a missing row',
    (words) => {
      const reading = readHtml(handmade(renderHtml(sample())).replace('>447228<', `>${words}<`));
      expect(reading.status).toBe('complete');
      expect(reading.cells['licensing.licenses.decisions']).toMatchObject({ state: 'text', printed: words });
      expect(reading.draft.tables.licensing.licenses.decisions).toBeNull();
      expect(reading.problems.map(({ rule }) => rule)).toEqual(['READ-09']);
      expect(checkReport(reading).verdict).toBe('incomplete');
    },
  );

  describe('a figure', () => {
    const read = (printed: string) => {
      const reading = readHtml(handmade(renderHtml(sample())).replace('>3119<', `>${printed}<`));
      const { state } = reading.cells['applications.newlyReceived.total'];
      const { remarks, tables } = reading.draft;
      return [state, tables.applications.newlyReceived?.total, remarks?.['applications.newlyReceived.total']];
    };

    test.each([
      ['3119<sup>1</sup>', '¹'],
      ['3119<sup>[1]</sup>', '[¹]'],
      ['3119[1]', '[1]'],
      ['3119<sup>①</sup>', '①'],
      ['3119①', '①'],
      ['3119²', '²'],
      ['3119 *', '*'],
    ])('with the mark of a note, %s, does not grow by it', (printed, remark) => {
      expect(read(printed)).toEqual(['number', 3119, remark]);
    });

    test.each(['<del>3191</del>3119', '<s>3191</s> 3119', '3119<span style="display:none">5</span>'])(
      'is what is seen of %s',
      (printed) => {
        expect(read(printed)).toEqual(['number', 3119, undefined]);
      },
    );

    test.each(['①', '3119<sub>2</sub>', '3¹19'])('is not made of digits that are none, %s', (printed) => {
      expect(read(printed)).toEqual(['text', null, undefined]);
    });
  });

  test('a row that is hidden is none', () => {
    const html = handmade(renderHtml(sample())).replace(
      /<tr>(?=<t[dh][^>]*>行政许可)/u,
      '<tr style="display: none"><td>行政许可</td><td colspan="3">9</td></tr><tr>',
    );
    expect(html).toContain('display: none');
    expect(readHtml(html).draft.tables).toEqual(sample().tables);
  });

  test('what is struck out of a text is no part of it', () => {
    const paragraph = { kind: 'paragraph' as const, text: '全年收到申请 3119 件。' };
    const report = { ...sample(), sections: { ...sample().sections, overview: [paragraph] } };
    const html = renderHtml(report).replace('申请 3119', '申请 <del>3191</del>3119');
    expect(html).toContain('<del>');
    expect(readHtml(html).draft.sections.overview).toEqual([paragraph]);
  });

  test('two reports on a page are refused', () => {
    const twice = renderHtml(sample(), { fragment: true });
    expect(readHtml(twice + twice).problems.map(({ rule }) => rule)).toEqual(['READ-03']);
  });

  test.each([
    ['a subtotal row', '小计', 7],
    ['a subtotal column', '法人小计', 25],
  ])('%s is named, its numbers listed and not counted', (name, extra, numbers) => {
    const reading = readHtml(htmlVariants[name]?.change(handmade(renderHtml(sample()))) ?? '');
    expect(reading.status).toBe('complete');
    expect(reading.structure.extra).toEqual([extra]);
    expect(reading.ledger.unplaced).toHaveLength(numbers);
  });

  test('a misprinted label is no row that the form does not have', () => {
    const reading = readHtml(handmade(renderHtml(sample())).replaceAll('2.重复申请', '2.二次请求'));
    expect(reading.status).toBe('incomplete');
    expect(reading.structure.extra).toEqual([]);
  });

  test('of a number split over two cells both pieces are listed, and the other figures of its row are placed', () => {
    const html = handmade(renderHtml(sample())).replace('<td>746</td>', '<td>74</td><td>6</td>');
    const reading = readHtml(html);
    expect(reading.draft.tables).toEqual(sampleWith({ 'applications.notHeld.naturalPerson': null }).tables);
    expect(reading.ledger).toMatchObject({ found: 201, placed: 199 });
    expect(reading.ledger.unplaced.map(({ printed }) => printed)).toEqual(['74', '6']);
    expect(reading.status).toBe('incomplete');
  });
});

describe('hostile pages', () => {
  test.each<[string, () => string]>([
    ['nested 10,000 deep', () => '<div>'.repeat(10_000) + handmade(renderHtml(sample()))],
    ['tables nested 2,000 deep', () => '<table><tr><td>'.repeat(2_000)],
    ['a table of 100,000 rows', () => `<table>${'<tr><td>规章</td><td>1</td></tr>'.repeat(100_000)}</table>`],
    [
      'spans of a million',
      () => '<table><tr><td rowspan="1000000" colspan="1000000">规章</td><td>1</td></tr></table>'.repeat(50),
    ],
    ['a megabyte of open tags', () => '<b><i>'.repeat(50_000)],
    [
      'a name of the prototype',
      () => '<table><tr><td>__proto__</td><td>constructor</td><td>1</td></tr></table>',
    ],
    ['entities', () => `&${'lol;&'.repeat(50_000)}`],
    [
      'a heading of a million characters',
      () => `<table><tr><th>${'规'.repeat(1_000_000)}</th><td>1</td></tr></table>`,
    ],
  ])('%s: answered in two seconds, with no figure made up', (_, html) => {
    const source = html();
    const start = performance.now();
    const reading = readHtml(source);
    expect(performance.now() - start).toBeLessThan(8_000);
    for (const { path } of cells()) {
      const figure = figureAt(reading.draft, path);
      if (figure !== null) expect([figureAt(sample(), path), 1]).toContain(figure);
    }
    expect(Object.prototype).not.toHaveProperty('1');
  });

  test.each([
    ['2,000 rows', (row: string) => row.repeat(2_100)],
    ['120 columns', (row: string) => row.repeat(3).replaceAll('</tr>', `${'<td>7</td>'.repeat(150)}</tr>`)],
  ])('whose table has more than %s are read up to there, and it is said', (_, more) => {
    const html = renderHtml(sample()).replace(
      '</article>',
      `<table>${more('<tr><td>某项</td><td>7</td></tr>')}<tr><td>规章</td></tr></table></article>`,
    );
    const reading = readHtml(html.replace('<td>某项</td><td>7</td>', '<td>行政许可</td><td>7</td>'));
    expect(reading.problems.map(({ message }) => message)).toContain(
      '第 4 张表超过 2000 行或者 120 列，其余的没有读取；请只提供报告本身',
    );
    expect(readHtml(html, { locale: 'en' }).problems.at(-1)?.message).toContain(
      'table 4 has more than 2000 rows',
    );
  });

  test('with numbers in very many places are listed for the first ones, counted for the others', () => {
    const html = renderHtml(sample()).replace(
      '</article>',
      `${'<table><tr><td>规章</td><td>1</td></tr></table>'.repeat(500)}</article>`,
    );
    const reading = readHtml(html);
    expect(reading.ledger.unplaced).toHaveLength(500);
    expect(reading.problems.length).toBeLessThan(100);
    expect(reading.problems.map(({ message }) => message).join('\n')).toMatch(/此外还有 \d+ 个数字/);
  });

  test('that are too large are refused', () => {
    expect(readHtml('x'.repeat(100), { maxBytes: 99 }).problems.map(({ rule }) => rule)).toEqual(['READ-07']);
  });

  test('scripts, hidden pieces and navigation give nothing', () => {
    const html = handmade(renderHtml(sample())).replace(
      '<article',
      '<div hidden><table><tr><td>规章</td><td>9</td></tr></table></div><nav>导航</nav><article',
    );
    expectNothingWrong(readHtml(html), sample());
    expect(readHtml(html).draft.tables).toEqual(sample().tables);
  });
});

test('a report whose cells are marked as wrong reads back as it is', () => {
  const wrong = { ...sample(), tables: structuredClone(sample().tables) };
  wrong.tables.applications.newlyReceived.total = 3191;
  const reading = readHtml(renderHtml(wrong, { check: checkReport(wrong) }));
  expect(reading.draft.tables).toEqual(wrong.tables);
});
