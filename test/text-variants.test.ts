import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import {
  cells,
  checkReport,
  emptyDraft,
  figureAt,
  form2021,
  type Reading,
  type Report,
  tablesFrom,
} from '../src/index.ts';
import { mutations } from './mutations.ts';
import { printedSource, soundReport, truthOf } from './printed-source.ts';
import { randomNumbers } from './random-numbers.ts';
import { sample } from './sample.ts';
import { sourceFormats } from './source-formats.ts';

const whole = renderText(sample());
/** A text with a cell on each line, as it comes out of a page. */
const onLines = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => (line.startsWith('|') ? line.split('|').flatMap((cell) => cell.trim() || []) : [line]))
    .join('\n');
const cellsOnLines = onLines(whole);
const inPieces = (line: string) => line.match(/.{1,9}/gu) ?? [];

const known = ({ draft }: Reading) => cells(draft.form).filter(({ path }) => figureAt(draft, path) !== null);
const wrong = (reading: Reading) =>
  known(reading).filter(({ path }) => figureAt(reading.draft, path) !== figureAt(sample(), path));

/** A page with a second number in the first cell of its last table. */
function inFirstCell(page: string, figure: string): string {
  const from = page.lastIndexOf('<tr', page.lastIndexOf('</table>'));
  return page.slice(0, from) + page.slice(from).replace(`>${figure}<`, `>0<br>${figure}223<`);
}

test('a cell a line is read whole', () => {
  expect(known(readText(cellsOnLines))).toHaveLength(200);
});

describe('every number in a table is placed or listed', () => {
  test('behind the last heading with a colon in it, though a unit stands behind the figure', () => {
    for (const text of [whole, cellsOnLines]) {
      const { ledger } = readText(text.replace('96171.6', '96171.6万元'));
      expect(ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
    }
  });

  test('in a row between bars above the first one whose label is not misprinted', () => {
    const damaged = whole
      .replace('第二十条第（一）项', '第二十第（一）项')
      .replace('本年制发件数', '本年制件数')
      .replace('| 规章 |', '| 规章 | \\ |');
    const reading = readText(damaged);
    expect(reading.ledger.found).toBe(200);
    expect(wrong(reading)).toEqual([]);
  });
});

describe('serial numbers before rows', () => {
  const numbered = (text: string, between: string) => {
    let serial = 0;
    return text.replace(
      /^(\| )?(?=规章|行政规范性文件|行政许可|行政处罚|行政强制|行政事业性收费)/gmu,
      (bar) => {
        serial += 1;
        return `${bar}${serial}${between}`;
      },
    );
  };

  test.each([
    ['between bars', whole, ' | '],
    ['with blanks between the cells', whole.replaceAll(' | ', '  ').replaceAll('| ', ''), ' '],
  ])('%s are no figures', (_, text, between) => {
    const reading = readText(numbered(text, between));
    expect(known(reading)).toHaveLength(200);
    expect(wrong(reading)).toEqual([]);
  });
});

describe('what is there twice', () => {
  test('a table before the one of this year leaves both open, their numbers listed', () => {
    const [start, end] = [whole.indexOf('| 第二十条第（一）项'), whole.indexOf('三、收到和处理')];
    const table = whole.slice(start, end);
    const text = `${whole.slice(0, start)}${table.replaceAll(/\d+/gu, '7')}\n${whole.slice(start)}`;
    const { cells: read, ledger, draft } = readText(text);
    expect(read['documents.rules.issued']?.state).toBe('absent');
    expect(draft.tables.licensing.licenses).toEqual({ decisions: null });
    expect(ledger.found).toBeGreaterThanOrEqual(210);
    expect(ledger.unplaced.length).toBeGreaterThanOrEqual(20);
  });

  test('two reports are refused, though the label of the first row is broken over lines', () => {
    const broken = cellsOnLines.replace(
      '一、本年新收政府信息公开申请数量',
      '一、本年新收政府信\n息公开申请数量',
    );
    const reading = readText(`${broken}\n${broken}`);
    expect(reading.status).toBe('unreadable');
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['READ-03']);
  });
});

describe('sections and blocks in another order', () => {
  test('sections are read under their headings', () => {
    const starts = form2021.sections.map(({ label }) => cellsOnLines.indexOf(`${label}\n`));
    const front = cellsOnLines.slice(0, starts[0]);
    const sections = starts.map((start, at) => cellsOnLines.slice(start, starts[at + 1]));
    const [one = '', two = '', three = '', four = '', five = '', six = ''] = sections;
    const reading = readText([front, one, six, four, three, five, two].join('\n'));
    expect(known(reading)).toHaveLength(200);
    expect(wrong(reading)).toEqual([]);
  });

  test('litigation before reconsideration, a heading to a line, is never read by position', () => {
    for (const inTwo of ['未经复议直接起诉', '未经复议 直接起诉']) {
      const text = cellsOnLines
        .replace('未经复议直接起诉', inTwo)
        .replace('\n行政复议\n行政诉讼\n', '\n行政诉讼\n行政复议\n');
      const reading = readText(text);
      expect(reading.cells['disputes.reconsideration.upheld']?.state).toBe('absent');
      expect(reading.ledger.found).toBe(200);
      expect(checkReport(reading).verdict).not.toBe('pass');
    }
  });
});

/** A report on the form of 2019 in which each figure is another one. */
const report2019: Report<'2019'> = {
  form: '2019',
  agency: { name: '青禾县教育局', kind: 'department', level: 'county' },
  scope: 'agency',
  year: 2020,
  sections: emptyDraft('2019').sections,
  tables: tablesFrom(
    cells('2019').map(({ position }) => position + 1),
    '2019',
  ),
};
const printed2019 = {
  text: renderText(report2019),
  page: renderHtml(report2019),
};

test('litigation before reconsideration, below the heading of the section in the table, is never read by position', () => {
  const [heading = '', table = ''] =
    /(四、政府信息公开.*)\n([\s\S]+?)(?=\n\n五、)/.exec(whole)?.slice(1) ?? [];
  const figures = (table.split('\n').at(-1) ?? '').match(/\d+/g) ?? [];
  expect(figures).toHaveLength(15);
  const columns = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
  const turned = [
    heading,
    '行政诉讼 | | | | | | | | | | 行政复议 | | | | ',
    `未经复议直接起诉 | | | | | 复议后起诉 | | | | | ${columns}`,
    `${columns} | ${columns} | | | | | `,
    [...figures.slice(5), ...figures.slice(0, 5)].join(' | '),
  ];
  const reading = readText(whole.replace(table, turned.map((row) => `| ${row} |`).join('\n')));
  expect(wrong(reading)).toEqual([]);
  expect(reading.ledger.found).toBe(200);
});

test('outcomes of Table 4 in another order, below headings that are printed in each row, are not read by position', () => {
  const [table = ''] = /(?<=四、政府信息公开.*\n)[\s\S]+?(?=\n\n五、)/.exec(whole) ?? [];
  const figures = table.split('\n').at(-1) ?? '';
  const columns = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const all = [...columns, ...columns, ...columns.toSpliced(3, 2, '总计', '尚未审结')];
  const rows = [['行政复议', '行政诉讼'], [...columns, '未经复议直接起诉', '复议后起诉'], all];
  const text = [...rows.map((row) => `| ${row.join(' | ')} |`), figures].join('\n');
  const reading = readText(whole.replace(table, text));
  expect(wrong(reading)).toEqual([]);
  expect(known(reading)).toHaveLength(185);
  expect(reading.ledger.found).toBe(200);
});

test.each([
  "last year's totals beside this year's",
  "last year's figures in columns of their own",
  'a column of shares',
])('a blank is not filled by a figure of another column: %s', (name) => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const random = randomNumbers(seed);
    const source = printedSource(soundReport(random));
    for (const change of [name, 'zeros left blank']) mutations[change]?.(source, random);
    const { draft } = readText(new TextDecoder().decode(sourceFormats.text(source, random)));
    const filled = cells().filter(({ path }) => {
      const figure = figureAt(draft, path);
      return figure !== null && !truthOf(source, path).includes(figure);
    });
    expect(filled.map(({ path }) => path)).toEqual([]);
  }
});

describe('rows that stand in a table twice', () => {
  const reprinted = (text: string) =>
    text.replaceAll(/\d+(?:\.\d+)?(?=\n| \|)/g, (figure) => String(Number(figure) + 7));

  for (const [how, text] of Object.entries({ 'between bars': whole, 'a cell a line': cellsOnLines })) {
    test(`${how}: neither counts, and both are listed`, () => {
      const [row = ''] = /(?:\| )?行政规范性文件[^\u4E00-\u9FFF]+\n/.exec(text) ?? [];
      for (const both of [row + reprinted(row), reprinted(row) + row]) {
        const reading = readText(text.replace(row, both));
        expect(known(reading)).toHaveLength(197);
        expect(wrong(reading)).toEqual([]);
        expect(reading.ledger).toMatchObject({ found: 203, placed: 197 });
        expect(reading.structure.extra).toEqual([]);
        const twice = reading.problems.filter(({ rule, cells: about }) => rule === 'READ-05' && about[0]);
        expect(twice.map(({ cells: about }) => about)).toEqual(
          ['issued', 'repealed', 'inForce'].map((column) => [`documents.normativeDocuments.${column}`]),
        );
      }
    });

    test(`${how}: another table before this year's leaves all its figures open`, () => {
      const [table = ''] = /(?:\| )?第二十条第（一）项[\s\S]+(?=\n\n三、)/.exec(text) ?? [];
      const reading = readText(text.replace(table, `${reprinted(table)}\n${table}`));
      expect(known(reading)).toHaveLength(190);
      expect(wrong(reading)).toEqual([]);
      expect(reading.ledger).toMatchObject({ found: 210, placed: 190 });
    });
  }
});

test('two numbers in a cell of Table 4 leave that cell open, and no other', () => {
  const path = 'disputes.reconsideration.upheld';
  const file = renderHtml(sample());
  const figure = String(figureAt(sample(), path));
  const row = whole.split('\n').findLast((line) => line.startsWith('|')) ?? '';
  const two = row.replace(/\d+/, `0 ${figure}223`);
  for (const reading of [readText(whole.replace(row, two)), readHtml(inFirstCell(file, figure))]) {
    expect(reading.cells[path]).toMatchObject({ state: 'text' });
    expect(known(reading)).toHaveLength(199);
    expect(reading.ledger).toMatchObject({ found: 201, placed: 199 });
  }
});

test('a number in Chinese numerals and another one in the place of one figure leave the row open', () => {
  for (const text of [
    whole.replace('| 规章 |', '| 规章 | 六 |'),
    cellsOnLines.replace('\n规章\n', '\n规章\n六\n'),
  ]) {
    const reading = readText(text);
    expect(wrong(reading)).toEqual([]);
    expect(known(reading)).toHaveLength(197);
    expect(reading.ledger).toMatchObject({ found: 200, placed: 197 });
  }
});

describe('a table of which no heading is known', () => {
  const [table = ''] = /(?<=四、政府信息公开[^\n]+\n)[\s\S]+?(?=\n\n五、)/.exec(cellsOnLines) ?? [];
  const [figures = ''] = /(?:\d+\n?)+$/.exec(table) ?? [];
  const headings = table.slice(0, -figures.length).trimEnd().split('\n');
  const printed = (heading: (text: string) => string, figuresAs = figures) =>
    readText(cellsOnLines.replace(table, `${headings.map(heading).join('\n')}\n${figuresAs}`));

  test('is read by headings that an explanation follows', () => {
    const reading = printed((text) => `${text}（详见附件）`, figures.replaceAll('\n', '\t'));
    expect(known(reading)).toHaveLength(200);
    expect(wrong(reading)).toEqual([]);
  });

  test('is not read by position where an explanation follows a heading that stands in another place than on the form', () => {
    const [reconsideration = '', litigation = '', ...others] = headings.filter((line) => line !== '');
    for (const heading of [litigation, `${litigation}（含派出机构）`, `${litigation}（详见附件2）`]) {
      const moved = [heading, reconsideration, ...others].join('\n');
      const { draft, ledger } = readText(cellsOnLines.replace(table, `${moved}\n${figures}`));
      expect(figureAt(draft, 'disputes.reconsideration.total')).toBeNull();
      expect(ledger.unplaced.length).toBeGreaterThan(0);
    }
  });

  test('is listed by its figures, on one line or one to a line', () => {
    for (const row of [figures, figures.replaceAll('\n', '\t'), figures.replaceAll('\n', ' ')]) {
      const { ledger, draft } = printed(() => '甲乙丙丁', row);
      expect(ledger).toMatchObject({ found: 200, placed: 185 });
      expect(draft.sections.problemsAndImprovements).toEqual(sample().sections.problemsAndImprovements);
    }
  });
});

test('where columns are not known, the numbers in a cell with two of them are listed, too', () => {
  const page = renderHtml(sample());
  const from = page.indexOf('本年制发件数');
  const figure = String(figureAt(sample(), 'documents.rules.issued'));
  const damaged = page
    .slice(from)
    .replace('本年制发件数', '上年制发件数')
    .replace(`>${figure}<`, `>${figure} 7<`);
  const { ledger } = readHtml(page.slice(0, from) + damaged);
  expect(ledger.found).toBe(201);
});

test('a column of shares keeps no number of Table 3 out of the account', () => {
  const [table = ''] = /\| 一、本年新收[\s\S]+?(?=\n\n)/.exec(whole) ?? [];
  const shares = table.replaceAll('|\n', '| 12% |\n').replaceAll(/([一二三四]、[^ ]+) \|/g, '$1： |');
  const rows = table.split('|\n').length - 1;
  const { ledger, status } = readText(whole.replace(table, shares));
  expect(ledger.found).toBe(200 + rows); // the shares are listed, too
  expect(status).toBe('incomplete');
});

describe('labels that are not printed as on the form', () => {
  /** What is read of a report on the form of 2019 in which something is printed in another way. */
  const read2019 = (change: (source: string) => string) =>
    [readText(change(printed2019.text)), readHtml(change(printed2019.page))].map(({ draft }) => draft.tables);
  const tables = [report2019.tables, report2019.tables];

  test('as they are, all figures are read', () => {
    expect(read2019((source) => source)).toEqual(tables);
  });

  test('a heading whose last character is lost: 本年增/', () => {
    expect(read2019((source) => source.replaceAll('本年增/减', '本年增/'))).toEqual(tables);
  });

  test('headings whose second line is lost, two of which are the same then', () => {
    const change = (source: string) => source.replace(/本年新(?:制作|公开)数量/gu, '本年新');
    expect(read2019(change)).toEqual(tables);
  });

  test('a heading or label broken over lines, a part of which is a caption elsewhere', () => {
    const text = onLines(printed2019.text)
      .replaceAll('上一年项目数量', '上一年\n项目数量')
      .replace('二、上年结转政府', '二、\n上年\n结转政府');
    expect(readText(text).draft.tables).toEqual(report2019.tables);
  });

  test('headings of which none is left whole stay open', () => {
    const change = (source: string) =>
      source.replace(/本年新(?:制作|公开)数量/gu, '本年新').replace('对外公开总数量', '对外公开总');
    for (const { documents } of read2019(change) as Report<'2019'>['tables'][])
      expect(Object.values(documents.rules)).toEqual([null, null, null]);
  });

  test('explanations in brackets, though they name other rows', () => {
    const change = (source: string) =>
      source
        .replace('>规章<', '>规章（设区的市、自治州人民政府应提供相关数据）<')
        .replace('| 规章 |', '| 规章（设区的市、自治州人民政府应提供相关数据） |')
        .replaceAll('上一年项目数量', '上一年项目数量（指2019年事项数）')
        .replaceAll('本年增/减', '本年增/减（指2020年增加或减少的事项数，减用负值表示，如-8）')
        .replace(
          '其他对外管理服务事项',
          '其他对外管理服务事项（指许可证以外的事项，含行政处罚、行政强制、行政检查）',
        );
    expect(read2019(change)).toEqual(tables);
  });

  test('explanations broken over lines, a cell or a part of one to a line', () => {
    const text = printed2019.text
      .replace('| 规章 |', '| 规章（设区的市、自治州人民政府应提供相关数据） |')
      .replace(
        '其他对外管理服务事项',
        '其他对外管理服务事项（指许可证以外的事项，含行政处罚、行政强制、行政检查）',
      )
      .replaceAll('上一年项目数量', '上一年项目数量（指2019年的许可、处罚和强制事项的数量）');
    const broken = onLines(text)
      .split('\n')
      .flatMap((line) => (line.includes('（指') || line.includes('（设') ? inPieces(line) : [line]));
    const reading = readText(broken.join('\n'));
    expect(reading.draft.tables).toEqual(report2019.tables);
    expect(reading.structure.otherWordings).toEqual([]);
  });

  test('traditional characters, with their pinyin in brackets or without', () => {
    const traditional = (source: string) =>
      source
        .replaceAll('本年收费金额（单位：万元）', '本年收費金額（單位：萬元）')
        .replaceAll('行政事业性收费', '行政事業性收費')
        .replaceAll('规章', '規章')
        .replaceAll('本年处理决定数量', '本年處理決定數量')
        .replaceAll('现行有效件数', '現行有效件數');
    const mirrored = (source: string) =>
      traditional(source).replace(/[規數現]/gu, (character) => character + PINYIN[character]);
    for (const change of [traditional, mirrored]) {
      const readings = [readText(change(whole)), readHtml(change(renderHtml(sample())))];
      for (const reading of readings) {
        expect(known(reading)).toHaveLength(200);
        expect(wrong(reading)).toEqual([]);
        expect(reading.problems).toEqual([]);
      }
    }
  });

  test('what is quoted of a label is what is printed', () => {
    const text = whole.replace('2.其他法律行政法规禁止公开', '2．其他法律、行政(zhèng)法規(guī)止公开');
    expect(readText(text).structure.otherWordings.map(({ printed }) => printed)).toEqual([
      '2．其他法律、行政(zhèng)法規(guī)止公开',
    ]);
  });
});

const PINYIN: Readonly<Record<string, string>> = { 規: '(guī)', 數: '(shù)', 現: '（xiàn）' };

test('a change below 0 that belongs to no row that was found is listed', () => {
  const text = printed2019.text.replace(/\| 行政许可 \| \d+ \| \d+ \|/u, '| 许可项目 | 4 | -2 |');
  expect(readText(text).ledger.unplaced.map(({ printed }) => printed)).toContain('-2');
});

describe('words where a figure belongs', () => {
  const SENTENCE = '全年立案137起，结案201件，罚款1040万元';
  const figure = String(figureAt(sample(), 'enforcement.compulsion.decisions'));

  test('between bars are said to be no number, and their numbers are listed', () => {
    const text = whole.replace(`| 行政强制 | ${figure}`, `| 行政强制 | ${SENTENCE}`);
    const { cells: read, ledger, problems } = readText(text);
    expect(read['enforcement.compulsion.decisions']).toMatchObject({ state: 'text', printed: SENTENCE });
    expect(ledger.unplaced.map(({ printed }) => printed)).toEqual(['137', '201', '1040']);
    expect(problems.map(({ rule }) => rule)).toEqual(['READ-09']);
  });

  test('on a line of their own leave the row open, and their numbers are listed', () => {
    const text = cellsOnLines.replace(`\n行政强制\n${figure}\n`, `\n行政强制\n${SENTENCE}\n`);
    const { cells: read, ledger } = readText(text);
    expect(read['enforcement.compulsion.decisions']?.state).toBe('absent');
    expect(ledger.unplaced.map(({ printed }) => printed)).toEqual(['137', '201', '1040']);
  });
});

describe('the title', () => {
  const front = (text: string) => {
    const { agency, year, title } = readText(text).draft;
    return { name: agency.name, year, title };
  };
  const rest = whole.slice(whole.indexOf('一、总体情况'));

  test('may be in traditional characters, on two lines', () => {
    const title = '青禾縣應急管理局2024年政府信息公開工作年度報告';
    expect(front(`青禾縣應急管理局2024年政府信息公開\n工作年度報告\n\n${rest}`)).toEqual({
      name: '青禾縣應急管理局',
      year: 2024,
      title,
    });
    expect(checkReport(readText(`${title}\n\n${rest}`)).findings.map(({ rule }) => rule)).not.toContain(
      'STR-05',
    );
  });

  test('may leave the agency to the line below it', () => {
    const title = '2024年政府信息公开工作年度报告';
    expect(front(`${title}\n青禾区某管委会\n\n${rest}`)).toEqual({
      name: '青禾区某管委会',
      year: 2024,
      title,
    });
    const unsigned = rest.slice(0, rest.lastIndexOf('淮安市人民政府'));
    expect(front(`${title}\n根据条例要求编制本报告\n\n${unsigned}`).name).toBeNull();
    expect(front(`${title}\n根据条例要求编制本报告\n\n${rest}`).name).toBe('淮安市人民政府');
  });
});

test('a report on the form of 2019 that names no year is not held to what began in 2021', () => {
  const { findings } = checkReport({ ...report2019, year: null } as unknown as Report);
  expect(findings.map(({ rule }) => rule)).not.toContain('STR-07');
});
