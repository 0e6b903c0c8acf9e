import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText, renderText } from '../src/formats/text/index.ts';
import {
  type CellPath,
  cells,
  checkReport,
  figureAt,
  form2021,
  layout,
  parseDraft,
  parseTitle,
  type Reading,
  type Report,
} from '../src/index.ts';
import { sample } from './sample.ts';

function example(name: string): string {
  return readFileSync(new URL(`../examples/reports/${name}`, import.meta.url), 'utf8');
}

/** The cells whose figure is neither that of the report nor left out. */
function wrongCells(reading: Reading, report: Report): string[] {
  return cells().flatMap(({ path }) => {
    const read = figureAt(reading.draft, path);
    return read === null || read === figureAt(report, path) ? [] : [path];
  });
}

function readCells(reading: Reading): number {
  return Object.values(reading.cells).filter(({ state }) => state === 'number').length;
}

describe('a real report as a PDF file gives it, lines and labels broken', () => {
  const reading = readText(example('zhongwei-tuiyijunrenju-2024.txt'));

  test('is read whole: 200 of 200 cells, nothing left over', () => {
    expect(reading.status).toBe('complete');
    expect(readCells(reading)).toBe(200);
    expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
    expect(reading.problems).toEqual([]);
  });

  test('gives title, agency, year, period and contact', () => {
    const { title, agency, year, period, contact } = reading.draft;
    expect({ title, agency, year, period, contact }).toEqual({
      title: '中卫市退役军人事务局2024年政府信息公开工作年度报告',
      agency: { name: '中卫市退役军人事务局', kind: 'department', level: 'prefecture' },
      year: 2024,
      period: { start: '2024-01-01', end: '2024-12-31' },
      contact: {
        address: '中卫市沙坡头区鸣沙路 55号',
        postalCode: '755000',
        phone: '0955-7666355',
        fax: '0955-7666355',
        website: 'http://www.nxzw.gov.cn',
      },
    });
  });

  test('gives the sections with their headings, paragraphs put together again', () => {
    const { overview, problemsAndImprovements, otherMatters } = reading.draft.sections;
    expect(overview?.map(({ kind }) => kind)).toEqual([
      'paragraph',
      ...Array.from({ length: 5 }, () => ['heading', 'paragraph']).flat(),
    ]);
    expect(overview?.[1]).toEqual({ kind: 'heading', level: 2, text: '（一）主动公开政府信息情况' });
    expect(overview?.[4]).toEqual({
      kind: 'paragraph',
      text: '2024年本局没有收到政府信息公开申请，也没有因信息公开引起行政复议和行政诉讼。',
    });
    expect(problemsAndImprovements).toHaveLength(4);
    expect(otherMatters?.[1]).toEqual({ kind: 'heading', level: 3, text: '2.收取政府信息处理费情况' });
  });

  test('passes the check', () => {
    expect(checkReport(reading).verdict).toBe('pass');
  });

  test('tells for each cell the line it stands on', () => {
    const lines = example('zhongwei-tuiyijunrenju-2024.txt').split('\n');
    for (const { printed, place } of Object.values(reading.cells)) {
      expect(lines[(place?.line ?? 0) - 1]).toContain(printed);
    }
  });

  test('keeps the seventh number of a row that was pushed to the next line', () => {
    expect(reading.cells['applications.correctionOverdue.total']?.place).toEqual({
      line: (reading.cells['applications.correctionOverdue.otherOrganization']?.place?.line ?? 0) + 2,
    });
  });
});

type Rows = readonly (readonly string[])[];

/** The ways in which programs set tables as text. */
const settings: Readonly<Record<string, (rows: Rows) => string>> = {
  'cells between bars': (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
  'cells between bars, surplus empty cells at the end': (rows) =>
    rows.map((row) => `${row.join(' | ')} | |||`).join('\n'),
  'cells between tabulators': (rows) => rows.map((row) => row.join('\t')).join('\n'),
  'one cell a line': (rows) => rows.flat().filter(Boolean).join('\n\n'),
  'one cell a line, ending in a bar': (rows) =>
    rows.map((row) => `${row.filter(Boolean).join(' |\n')} |\n|||`).join('\n'),
  'blanks between cells': (rows) => rows.map((row) => row.filter(Boolean).join(' ')).join('\n'),
  'figures on a line of their own': (rows) => rows.map(splitRow).join('\n'),
};

function splitRow(row: readonly string[]): string {
  const figures = row.findIndex((cell) => /^[\d０-９]/.test(cell) && !/[\p{L}]/u.test(cell));
  if (figures <= 0) return row.filter(Boolean).join(' ');
  return `${row.slice(0, figures).filter(Boolean).join(' ')}\n${row.slice(figures).join(' ')}`;
}

/** What happens to the text of reports on the way. */
const changes: Readonly<Record<string, (text: string) => string>> = {
  'rows between bars set in by four blanks': (text) => text.replace(/^(?=.*[|｜│\t])/gmu, '    '),
  'rows between bars set in by ideographic blanks': (text) =>
    text.replace(/^(?=.*[|｜│\t])/gmu, '\u3000\u3000'),
  'characters nobody sees behind figures': (text) => text.replace(/\d+/gu, '$&\u200B'),
  'as it is': (text) => text,
  'half-width brackets': (text) => text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':'),
  'full-width digits': (text) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)),
  'radicals for characters': (text) =>
    text
      .replaceAll('人', '⼈')
      .replaceAll('行', '⾏')
      .replaceAll('门', '⻔')
      .replaceAll('长', '⻓')
      .replaceAll('止', '⽌'),
  'blanks inside labels': (text) =>
    text
      .replaceAll('总计', '总 计')
      .replaceAll('商业企业', '商业 企业')
      .replaceAll('属于国家秘密', ' 属于国家 秘密'),
  'other numbering': (text) => text.replace(/^(.*?)(\d)\.(?=\p{Script=Han})/gmu, '$1$2、'),
  'numbering in brackets': (text) => text.replace(/(?<![\d.])(\d)\.(?=\p{Script=Han})/gu, '($1)'),
  'a misprint': (text) => text.replaceAll('其他法律行政法规禁止公开', '其他法律行政止公开'),
  'known variants of headings': (text) =>
    text
      .replaceAll('行政规范性文件', '规范性文件')
      .replaceAll('现行有效件数', '现行有效件')
      .replaceAll('本年制发件数', '本年发件')
      .replaceAll('存在的主要问题及改进情况', '存在问题及改进情况')
      .replaceAll('政府信息公开行政复议、行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼情况'),
  'page numbers between lines': (text) =>
    text
      .split('\n')
      .map((line, at) => (at % 17 === 16 ? `${line}\n- ${at} -\n=====page ${at}` : line))
      .join('\n'),
  'page numbers in words': (text) =>
    text
      .split('\n')
      .map((line, at) => (at % 13 === 12 ? `${line}\n第 ${at} 页 共 99 页` : line))
      .join('\n'),
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
};

function rowsOf(report: Report, section: (typeof form2021.sections)[number]): Rows {
  return layout(section.id, '2021', ({ path }) => String(figureAt(report, path))).map((row) => {
    const texts: string[] = [];
    for (let at = 0; at < row.length; at += row[at]?.colSpan ?? 1) texts.push(row[at]?.text ?? '');
    return texts;
  });
}

function set(report: Report, setting: (rows: Rows) => string): string {
  const sections = form2021.sections.map((section) => {
    const rows = rowsOf(report, section);
    return `${section.label}\n\n${rows.length > 0 ? setting(rows) : '这一部分的内容。'}`;
  });
  return `某市民政局2024年政府信息公开工作年度报告\n\n${sections.join('\n\n')}\n`;
}

describe.each(Object.entries(settings))('tables set as %s', (_, setting) => {
  test.each(Object.entries(changes))('are read right with %s', (_, change) => {
    const report = sample();
    const reading = readText(change(set(report, setting)));
    expect(wrongCells(reading, report)).toEqual([]);
    expect(readCells(reading)).toBe(200);
    expect(reading.status).toBe('complete');
    expect(reading.ledger.unplaced).toEqual([]);
  });

  test.each(['/', '-', '—', '无'])('with %s for zero leave those cells null and never pass', (mark) => {
    const report = sample();
    const marked = set(report, (rows) =>
      setting(rows.map((row) => row.map((cell) => (cell === '0' ? mark : cell)))),
    );
    const reading = readText(marked);
    expect(wrongCells(reading, report)).toEqual([]);
    expect(readCells(reading)).toBe(cells().filter(({ path }) => figureAt(report, path) !== 0).length);
    expect(checkReport(reading).verdict).toBe('incomplete');
    expect(reading.problems.every(({ rule }) => rule === 'READ-09')).toBe(true);
  });

  test('with nothing for zero are never read wrong and never pass', () => {
    const report = sample();
    const marked = set(report, (rows) =>
      setting(rows.map((row) => row.map((cell) => (cell === '0' ? '' : cell)))),
    );
    const reading = readText(marked);
    expect(wrongCells(reading, report)).toEqual([]);
    expect(checkReport(reading).verdict).toBe('incomplete');
    const { found, placed, unplaced } = reading.ledger;
    expect(found).toBe(placed + unplaced.length);
    expect(found).toBe(cells().filter(({ path }) => figureAt(report, path) !== 0).length);
  });

  test('with one whole row of figures missing lose that row and no other', () => {
    const report = sample();
    const label = '2.没有现成信息需要另行制作';
    const reading = readText(
      set(report, (rows) =>
        setting(rows.map((row) => (row.includes(label) ? row.slice(0, row.indexOf(label) + 1) : row))),
      ),
    );
    expect(wrongCells(reading, report)).toEqual([]);
    expect(reading.status).toBe('incomplete');
    expect(readCells(reading)).toBe(193);
  });

  test('with one figure too many in a row lose that row and no other', () => {
    const report = sample();
    const reading = readText(
      set(report, (rows) => setting(rows.map((row) => (row.includes('2.重复申请') ? [...row, '7'] : row)))),
    );
    expect(wrongCells(reading, report)).toEqual([]);
    expect(reading.cells['applications.duplicate.total']?.state).toBe('absent');
    expect(readCells(reading)).toBe(193);
    expect(reading.ledger.unplaced).toHaveLength(8);
  });

  const subtotalRow = (rows: Rows) =>
    rows.flatMap((row) =>
      row.includes('1.本机关不掌握相关政府信息')
        ? [['', '小计', '5', '5', '0', '0', '1', '0', '11'], row]
        : [row],
    );
  const subtotalColumn = (rows: Rows) =>
    rows.map((row) => {
      const at = row.includes('自然人') ? row.indexOf('总计') : row.length - 1;
      const isHeading = row[at] === '总计';
      if (!isHeading && !/^\d+$/.test(row[at] ?? '')) return row;
      const sum = row.slice(at - 5, at).reduce((total, figure) => total + Number(figure), 0);
      return [...row.slice(0, at), isHeading ? '法人小计' : String(sum), ...row.slice(at)];
    });
  const inTable3 = (change: (rows: Rows) => Rows) => (rows: Rows) =>
    setting(rows.some((row) => row.includes('2.重复申请')) ? change(rows) : rows);

  test.each<[string, (rows: Rows) => Rows, string[], number]>([
    ['a row', subtotalRow, ['小计'], 7],
    ['a column', subtotalColumn, ['法人小计'], 25],
    ['both', (rows) => subtotalColumn(subtotalRow(rows)), ['法人小计', '小计'], 33],
  ])(
    'with %s of subtotals are read whole; it is named, its numbers listed and not counted',
    (_name, change, extra, numbers) => {
      const report = sample();
      const reading = readText(set(report, inTable3(change)));
      expect(wrongCells(reading, report)).toEqual([]);
      expect(readCells(reading)).toBe(200);
      expect(reading.structure.extra).toEqual(extra);
      expect(reading.ledger.unplaced).toHaveLength(numbers);
      expect(new Set(reading.problems.map(({ rule }) => rule))).toEqual(new Set(['READ-05']));
      expect(checkReport(reading).findings.map(({ rule }) => rule)).toContain('STR-02');
    },
  );

  test('that break off anywhere are incomplete, and what was read is right', () => {
    const report = sample();
    const whole = set(report, setting);
    const end = whole.indexOf('五、');
    for (let length = whole.indexOf('二、') + 12; length < end - 12; length += 37) {
      const reading = readText(whole.slice(0, length));
      expect(wrongCells(reading, report)).toEqual([]);
      expect(checkReport(reading).verdict).not.toBe('pass');
    }
  });
});

describe('columns', () => {
  const swap = (row: readonly string[], a: number, b: number) =>
    row.map((cell, at) => (at === a ? (row[b] ?? '') : at === b ? (row[a] ?? '') : cell));

  test('that are printed in another order are recognised by their headings', () => {
    const report = sample();
    const text = set(report, (rows) =>
      rows
        .map((row) => {
          if (row.includes('商业企业'))
            return row.map((cell) => ({ 商业企业: '科研机构', 科研机构: '商业企业' })[cell] ?? cell);
          return row.length >= 8 ? swap(row, row.length - 6, row.length - 5) : row;
        })
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n'),
    );
    const reading = readText(text);
    expect(wrongCells(reading, report).filter((path) => path.startsWith('applications'))).toEqual([]);
    expect(reading.cells['applications.granted.commercialEnterprise']?.printed).toBe('21');
  });

  test('that the form does not have are put aside only if the rows tell which they are', () => {
    const report = sample();
    const wide = (figure: string) => (rows: Rows) =>
      rows
        .map((row) => {
          const isHeader = row.includes('自然人');
          const isRow = row.length >= 8 && row.length <= 10 && /^\d+$/.test(row.at(-1) ?? '');
          if (isHeader) return [...row, '备注栏'];
          return isRow ? [...row, figure] : row;
        })
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n');
    const known = readText(set(report, wide('7')));
    expect(known.structure.extra).toEqual(['备注栏']);
    expect(wrongCells(known, report)).toEqual([]);
    expect(readCells(known)).toBe(200);
    const broken = { ...report, tables: structuredClone(report.tables) };
    broken.tables.applications.granted.total += 1;
    const unknown = readText(set(broken, wide('7')));
    expect(unknown.cells['applications.granted.total'].state).toBe('absent');
    expect(unknown.structure.extra).toEqual([]);
    expect(unknown.ledger.unplaced).toHaveLength(200);
    expect(checkReport(unknown).verdict).not.toBe('pass');
  });

  test('of which a heading is missing are not trusted', () => {
    const reading = readText(renderText(sample()).replace('| 科研机构 ', '| 项目单位 '));
    expect(reading.cells['applications.granted.total']?.state).toBe('absent');
    expect(reading.problems.map(({ rule }) => rule)).toContain('READ-08');
    expect(reading.ledger.unplaced).toHaveLength(175);
  });

  test('that are broken over two lines never exchange the figures below them', () => {
    const reading = readText(
      renderText(sample()).replace(
        /\| 信息内容 \| 本年制发件数 .*\n/,
        '信息内容 本年废止件数 现行有效件数\n本年制发件\n数\n',
      ),
    );
    for (const cell of ['issued', 'repealed', 'inForce'] as const) {
      const path = `documents.rules.${cell}` as const;
      expect([null, figureAt(sample(), path)]).toContain(figureAt(reading.draft, path));
    }
    expect(checkReport(reading).verdict).not.toBe('pass');
  });

  test('of the form of 2019 at the head of a report of 2021 are not taken for those of 2021', () => {
    const reading = readText(
      renderText(sample())
        .replace('本年制发件数', '本年新制作数量')
        .replace('本年废止件数', '本年新公开数量')
        .replace('现行有效件数', '对外公开总数量'),
    );
    expect(reading.cells['documents.rules.issued']?.state).toBe('absent');
    expect(reading.cells['licensing.licenses.decisions']?.printed).toBe('447228');
    expect(checkReport(reading).verdict).toBe('incomplete');
  });
});

describe('cells', () => {
  const withCell = (printed: string) =>
    readText(renderText(sample()).replace('| 行政许可 | 447228 |', `| 行政许可 | ${printed} |`));
  const path: CellPath = 'licensing.licenses.decisions';

  test.each([
    ['447228', 447228, undefined],
    ['447,228', 447228, undefined],
    ['447，228', 447228, undefined],
    ['４４７２２８', 447228, undefined],
    ['447228件', 447228, undefined],
    ['22（其中修订16件）', 22, '其中修订16件'],
    ['22(其中修订 16 件)', 22, '其中修订 16 件'],
    ['9007199254740991', Number.MAX_SAFE_INTEGER, undefined],
  ])('%s is a number', (printed, value, remark) => {
    const { draft } = withCell(printed);
    expect(figureAt(draft, path)).toBe(value);
    expect(draft.remarks?.[path]).toBe(remark);
  });

  test.each([
    ['', 'blank'],
    ['/', 'slash'],
    ['-', 'dash'],
    ['——', 'dash'],
    ['无', 'text'],
    ['9007199254740993', 'text'],
    ['（未统计）', 'text'],
  ])('“%s” is no number and never 0', (printed, state) => {
    const reading = withCell(printed);
    expect(reading.cells[path]).toMatchObject({ state, printed });
    expect(figureAt(reading.draft, path)).toBeNull();
    expect(checkReport(reading).verdict).toBe('incomplete');
  });

  test('a fraction where a count belongs is kept as printed and found by the check', () => {
    const result = checkReport(withCell('3.5'));
    expect(result.findings.map(({ rule, actual }) => [rule, actual])).toEqual([['CELL-01', 3.5]]);
  });

  test('figures that grew together with their label are listed, not lost', () => {
    const text = renderText(sample()).replace('| 规章 | 1 | 0 | 11 |', '规章1011');
    const reading = readText(text);
    const line = text.split('\n').indexOf('规章1011') + 1;
    expect(reading.cells['documents.rules.issued']?.state).toBe('absent');
    expect(reading.ledger.unplaced).toEqual([{ printed: '1011', place: { line } }]);
  });
});

describe('the undivided （六）其他处理 of the form of 2019', () => {
  test('is reported; its figures are listed and the three rows stay null', () => {
    const text = renderText(sample())
      .split('\n')
      .filter((line) => !line.includes('2.申请人逾期') && !line.includes('3.其他 |'))
      .map((line) => line.replace(/（六）其他处理 \| 1\.申请人[^|]*\|/, '（六）其他处理 |'))
      .join('\n');
    const reading = readText(text);
    expect(reading.ledger.unplaced).toHaveLength(7);
    expect(reading.cells['applications.otherHandling.total']?.state).toBe('absent');
    expect(reading.problems.map(({ message }) => message)[0]).toBe(
      '表三“（六）其他处理”只印了一行，没有分项（2019 年版的样式）；其数字已列出，但无法归入各分项',
    );
  });
});

describe('a text that cannot be read', () => {
  const refusals: readonly (readonly [string, string, string])[] = [
    ['empty', '', 'READ-01'],
    ['no report', '今天天气很好。\n明天也是。', 'READ-01'],
    ['noise', 'aZ9|'.repeat(10_000), 'READ-01'],
    ['two reports', `${renderText(sample())}\n${renderText(sample())}`, 'READ-03'],
    ['50 MB long', '长'.repeat(50_000_000), 'READ-07'],
  ];

  test.each(refusals)('because it is %s is refused by name, at once', (_, text, rule) => {
    const reading = readText(text);
    expect(reading.status).toBe('unreadable');
    expect(reading.problems.map((problem) => problem.rule)).toEqual([rule]);
    expect(checkReport(reading).verdict).toBe('incomplete');
    expect(readCells(reading)).toBe(0);
  });

  test('says in English what to do', () => {
    expect(readText('', { locale: 'en' }).problems[0]?.message).toBe(
      'This is not an annual report: none of the sections with a table was found. The text is empty. Give the whole text of the report, headings and tables included',
    );
  });

  test('because it is hostile is answered within two seconds', () => {
    const row = '2.重复申请 | 25 | 0 | 0 | 0 | 0 | 0 | 25 |\n';
    const start = performance.now();
    for (const text of [
      renderText(sample()).replace(row, row.repeat(20_000)),
      `三、收到和处理政府信息公开申请情况\n${'一、本年新收政府信息公开申请'.repeat(30_000)}`,
      `二、主动公开政府信息情况\n第二十条第（一）项\n${'0 '.repeat(400_000)}`,
      `${'（'.repeat(400_000)}\n二、主动公开政府信息情况\n${'（'.repeat(400_000)}`,
      `二、主动公开政府信息情况\n规章${'1（'.repeat(300_000)}`,
    ]) {
      expect(readText(text).status).not.toBe('complete');
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('sections', () => {
  test('are found behind a table of contents and under headings with other numbers', () => {
    const contents = form2021.sections.map(({ label }) => label).join('\n');
    const text = renderText(sample())
      .replace('一、总体情况', `目录\n${contents}\n\n一、总体情况`)
      .replace('六、其他需要报告的事项', '七、其他需要报告的事项');
    const { draft, status } = readText(text);
    expect(status).toBe('complete');
    expect(draft.sections.otherMatters).toEqual(sample().sections.otherMatters);
    expect(draft.sections.overview).toEqual(sample().sections.overview);
  });

  test('of endless paragraphs are cut, which is said, so that the draft can be parsed', () => {
    const text = renderText(sample()).replace(
      '一、总体情况',
      `一、总体情况\n${'　　某事。\n'.repeat(12_000)}`,
    );
    const reading = readText(text);
    expect(reading.status).toBe('incomplete');
    expect(reading.draft.sections.overview).toHaveLength(10_000);
    expect(reading.problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      expect.stringMatching(/^READ-05 “一、总体情况”有 120\d\d 段，只读取了前 10000 段；请只提供报告本身$/u),
    ]);
    expect(parseDraft(reading.draft).ok).toBe(true);
    expect(readCells(reading)).toBe(200);
  });

  test('whose heading is missing still give their table', () => {
    const text = renderText(sample()).replace('三、收到和处理政府信息公开申请情况\n', '');
    const reading = readText(text);
    expect(wrongCells(reading, sample())).toEqual([]);
    expect(readCells(reading)).toBe(200);
  });

  test('that hold text beside their table keep it', () => {
    const text = renderText(sample())
      .replace('| 第二十条第（一）项 |', '　　全年公开信息36条，处理行政许可12件。\n\n| 第二十条第（一）项 |')
      .replace('五、存在', '注：行政复议、行政诉讼数量含上年度结转数量。\n\n五、存在');
    const { draft, status } = readText(text);
    expect(status).toBe('complete');
    expect(draft.sections.proactiveDisclosure).toEqual([
      { kind: 'paragraph', text: '全年公开信息36条，处理行政许可12件。' },
    ]);
    expect(draft.sections.disputes).toEqual([
      { kind: 'paragraph', text: '注：行政复议、行政诉讼数量含上年度结转数量。' },
    ]);
  });

  test('without a table are reported, and a report without tables is not all zero', () => {
    const text = form2021.sections.map(({ label }) => `${label}\n\n见附件。`).join('\n\n');
    const reading = readText(text);
    expect(reading.status).toBe('incomplete');
    expect(readCells(reading)).toBe(0);
    expect(reading.problems.map(({ message }) => message)).toEqual([
      '表二：没有找到数字（表格在附件中，请同时读取附件），请对照来源补上',
      '表三：没有找到数字（表格在附件中，请同时读取附件），请对照来源补上',
      '表四：没有找到数字（表格在附件中，请同时读取附件），请对照来源补上',
    ]);
    expect(checkReport(reading).verdict).toBe('incomplete');
  });
});

describe('damage that a fuzz run found to be misread', () => {
  const bars = settings['cells between bars'] ?? String;
  const own = settings['figures on a line of their own'] ?? String;

  test.each<[string, (text: string) => string, (rows: Rows) => string]>([
    [
      'a misprinted heading above the columns',
      (text) => text.replace('法人或其他组织', '法人或其他织'),
      bars,
    ],
    [
      'heading lines of the columns exchanged',
      (text) => text.replace(/(.*自然人.*\n)(.*商业企业.*\n)/, '$2$1'),
      bars,
    ],
    ['two rows exchanged', (text) => text.replace(/(.*7\.属于行政.*\n)(.*8\.属于行政.*\n)/, '$2$1'), bars],
    [
      'a label that is gone',
      (text) => text.replace(/（二）部分公开.*其他情形）/, ''),
      settings['blanks between cells'] ?? String,
    ],
    [
      'a label that is gone, figures on lines of their own',
      (text) => text.replace(/.*1\.申请人无正当.*\n/, ''),
      own,
    ],
    ['a line of figures printed twice', (text) => text.replace(/(25 0 0 0 0 0 25\n)/, '$1$1'), own],
    [
      'a label and the figures before it exchanged',
      (text) => text.replace(/(25 0 0 0 0 0 25\n)(3\..*\n)/, '$2$1'),
      own,
    ],
    [
      'a figure row gone, all figures before their labels',
      (text) => text.replace(/30 1 0 0 0 0 31\n/, ''),
      (rows) => rows.map((row) => splitRow(row).split('\n').reverse().join('\n')).join('\n'),
    ],
  ])('%s', (_, damage, setting) => {
    const report = sample();
    const whole = set(report, setting);
    expect(damage(whole)).not.toBe(whole);
    const reading = readText(damage(whole));
    expect(wrongCells(reading, report)).toEqual([]);
    expect(
      checkReport(reading).verdict === 'pass' &&
        reading.ledger.unplaced.length === 0 &&
        readCells(reading) < 200,
    ).toBe(false);
  });
});

describe('tables over several pages of a PDF file, their headings broken and standing side by side', () => {
  const open = settings['blanks between cells'] ?? String;
  const whole = set(sample(), open);

  function expectAll(text: string, textBefore = ''): void {
    expect(text).not.toBe(whole);
    const reading = readText(text);
    expect(wrongCells(reading, sample())).toEqual([]);
    expect([readCells(reading), reading.problems]).toEqual([200, []]);
    const { applications = [] } = reading.draft.sections;
    expect(applications.map((block) => ('text' in block ? block.text : ''))).toEqual(
      textBefore === '' ? [] : [textBefore],
    );
  }

  const header = /（本列数据的勾稽关系(?:.*\n)+?(?=一、本年新收)/u;

  test('are no part of the text before them', () => {
    const broken = [
      '　　全年收到申请，依法办理。',
      '（本列数据的勾稽关系 申请人情况',
      '为：第一项加第二项之',
      '和，等于第三项加第四 自然 法人或其他组织',
      '项之和） 人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计',
    ];
    expectAll(whole.replace(header, `${broken.join('\n')}\n`), '全年收到申请，依法办理。');
  });

  test('do not cut off a last row whose last figure has a remark', () => {
    const lines = whole.replace(
      /^(四、结转下年度)(继续办理)(.*\d)$/mu,
      '申请人情况\n（本列数据的勾稽关系 法人或其他组织\n为：第一项加第二项之\n$1$3（含延期）\n$2',
    );
    expectAll(lines);
  });

  test('do not take the place of a row between them', () => {
    const lines = whole.replace(
      /（三）不予公开 1\.属于国家秘密 (.*)$/mu,
      '1.属于国 $1\n度办 家秘密\n理结\n果 （三）\n不予公\n开',
    );
    expectAll(lines);
  });
});

describe('what is stated above the report', () => {
  const text = example('zhongwei-tuiyijunrenju-2024.txt');
  const withLine = (line: string) => readText(text.replace('一、总体情况', `${line}\n\n一、总体情况`)).draft;

  test.each(['2024', '2024年', '2024 年度'])('is read with its unit: 报告年度：%s', (year) => {
    expect(withLine(`报告年度：${year}`)).toMatchObject({ year: 2024, agency: { name: expect.any(String) } });
  });

  test.each([
    ['year', '报告年度：二〇二四'],
    ['agency.divisionCode', '行政区划代码：6405'],
    ['agency.creditCode', '统一社会信用代码：123'],
  ])('stays a line of text where it is no %s', (_, line) => {
    const draft = withLine(line);
    expect(draft.year).toBe(2024);
    expect(draft.sections.preamble?.some((block) => block.text.includes(line))).toBe(true);
    expect(parseDraft(draft).ok).toBe(true);
  });

  test('is a day where a time stands behind it', () => {
    expect(withLine('公布日期：2025年1月20日 10:30').publishedOn).toBe('2025-01-20');
    expect(withLine('公布日期：2025-01-20 10:30:00').publishedOn).toBe('2025-01-20');
  });

  test.each([
    ['2025年1月2日', '2025-01-02'],
    ['2025-1-2', '2025-01-02'],
    ['2025.1.2', '2025-01-02'],
    ['2025/01/02', '2025-01-02'],
    ['2025-1.2', undefined],
    ['2025年1-2', undefined],
    ['2025-02-29', undefined],
    ['2025-13-01', undefined],
    ['1948-01-01', undefined],
    ['3000-01-01', undefined],
  ])('that is written %s is the day %s', (written, day) => {
    expect(withLine(`公布日期：${written}`).publishedOn).toBe(day);
  });

  test('is no year where more than four digits stand', () => {
    expect(parseTitle('某局20244年政府信息公开工作年度报告')?.year).toBeNull();
  });
});

test('reading a report changes nothing about its check', () => {
  const { rules, ...read } = checkReport(readText(renderText(sample())));
  const { rules: others, ...given } = checkReport(sample());
  expect(read).toEqual(given);
  expect(rules.filter((id) => !id.startsWith('READ-'))).toEqual(others);
});
