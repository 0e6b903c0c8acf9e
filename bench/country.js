// Makes the reports of a whole country: as many as asked for, scaled from the figures of published
// reports so that the form's equations still hold; a known share of them has known mistakes.
//
//   node bench/country.js 150000 /tmp/country.ndjson [year]

import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { cellAt, cells, figuresOf, tablesFrom } from 'ogi-annual-report';
import { equations } from './equations.js';

const json = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const template = json('../examples/reports/huaian-shi-2024.json');

/** The figures of published reports. */
const published = [
  figuresOf(template),
  ...Object.values(json('../test/files/figures.json')).map(({ figures }) => figures),
];

/** What an agency is called, and what it is. */
const kinds = [
  ['人民政府', 'government', 'county'],
  ['教育局', 'department', 'county'],
  ['民政局', 'department', 'prefecture'],
  ['自然资源局', 'department', 'county'],
  ['人民政府街道办事处', 'township', 'township'],
];

/** The cells that are not worked out from others, and how the others are: each once all it needs is known. */
const { free, workedOut } = solve();
const carried = cells()
  .filter(({ row, column }) => row.id === 'carriedOver' && column.id !== 'total')
  .map(({ position, column }) => ({
    over: position,
    forward: cellAt(`applications.carriedForward.${column.id}`).position,
  }));

/** What the text says was received, which has to be what Table 3 says. */
const receivedAt = cellAt('applications.newlyReceived.total').position;
const received = String(figuresOf(template)[receivedAt]);

/** Writes the reports; tells how many of them pass, fail, are incomplete and cannot be read. */
export async function writeCountry(file, count, year = 2024) {
  const stream = createWriteStream(file);
  const random = randomOf(20_241_125);
  const expected = { pass: 0, fail: 0, incomplete: 0, unreadable: 0 };
  for (let number = 1; number <= count; number += 1) {
    const [line, outcome] = lineOf(number, year, random);
    expected[outcome] += 1;
    if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
  return expected;
}

/** A line, and what its check has to come to. */
function lineOf(number, year, random) {
  const report = reportAt(number, year, random);
  const chance = random();
  if (chance < 0.0005) return [JSON.stringify(report).slice(0, -40), 'unreadable'];
  if (chance < 0.003) {
    report.tables.applications.granted.total = null;
    return [JSON.stringify(report), 'incomplete'];
  }
  if (chance < 0.02) {
    report.tables.applications.newlyReceived.total += 1 + Math.floor(random() * 90);
    return [JSON.stringify(report), 'fail'];
  }
  if (chance < 0.03) {
    const [granted, wrong] = [report.tables.applications.granted, 10 + Math.floor(random() * 90)];
    granted.naturalPerson += wrong;
    return [JSON.stringify(report), 'fail'];
  }
  return [JSON.stringify(report), 'pass'];
}

/** A report of an agency on a year; the equations hold. */
export function reportAt(number, year, random) {
  const figures = scaled(published[number % published.length], random);
  const [suffix, kind, level] = kinds[number % kinds.length];
  const name = `第${number}号${suffix}`;
  return {
    ...template,
    year,
    title: `${name}${year}年政府信息公开工作年度报告`,
    agency: { name, kind, level, divisionCode: String(110_000 + (number % 550_000)) },
    scope: 'agency',
    publishedOn: `${year + 1}-01-${String(10 + (number % 20))}`,
    period: { start: `${year}-01-01`, end: `${year}-12-31` },
    sections: {
      ...template.sections,
      overview: template.sections.overview.map((block) => ({
        ...block,
        text: block.text.replaceAll(received, String(figures[receivedAt])),
      })),
    },
    tables: tablesFrom(figures),
  };
}

/** Figures of a smaller or larger agency: those that are free are scaled, the others worked out. */
function scaled(figures, random) {
  const factor = 10 ** (random() * 3 - 2.5);
  const result = figures.map(() => 0);
  for (const { position, unit } of free) {
    const figure = figures[position] * factor * (0.7 + 0.6 * random());
    result[position] = unit === 'count' ? Math.floor(figure) : Math.round(figure * 1e4) / 1e4;
  }
  // few agencies have the power to issue rules
  for (const id of ['issued', 'repealed', 'inForce']) result[cellAt(`documents.rules.${id}`).position] = 0;
  // no more is carried over than carried forward, so that no less than nothing is newly received
  for (const { over, forward } of carried) result[over] = Math.min(result[over], result[forward]);
  for (const { position, plus, minus } of workedOut) {
    const sum = (positions) => positions.reduce((total, at) => total + result[at], 0);
    result[position] = sum(plus) - sum(minus);
  }
  return result;
}

/** Works out in which order the totals, and what was newly received, follow from the rest. */
function solve() {
  const isWorkedOut = ({ row, column }) =>
    column.id === 'total' || row.id === 'totalProcessed' || row.id === 'newlyReceived';
  const free = cells().filter((cell) => !isWorkedOut(cell));
  const known = new Set(free.map(({ position }) => position));
  const workedOut = [];
  const positions = (side) => side.map(({ position }) => position);
  const terms = equations().map(({ left, right }) => [positions(left), positions(right)]);
  for (let before = -1; before < workedOut.length; ) {
    before = workedOut.length;
    for (const sides of terms) {
      const unknown = sides.flat().filter((position) => !known.has(position));
      if (unknown.length !== 1) continue;
      const [position] = unknown;
      const [own, other] = sides[0].includes(position) ? sides : sides.toReversed();
      workedOut.push({ position, plus: other, minus: own.filter((at) => at !== position) });
      known.add(position);
    }
  }
  return { free, workedOut };
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, file, year] = process.argv.slice(2);
  if (!(Number(count) > 0 && file)) throw new Error('Say how many reports, and the file to write.');
  console.log(await writeCountry(file, Number(count), year === undefined ? undefined : Number(year)));
}
