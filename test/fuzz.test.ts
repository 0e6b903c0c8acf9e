import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import {
  type CellPath,
  cells,
  checkReport,
  type Draft,
  emptyDraft,
  figureAt,
  type Reading,
  tablesFrom,
} from '../src/index.ts';
import { cases } from './random-inputs.ts';
import { type Random, randomNumbers } from './random-numbers.ts';
import { sample } from './sample.ts';

/** So many damaged sources are read. */
const CASES = cases(1000);
/** No source takes longer, on the slowest of machines. */
const MAX_MILLISECONDS = 5_000;

const others: Record<string, { year: number; figures: number[] }> = JSON.parse(
  readFileSync(new URL('files/figures.json', import.meta.url), 'utf8'),
);
const reports: readonly Draft[] = [
  sample(),
  ...Object.values(others).map(({ year, figures }) => ({
    ...emptyDraft(),
    year,
    sections: sample().sections,
    tables: tablesFrom(figures),
  })),
];

/** Takes one of the pieces that match out, doubles it, or exchanges it with another or its neighbour. */
function disturbed(source: string, pattern: RegExp, random: Random): string {
  const found = [...source.matchAll(pattern)];
  const at = random(found.length);
  const [one, other] = [found[at], found[random(4) === 0 ? random(found.length) : at + 1]];
  if (!one) return source;
  const [start, end] = [one.index, one.index + one[0].length];
  switch (random(3)) {
    case 0:
      return source.slice(0, start) + source.slice(end);
    case 1:
      return source.slice(0, end) + one[0] + source.slice(end);
    default: {
      // headings that are exchanged say that the figures are others'
      if (!other || other.index < end || /^<th|^\|/.test(one[0])) return source;
      return (
        source.slice(0, start) +
        other[0] +
        source.slice(end, other.index) +
        one[0] +
        source.slice(other.index + other[0].length)
      );
    }
  }
}

/** A figure may have been moved on purpose; what it is next to may not have changed. */
const structural: Readonly<Record<'html' | 'text', readonly RegExp[]>> = {
  html: [
    /<tr>.*?<\/tr>/gs,
    /<th[^>]*>[^<]*<\/th>/g,
    /<table>.*?<\/table>/gs,
    /<\/?(?:tr|tbody|thead|table|section|div)[^>]*>/g,
    / (?:row|col)span="\d+"/g,
    /<h2>.*?<\/h2>/g,
  ],
  text: [/^\|.*\|$/gm, /^[^|\n]+$/gm, /\n/g],
};
const damaging: Readonly<Record<'html' | 'text', readonly RegExp[]>> = {
  html: [/<td[^>]*>[^<]*<\/td>/g, /[\s\S]/g, /\d/g],
  text: [/\|[^|\n]*(?=\|)/g, /[\s\S]/g, /\d/g],
};

const formats = {
  html: { render: (report: Draft) => renderHtml(report), read: (source: string) => readHtml(source) },
  text: { render: (report: Draft) => renderText(report), read: (source: string) => readText(source) },
} as const;

function wrongCells(reading: Reading, report: Draft): CellPath[] {
  return cells()
    .filter(({ path }) => {
      const figure = figureAt(reading.draft, path);
      return figure !== null && figure !== figureAt(report, path);
    })
    .map(({ path }) => path);
}

describe.each(['html', 'text'] as const)('a damaged source (%s)', (format) => {
  const sources = reports.map((report) => formats[format].render(report));

  function* damagedSources(patterns: readonly RegExp[], seed: number, count: number) {
    const random = randomNumbers(seed);
    for (let run = 0; run < count; run += 1) {
      const at = random(reports.length);
      const report = reports[at] as Draft;
      let source = sources[at] ?? '';
      for (let times = 1 + random(3); times > 0; times -= 1)
        source = disturbed(source, patterns[random(patterns.length)] as RegExp, random);
      const start = performance.now();
      const reading = formats[format].read(source);
      expect(performance.now() - start).toBeLessThan(MAX_MILLISECONDS);
      expect(reading.ledger.found).toBe(reading.ledger.placed + reading.ledger.unplaced.length);
      yield { run, report, reading, source };
    }
  }

  test(`never breaks a reader, and never passes with a wrong figure an equation covers (${CASES} cases)`, () => {
    let passed = 0;
    for (const { run, report, reading } of damagedSources(
      [...structural[format], ...damaging[format]],
      7,
      CASES,
    )) {
      const { verdict } = checkReport(reading, { families: ['arithmetic', 'cells'] });
      if (verdict !== 'pass') continue;
      passed += 1;
      const wrong = wrongCells(reading, report).filter(
        (path) => !/^(?:documents|licensing|enforcement|fees)/.test(path),
      );
      // two figures that were exchanged in the source may add up either way; more than those may not
      expect(wrong.length, `case ${run}: ${wrong.join(' ')}`).toBeLessThanOrEqual(2);
    }
    expect(passed).toBeGreaterThan(CASES / 20);
  }, 3_600_000);

  test(`with rows, headings, tags or lines gone, doubled or exchanged gives no figure to another cell (${CASES} cases)`, () => {
    const misread: string[] = [];
    for (const { run, report, reading } of damagedSources(structural[format], 11, CASES)) {
      const wrong = wrongCells(reading, report);
      if (wrong.length > 0)
        misread.push(`${run}: ${wrong.length} ${wrong.slice(0, 3).join(' ')} (${reading.status})`);
    }
    if (CASES > 1_000) console.log(format, misread.length, 'of', CASES, misread.slice(0, 20));
    expect(misread.length).toBeLessThanOrEqual(CASES / (format === 'html' ? 200 : 50));
  }, 3_600_000);
});
