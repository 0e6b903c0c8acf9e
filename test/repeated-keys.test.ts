import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, renderCsv } from '../src/formats/csv/index.ts';
import { readJson, renderJson } from '../src/formats/json/index.ts';
import { parseJson } from '../src/formats/json/json-text.ts';
import { type CellPath, checkReport, readReport } from '../src/index.ts';
import { checkAll } from '../src/many/index.ts';
import { sample } from './sample.ts';

const total = 'applications.newlyReceived.total' satisfies CellPath;
const json = renderJson(sample());
const repeated = (text: string) => {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.repeated.map(({ path, values }) => [path.join('.'), ...values]) : 'no JSON';
};

describe('a key that stands twice in an object of JSON', () => {
  const twice = (value: string) =>
    json.replace('"newlyReceived": {', `"newlyReceived": {\n "total": ${value},`);

  test('with different values leaves the figure open, names both, and does not pass', async () => {
    for (const reading of [readJson(twice('3191')), await readReport(twice('3191'))]) {
      expect(reading.status).toBe('incomplete');
      expect(reading.cells[total].state).toBe('absent');
      expect(reading.ledger).toMatchObject({ found: 201, placed: 199 });
      expect(reading.ledger.unplaced).toEqual(
        ['3191', '3119'].map((printed) => ({ printed, place: { path: `tables.${total}` } })),
      );
      expect(checkReport(reading).verdict).toBe('incomplete');
      expect(reading.problems.map(({ cells, message }) => [cells, message])).toEqual([
        [
          [total],
          expect.stringMatching(/“tables\.applications\.newlyReceived\.total”写了 2 次.*（3191、3119）/u),
        ],
      ]);
    }
    expect(readJson(twice('3191'), { locale: 'en' }).problems[0]?.message).toContain('(3191, 3119)');
  });

  test('with the same value each time is said, and the figure is taken', () => {
    const reading = readJson(twice('3119'));
    expect(reading.draft).toEqual(readJson(json).draft);
    expect(reading.status).toBe('complete');
    expect(reading.problems.map(({ message }) => message)).toEqual([expect.stringContaining('内容相同')]);
  });

  test.each([
    ['year', json.replace('"year": 2024', '"year": 2023, "year": 2024')],
    ['tables', json.replace('"tables": {', '"tables": {}, "tables": {')],
    ['tables.applications', json.replace('"applications": {', '"applications": {"a": 1}, "applications": {')],
    ['agency.name', json.replace('"name"', '"name": "某局", "n\\u0061me"')],
  ])('does not pass, whatever it is: %s', (name, text) => {
    expect(text).not.toBe(json);
    const reading = readJson(text);
    expect(reading.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(`键“${name}”写了 2 次`),
    ]);
    expect(checkReport(reading).verdict).toBe('incomplete');
  });

  test('makes a line of JSON lines one that cannot be read', async () => {
    const lines = [json, twice('3191'), twice('3119')].map((text) => text.replaceAll('\n', ''));
    const results = [];
    for await (const result of checkAll(new Blob([lines.join('\n')]).stream())) results.push(result);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(results[1]).toMatchObject({
      problems: [{ code: 'repeated-key', message: expect.stringContaining('（3191、3119）') }],
    });
  });

  test('is told from text that looks like one', () => {
    expect(
      repeated(
        '{"a": "\\"a\\": 1, \\\\", "b": ["a", "a"], "c": [{"a": 1}, {"a": 1}], "\\\\": "x", "d": {"a": 1}}',
      ),
    ).toEqual([]);
    expect(repeated('[{"a": {"b" : 1, "c": [1, "}"], "b": [{"b": 2}] }}, "a"]')).toEqual([
      ['a.b', '1', '[{"b": 2}]'],
    ]);
    expect(repeated('{"__proto__": 1, "__proto__": 2}')).toEqual([['__proto__', '1', '2']]);
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(repeated(text)).toEqual([]);
        const [first, second] = [`{"k": ${text}, "k": [${text}]}`, `[{"a": {"k": ${text}, "k":${text}}}]`];
        expect(repeated(first)).toEqual([['k', text, `[${text}]`]]);
        expect(repeated(second)).toEqual([['a.k', text, text]]);
      }),
    );
  });

  test.each([
    ['one key over and over', `{${'"a":1,'.repeat(600_000)}"a":2}`],
    ['objects in each other', `${'{"a":1,"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['backslashes', `{"a":"${'\\\\'.repeat(1_000_000)}","a":"${'\\"'.repeat(1_000_000)}"}`],
  ])('takes no time to speak of: %s', (_, text) => {
    const start = performance.now();
    expect(repeated(text).length).toBeGreaterThan(0);
    expect(readJson(text).status).toBe('unreadable');
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});

describe('a figure that a CSV has on two lines', () => {
  const line = /^.*applications\.newlyReceived\.total.*$/mu;
  const csvWith = (other: (text: string) => string) =>
    renderCsv(sample()).replace(line, (text) => `${text}\n${other(text)}`);

  test('which are the same is taken, and that is said', () => {
    const reading = readCsv(csvWith((text) => text));
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.problems.map(({ message }) => message)).toEqual([
      '表三“一、本年新收政府信息公开申请数量”行“总计”列写了 2 次，都是 3119，已采用；请删去重复的',
    ]);
  });

  test('which differ stays open', () => {
    const reading = readCsv(csvWith((text) => text.replace('3119', '3191')));
    expect(reading.cells[total].state).toBe('absent');
    expect(reading.problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('（3119、3191），无法确定'),
    );
  });
});
