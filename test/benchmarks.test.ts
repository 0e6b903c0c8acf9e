import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../docs/benchmarks.md', import.meta.url), 'utf8');

/** The tables of the page, by the line above them. */
function tables(): ReadonlyMap<string, readonly string[][]> {
  const found = page.matchAll(/\*\*(.+)\*\*\n\n((?:\|.*\n)+)/g);
  return new Map(
    [...found].map(([, caption = '', table = '']) => [
      caption,
      table
        .trim()
        .split('\n')
        .slice(2)
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .map((cells) => cells.slice(1, -1)),
    ]),
  );
}

test('the page says on what machine and with what versions was measured', () => {
  expect(page).toMatch(/Measured on \d+ × .+, Node\.js v\d+\.\d+\.\d+ on \w+ \w+; zod \d/);
});

test('the page compares with every other way to check a report', () => {
  const rows = tables().get('From JSON: shape and every equation, beyond `JSON.parse` itself') ?? [];
  const names = rows.map(([name]) => name);
  for (const other of ['JSON.parse', 'zod', 'ajv', 'json-rules-engine', 'HyperFormula'])
    expect(names.filter((name) => name?.startsWith(other))).toHaveLength(1);
});

test('the page tells what every benchmark measured', () => {
  for (const caption of [
    'A typed report, checked by `checkReport` or a session of `startChecking`',
    'A new process',
    'Minified and compressed with Brotli',
    'What the core is made of: kB minified, before compression',
    'JSON lines, end to end',
    'Territories of 50 members, rolled up',
    'The reports of a whole country in a database, beside `checkAll`',
    'A report, read',
    'A report as HTML',
    'A report in every format',
    'The first file of a process, and a hundred after it',
  ]) {
    const rows = tables().get(caption) ?? [];
    expect(rows.length, caption).toBeGreaterThan(2);
    for (const [name, ...figures] of rows) expect(Number(figures[0]), name).toBeGreaterThanOrEqual(0);
  }
});
