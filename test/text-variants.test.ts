import { describe, expect, test } from 'vitest';
import { readText, renderText } from '../src/formats/text/index.ts';
import { cells, checkReport, figureAt, form2021, type Reading } from '../src/index.ts';
import { sample } from './sample.ts';

const whole = renderText(sample());
/** The same text with a cell on each line, as it comes out of a page. */
const cellsOnLines = whole
  .split('\n')
  .flatMap((line) => (line.startsWith('|') ? line.split('|').flatMap((cell) => cell.trim() || []) : [line]))
  .join('\n');

const known = ({ draft }: Reading) => cells(draft.form).filter(({ path }) => figureAt(draft, path) !== null);
const wrong = (reading: Reading) =>
  known(reading).filter(({ path }) => figureAt(reading.draft, path) !== figureAt(sample(), path));

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
