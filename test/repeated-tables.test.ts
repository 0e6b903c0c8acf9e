import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readDocx, renderDocx } from '../src/formats/docx/index.ts';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { readXlsx, renderXlsx } from '../src/formats/xlsx/index.ts';
import { cells, checkReport, figureAt, type Reading, readReport } from '../src/index.ts';
import { handmade } from './html-variants.ts';
import { printedSource } from './printed-source.ts';
import { randomNumbers } from './random-numbers.ts';
import { sample } from './sample.ts';
import { pdfOf, type SourceFormat, sourceFormats } from './source-formats.ts';

const own = sample();
const text = renderText(own);
const page = handmade(renderHtml(own, { fragment: true }));
const ones = (source: string) => source.replace(/(?<=\| |<td>)[1-9]\d*(?:\.\d+)?(?= \||<\/td>)/gu, '1');

/** The table of a section of a text. */
const tableIn = (source: string, heading: string) =>
  new RegExp(`(?<=${heading}\\n\\n)\\|[^\\n]*(?:\\n\\|[^\\n]*)*`, 'u').exec(source)?.[0] ?? '';
const headings = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'];

const twice = (heading: string, write: (thisYear: string, lastYear: string) => string) => {
  const table = tableIn(text, heading);
  return readText(text.replace(table, () => write(table, ones(table))));
};
const rules = ({ problems }: Reading) => [...new Set(problems.map(({ rule }) => rule))];

describe.each(headings)('%s printed for two years', (heading) => {
  const orders: [string, (thisYear: string, lastYear: string) => string][] = [
    ['last year’s first', (table, last) => `上年情况\n${last}\n\n${table}`],
    ['last year’s behind', (table, last) => `${table}\n\n（上年度数据）\n${last}`],
    ['both headed', (table, last) => `上年\n${last}\n\n本年\n${table}`],
    ['both with the year', (table, last) => `2023年度\n${last}\n2024年度\n${table}`],
  ];
  test.each(orders)('is read by the heading: %s', (_, write) => {
    const reading = twice(heading, write);
    expect(reading.draft.tables).toEqual(own.tables);
    expect(reading.status).toBe('incomplete');
    expect(reading.ledger.found).toBeGreaterThan(200);
    expect(checkReport(reading).findings.map(({ rule }) => rule)).not.toContain('STR-02');
  });
});

test('Table 4 printed for two years in a text is read by the heading', () => {
  const reading = twice(
    '四、政府信息公开行政复议、行政诉讼情况',
    (table, last) => `上年\n${last}\n\n本年\n${table}`,
  );
  expect(reading.draft.tables).toEqual(own.tables);
  expect(reading.ledger.unplaced).toHaveLength(15);
});

describe('a table printed twice without a year above it', () => {
  test('stays open, and all its numbers are listed', () => {
    const reading = twice(headings[0] ?? '', (table, last) => `${last}\n\n${table}`);
    expect(reading.status).toBe('incomplete');
    expect(reading.draft.tables.licensing.licenses.decisions).toBeNull();
    const { found, placed, unplaced } = reading.ledger;
    expect(placed + unplaced.length).toBe(found);
  });

  test('with the rows of applications is two reports', () => {
    expect(rules(twice(headings[1] ?? '', (table, last) => `${last}\n\n${table}`))).toEqual(['READ-03']);
  });

  test('is not read by years that are none of the report', () => {
    const reading = twice(headings[0] ?? '', (table, last) => `2021年\n${last}\n2022年\n${table}`);
    expect(reading.draft.tables.licensing.licenses.decisions).toBeNull();
  });
});

test('a row of last year that this year lacks stays open', () => {
  const reading = twice(
    headings[0] ?? '',
    (table, last) => `上年情况\n${last}\n\n${table.replace(/\| 行政处罚[^\n]*\n/u, '')}`,
  );
  expect(reading.cells['enforcement.penalties.decisions']?.state ?? 'absent').toBe('absent');
  expect(reading.draft.tables.licensing).toEqual(own.tables.licensing);
});

test.each(['行政规范性文件', '一、本年新收'])(
  'a web page with two tables of %s is read by the lines above these',
  (label) => {
    const [table = ''] = new RegExp(`<table>(?:(?!<table>).)*?${label}.*?</table>`, 'su').exec(page) ?? [];
    const reading = readHtml(
      page.replace(table, () => `<p>上年情况</p>${ones(table)}<p>本年情况</p>${table}`),
    );
    expect(reading.draft.tables).toEqual(own.tables);
    expect(reading.status).toBe('incomplete');
  },
);

test('a second table whose figures cannot be placed leaves the first one open', () => {
  const [table = ''] = /<table>(?:(?!<table>).)*?结果维持.*?<\/table>/su.exec(page) ?? [];
  const last = `<table><tr><td>类别</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>${[
    '行政复议',
    '未经复议直接起诉',
    '复议后起诉',
  ]
    .map((label) => `<tr><td>${label}</td><td>1</td><td>1</td><td>1</td><td>1</td><td>4</td></tr>`)
    .join('')}</table>`;
  const unclear = table.replace(/ (?:row|col)span="\d+"/gu, '');
  const reading = readHtml(page.replace(table, () => `${last}${unclear}`));
  expect(reading.draft.tables.disputes.reconsideration.upheld).toBeNull();
  expect(reading.problems.map(({ message }) => message).join()).toContain('表四：来源中不止一份');
  expect(reading.ledger.unplaced).toHaveLength(30);
});

describe('a table that the words above it say is of another year', () => {
  test.each(headings.concat('四、政府信息公开行政复议、行政诉讼情况'))('stays open: %s', (heading) => {
    for (const year of ['2023年：', '上年情况', '（去年）']) {
      const inText = readText(text.replace(heading, `${heading}\n${year}`));
      const inPage = readHtml(page.replace(new RegExp(`(${heading}</[^>]+>)`, 'u'), `$1<p>${year}</p>`));
      for (const reading of [inText, inPage]) {
        const missing = reading.problems.filter(({ rule }) => rule === 'READ-06');
        expect(missing.map(({ message }) => message)).toEqual([expect.stringContaining('不是本年的')]);
        expect(reading.ledger.found).toBe(200);
        expect(reading.status).toBe('incomplete');
      }
    }
  });

  test('is read if they say it is of the year of the report', () => {
    for (const year of ['2024年：', '本年情况'])
      expect(readText(text.replace(/(?<=情况)\n\n\|/gu, `\n${year}\n|`)).draft.tables).toEqual(own.tables);
  });
});

/** A text with a cell a line. */
const onLines = (source: string) => source.replace(/(?:^\| | \|$)/gmu, '').replaceAll(' | ', '\n');

test('a figure alone on its line is no year', () => {
  const row = /(?<=\| 规章 \| )\d+/u;
  const { cells, ledger } = readText(onLines(text.replace(row, '2023')));
  expect(cells['documents.rules.issued']?.printed).toBe('2023');
  expect(ledger).toMatchObject({ found: 200, placed: 200 });
});

describe.each(['html', 'text', 'pdf', 'pdf without rules'] as const)(
  'a year and a unit on lines above the tables of a source as %s',
  (format) => {
    const read = (...lines: readonly string[]) => {
      const source = printedSource(own);
      source.parts = source.parts.map((part) => (part.grid.length > 0 ? { ...part, text: lines } : part));
      return readReport(
        format === 'pdf without rules'
          ? pdfOf(source, false)
          : sourceFormats[format](source, randomNumbers(1)),
      );
    };

    test.each([
      ['上年情况', '单位：件、万元'],
      ['单位：件、万元', '上年情况'],
    ])('%s, %s: last year’s figures are not read as this year’s', async (...lines) => {
      const reading = await read(...lines);
      const { found, placed, unplaced } = reading.ledger;
      expect([found, placed, unplaced.length]).toEqual([200, 0, 200]);
      expect(reading.status).toBe('incomplete');
    });

    test('this year’s are read', async () => {
      expect((await read('2024年度', '单位：件、万元')).draft.tables).toEqual(own.tables);
    });
  },
);

describe('a web page with the tables of two years', () => {
  const tableWith = (label: string) =>
    new RegExp(`<table>(?:(?!<table>).)*?${label}.*?</table>`, 'su').exec(page)?.[0] ?? '';

  test('of which each is in parts, has one caption for all parts', () => {
    const table = tableWith('行政规范性文件');
    const parts = table.replace(/<tr>(?=(?:(?!<\/tr>).)*?第二十条第（[五六八]）项)/gsu, '</table><table>$&');
    expect(parts.match(/<table>/gu)).toHaveLength(4);
    const lastYear = readHtml(page.replace(table, () => `<p>上年情况</p>${parts}`));
    expect(lastYear.ledger).toMatchObject({ found: 200, placed: 190 });
    for (const caption of ['', '<p>本年情况</p>']) {
      const both = page.replace(table, () => `<p>上年情况</p>${ones(parts)}${caption}${parts}`);
      expect(readHtml(both).draft.tables).toEqual(own.tables);
    }
  });

  test('is read, but for a figure of this year’s that is printed in two cells', () => {
    const table = tableWith('一、本年新收');
    const apart = table.replace('<td>3119</td>', '<td>31</td><td>19</td>');
    expect(apart).not.toBe(table);
    const both = page.replace(table, () => `<p>上年情况</p>${ones(table)}<p>本年情况</p>${apart}`);
    const { draft } = readHtml(both);
    const open = cells().filter(({ path }) => figureAt(draft, path) !== figureAt(own, path));
    expect(open.map(({ path }) => path)).toEqual(['applications.newlyReceived.total']);
    expect(figureAt(draft, 'applications.newlyReceived.total')).toBeNull();
  });
});

test('the numbers of a table below another heading are listed', () => {
  for (const heading of headings.concat('四、政府信息公开行政复议、行政诉讼情况')) {
    const table = tableIn(text, heading);
    const reading = readText(text.replace(table, '').replace(/(?=\n\n二、)/u, () => `\n${ones(table)}`));
    expect(reading.ledger.found).toBe(200);
    expect(reading.status).toBe('incomplete');
  }
});

describe('rows of prose before tables with a cell a line', () => {
  const cellsOnLines = onLines(text);
  const withLines = (lines: string) => readText(cellsOnLines.replace('\n\n二、', `\n${lines}\n\n二、`));
  const licensing = tableIn(text, headings[0] ?? '').match(/(?<=^\| )行政(?:许可|处罚|强制) \| \d+/gmu) ?? [];

  test('the table has such rows', () => expect(licensing).toHaveLength(3));

  test.each([
    ['a list of single numbers', '行政许可 12\n行政处罚 5\n行政强制 2'],
    ['what the table says', `本年处理决定数量\n${licensing.join('\n').replaceAll(' | ', ' ')}`],
  ])('are no table: %s', (_, lines) => {
    const reading = withLines(lines);
    expect(reading.ledger).toMatchObject({ found: 200, placed: 200 });
    expect(reading.draft.tables).toEqual(own.tables);
  });

  test('are listed below the heading of a table', () => {
    const reading = withLines('本年处理\n决定数量\n行政许可 12\n行政处罚 5\n行政强制 2');
    expect(reading.ledger).toMatchObject({ found: 203, placed: 200 });
  });

  test('are listed below the headings of Table 4, whatever stands between the characters of these', () => {
    const fourth = tableIn(text, '四、政府信息公开行政复议、行政诉讼情况').replaceAll(
      '结果维持',
      '结果（维持）',
    );
    expect(withLines(onLines(ones(fourth))).ledger).toMatchObject({ found: 215, placed: 200 });
  });
});

test('two reports in one text are not read as one, where labels are misprinted', () => {
  const misprinted = text.replaceAll('一、本年新收政府信息公开申请数量', '一、新收信息公开的申请数');
  expect(rules(readText(`${misprinted}\n\n${misprinted.replaceAll('2024', '2023')}`))).toEqual(['READ-03']);
});

test('two reports in one text are not read as one, where labels have no numbers', () => {
  const without = text.replaceAll('一、本年新收', '本年新收');
  expect(rules(readText(`${without}\n\n${without.replaceAll('2024', '2023')}`))).toEqual(['READ-03']);
});

test('a line of prose that begins like the first row of a table is no second report', () => {
  for (const line of [
    '本年新收政府信息公开申请数量：3119件；',
    '本年新收政府信息公开申请数量3119件，办结2900件',
  ])
    expect(readText(text.replace('\n\n二、', `\n${line}\n\n二、`)).draft.tables).toEqual(own.tables);
});

test.each(Object.keys(sourceFormats) as SourceFormat[])(
  'two reports in one source as %s are not read as one',
  async (format) => {
    const [source, last] = [printedSource(own), printedSource({ ...own, year: 2023 })];
    source.parts.push(...last.parts);
    const reading = await readReport(sourceFormats[format](source, randomNumbers(3)));
    expect(rules(reading)).toEqual(['READ-03']);
  },
);

describe('two reports in one file are not read as one', () => {
  const last = { ...own, year: 2023 } as const;

  test('in a web page', () => {
    const pages = [last, own].map((report) => renderHtml(report, { fragment: true }));
    expect(rules(readHtml(pages.join('')))).toEqual(['READ-03']);
  });

  test('in a Word file', async () => {
    const [one, other] = [unzipSync(await renderDocx(own)), unzipSync(await renderDocx(last))];
    const xmlOf = (entries: Record<string, Uint8Array>) =>
      strFromU8(entries['word/document.xml'] ?? new Uint8Array());
    const [, body = ''] = /<w:body>(.*)<w:sectPr\b.*?<\/w:body>/su.exec(xmlOf(other)) ?? [];
    const both = strToU8(xmlOf(one).replace('<w:body>', () => `<w:body>${body}`));
    expect(rules(await readDocx(zipSync({ ...one, 'word/document.xml': both })))).toEqual(['READ-03']);
  });

  test('in a workbook', async () => {
    const workbook = await openXlsx(await renderXlsx(last));
    const { sheets } = await openXlsx(await renderXlsx(own));
    workbook.sheets.push(...sheets.map((sheet) => ({ ...sheet, name: `新${sheet.name.slice(0, 25)}` })));
    expect(rules(await readXlsx(await saveXlsx(workbook)))).toEqual(['READ-03']);
  });
});
