import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AnyDraft, checkReport, definePack, defineRule, type RulePack } from '../src/index.ts';
import {
  type CheckAllOptions,
  checkAll,
  indexReports,
  type LineResult,
  type LineSource,
} from '../src/many/index.ts';
import { arbitraryDraft, arbitraryReport, arbitraryReportOn } from './arbitrary-report.ts';
import { cases } from './random-inputs.ts';
import { lastYear, sample, sampleWith } from './sample.ts';
import { buildWorker } from './worker-file.ts';

let workerFile: URL;
beforeAll(async () => {
  const worker = await buildWorker();
  workerFile = worker.file;
  return worker.remove;
});

/** The day of all checks; none of these reports has a waiver that ends. */
const today = '2025-06-01';

async function all(source: LineSource, options: CheckAllOptions = {}): Promise<LineResult[]> {
  const results: LineResult[] = [];
  for await (const line of checkAll(source, { today, ...options })) results.push(line);
  return results;
}

const text = (...lines: (object | string)[]) =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ogi-many-')), name);
  await writeFile(path, content);
  return path;
}

/** Reports of many agencies; every tenth has a wrong total. */
const reports = (count: number): AnyDraft[] =>
  Array.from({ length: count }, (_, at) => {
    const report = at % 10 === 9 ? sampleWith({ 'disputes.reconsideration.total': at }) : sample();
    return { ...report, agency: { ...report.agency, name: `第${at + 1}号人民政府` } };
  });

const codes = (results: readonly LineResult[]) =>
  results.map((line) => [line.line, line.ok ? line.result.verdict : line.problems[0]?.code]);

describe('checkAll gives for each line what checkReport gives', () => {
  const wrong = sampleWith({ 'applications.newlyReceived.total': 3191 });
  const blank = sampleWith({ 'applications.granted.total': null });

  test('with its number, agency and year', async () => {
    const [first, second, third] = await all([text(sample(), wrong, blank)]);
    const { name: agency } = sample().agency;
    const common = { ok: true, agency, year: 2024, compared: false, ambiguous: false };
    expect(first).toEqual({ ...common, line: 1, result: checkReport(sample(), { today }) });
    expect(second).toEqual({ ...common, line: 2, result: checkReport(wrong, { today }) });
    expect(third).toEqual({ ...common, line: 3, result: checkReport(blank, { today }) });
  });

  test('with the language, families, packs and waivers asked for', async () => {
    const options = {
      locale: 'en',
      families: ['arithmetic'],
      waivers: [{ rule: 'T3-01', reason: 'explained' }],
      today,
    } as const;
    const pack = { id: 'x', name: { 'zh-CN': '某省', en: 'x' }, severities: { 'T2-02': 'error' } } as const;
    const [line] = await all([text(wrong)], { ...options, packs: [pack] });
    expect(line).toMatchObject({ result: checkReport(wrong, { ...options, packs: [pack] }) });
  });

  test('for reports and drafts on every edition, at random, in this thread and in two', async () => {
    const report = fc.oneof(arbitraryReport, arbitraryDraft, arbitraryReportOn('2019'));
    const lists = fc.sample(fc.array(report, { minLength: 5, maxLength: 12 }), {
      numRuns: cases(6),
      seed: 6,
    });
    for (const list of lists) {
      const plain: AnyDraft[] = list.map((one) => JSON.parse(JSON.stringify(one)));
      const results = await all([text(...plain)]);
      expect(results.map((line) => line.ok && line.result)).toEqual(
        plain.map((one) => checkReport(one, { today })),
      );
      expect(await all([text(...plain)], { jobs: 2, workerFile })).toEqual(results);
    }
  });
});

describe('a source', () => {
  const lines = text(...reports(40));
  const bytes = new TextEncoder().encode(lines);
  const pieces = (size: number) =>
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
  const expected = all([lines]);

  test.each<[string, () => Promise<LineSource> | LineSource]>([
    ['a file by its path', () => fileOf('reports.ndjson', lines)],
    ['a file by its URL', async () => pathToFileURL(await fileOf('reports.ndjson', lines))],
    ['a stream of Node.js', () => Readable.from(pieces(5000))],
    ['a stream of the web', () => new Response(lines).body ?? []],
    ['a stream of the web that cannot be iterated over', () => webStream(pieces(7000))],
    ['pieces of 1 kB, which break characters apart', () => pieces(1021)],
    ['one piece', () => [bytes]],
    ['text', () => [lines.slice(0, 1000), lines.slice(1000)]],
    ['lines that end in CRLF', () => [`${lines.replaceAll('\n', '\r\n')}\r\n`]],
    ['a source that uses its memory again', () => reusing(pieces(4096))],
  ])('may be %s', async (_, source) => {
    expect(await all(await source())).toEqual(await expected);
    expect(await all(await source(), { jobs: 2, workerFile })).toEqual(await expected);
  });

  test('of text may break a character beyond the basic plane apart', async () => {
    const report = { ...sample(), agency: { ...sample().agency, name: '𠮷县人民政府' } };
    const line = JSON.stringify(report);
    const half = line.indexOf('𠮷') + 1;
    expect(await all([line.slice(0, half), line.slice(half)])).toMatchObject([{ agency: '𠮷县人民政府' }]);
    expect(await all(['"\uD842'])).toMatchObject([{ problems: [{ code: 'not-json' }] }]);
  });

  test('that is a file that is not there is reported while iterating, not as data', async () => {
    await expect(all('/nowhere/reports.ndjson')).rejects.toThrow('ENOENT');
  });

  test('that fails is reported after what came before', async () => {
    async function* failing() {
      yield `${JSON.stringify(sample())}\n`;
      throw new Error('the line went dead');
    }
    const results = checkAll(failing());
    expect((await results.next()).value).toMatchObject({ line: 1, ok: true });
    await expect(results.next()).rejects.toThrow('the line went dead');
  });

  function webStream(chunks: Uint8Array[]): LineSource {
    const left = [...chunks];
    return {
      getReader: () => ({
        read: async () => ({ done: left.length === 0, value: left.shift() }),
        cancel: async () => {},
      }),
    };
  }

  async function* reusing(chunks: Uint8Array[]) {
    const memory = new Uint8Array(4096);
    for (const chunk of chunks) {
      memory.set(chunk);
      yield memory.subarray(0, chunk.length);
    }
  }
});

describe('a line that is no report is reported with its number, and the next is checked', () => {
  const good = JSON.stringify(sample());
  const utf8 = (line: string) => new TextEncoder().encode(line);
  const BREAK = Uint8Array.of(0x0a);

  test.each<[string, Uint8Array, string | undefined]>([
    ['no JSON', utf8('{"form":'), 'not-json'],
    ['two values', utf8('{} {}'), 'not-json'],
    ['a list', utf8('[]'), 'other-shape'],
    ['null', utf8('null'), 'blank'],
    ['an empty object', utf8('{}'), 'missing'],
    ['an unknown edition', utf8('{"form":"2017"}'), 'unsupported-form'],
    ['a figure below 0', utf8(good.replace(/"issued":\d+/, '"issued":-1')), 'negative'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0xd6, 0xd0, 0x7d), 'not-utf8'],
    ['half a character', utf8('{"a":"中').slice(0, -1), 'not-utf8'],
    ['NUL bytes', new Uint8Array(40), 'not-json'],
    ['100,000 brackets', utf8('['.repeat(100_000)), 'not-json'],
    ['100,000 objects in one another', utf8(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`), 'missing'],
    ['a key that is __proto__', utf8(good.replace('{', '{"__proto__":{"x":1},')), 'unknown-key'],
    ['longer than allowed', utf8(`${good}${' '.repeat(300_000)}`), 'too-long'],
    ['a byte order mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), undefined],
    ['empty', utf8(''), undefined],
    ['blanks', utf8(' \t \r'), undefined],
  ])('%s', async (_, line, code) => {
    const source = () => [utf8(good), BREAK, line, BREAK, utf8(good)];
    for (const jobs of [1, 2]) {
      const lines = checkAll(source(), {
        jobs,
        workerFile,
        longestLine: 1_200_000,
        ...(code === 'too-long' ? { longestLine: 100_000 } : {}),
      });
      const results: LineResult[] = [];
      for await (const result of lines) results.push(result);
      expect(codes(results)).toEqual([[1, 'pass'], ...(code === undefined ? [] : [[2, code]]), [3, 'pass']]);
      const unreadable = code === undefined ? 0 : 1;
      expect(lines.summary).toMatchObject({ lines: 3, blank: 1 - unreadable, unreadable, pass: 2 });
    }
  });

  describe('one value printed over many lines is reported once, and no more of it is read', () => {
    const report = JSON.stringify(sample(), null, 2);
    const list = `[\n${good},\n${good}\n]\n`;

    test.each([
      ['a report', report, '这是一份分多行书写的报告（JSON），不是每行一份报告的文件'],
      [
        'a report after a byte order mark and a blank line',
        `\uFEFF\r\n${report.replaceAll('\n', '\r\n')}`,
        '这是一份分多行书写的报告',
      ],
      ['a list of reports', JSON.stringify([sample(), sample()], null, '\t'), '这是分多行书写的列表'],
      ['a list with a report a line', list, '这是分多行书写的列表'],
    ])('such as %s', async (_, text, message) => {
      for (const jobs of [1, 2]) {
        for (const source of [[text], text.slice(0, 3_000).split(/(?<=\n)/u), [...text.slice(0, 500)]]) {
          const lines = checkAll(source, { jobs, workerFile });
          const results: LineResult[] = [];
          for await (const result of lines) results.push(result);
          expect(codes(results)).toEqual([[1, 'one-value']]);
          expect(results[0]?.ok === false && results[0].problems[0]?.message).toContain(message);
          expect(lines.summary).toMatchObject({ lines: 1, unreadable: 1 });
        }
      }
    });

    test.each([
      ['one report a line', `${good}\n${good}`],
      ['a line that broke off before good ones', `{\n${good}\n${good}`],
      ['a bracket alone', '{'],
      ['a bracket and blank lines', '{\n\n \n'],
    ])('but not %s', async (_, text) => {
      for (const source of [[text], [...text]])
        for (const line of await all(source)) expect(codes([line])[0]?.[1]).not.toBe('one-value');
      expect(codes(await all([text])).filter(([, code]) => code === 'pass')).toHaveLength(
        text.split(good).length - 1,
      );
    });

    test('nor is a line waited for that comes later', async () => {
      async function* slow() {
        yield `${good}\n`;
        await new Promise(() => {});
      }
      const lines = checkAll(slow());
      expect((await lines.next()).value).toMatchObject({ line: 1, ok: true });
    });
  });

  test('a byte order mark before a report is no fault, at the beginning and where files were joined', async () => {
    expect(codes(await all([`\uFEFF${good}\n\uFEFF${good}`]))).toEqual([
      [1, 'pass'],
      [2, 'pass'],
    ]);
  });

  test('a last line without a line break counts, and a last line break does not', async () => {
    for (const end of ['', '\n', '\r\n']) {
      const lines = checkAll([`${good}\n${good}${end}`]);
      for await (const _ of lines);
      expect(lines.summary).toMatchObject({ lines: 2, blank: 0, pass: 2 });
    }
  });

  test('a line is allowed to be exactly as long as is allowed', async () => {
    const longestLine = utf8(good).length;
    expect(codes(await all([`${good}\n${good} `], { longestLine }))).toEqual([
      [1, 'pass'],
      [2, 'too-long'],
    ]);
  });

  test('the problems say what to do, in the language asked for', async () => {
    const source = [Uint8Array.of(0xff, 0x0a), '\u0001{\n', 'x'.repeat(90)];
    const messages = async (locale: 'zh-CN' | 'en') =>
      (await all(source, { locale, longestLine: 50 })).map((line) => !line.ok && line.problems[0]?.message);
    expect(await messages('en')).toEqual([
      'the line is not UTF-8; save the file as UTF-8',
      expect.stringMatching(/^the line is not valid JSON \(.*\); each line has to be one whole report$/),
      'the line has 90 bytes, more than the 50 that are allowed, and was not read; a line is one report; see whether a line break is missing',
    ]);
    expect(await messages('zh-CN')).toEqual([
      '这一行不是 UTF-8 编码；请把文件另存为 UTF-8',
      expect.stringMatching(/^这一行不是有效的 JSON（.*）；每行应当是一份完整的报告$/),
      '这一行有 90 字节，超过 50 字节的上限，没有读取；一行应当只有一份报告，请检查是否缺少换行',
    ]);
    expect((await messages('en')).join('')).not.toMatch(/\p{Cc}/u);
  });

  const byte = fc.oneof(fc.constantFrom(0x0a, 0x0d, 0x20, 0x7b, 0x7d, 0x22), fc.nat(255));

  test('random bytes never stop the work, and every line is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(byte, { maxLength: 60 }).map(Uint8Array.from.bind(Uint8Array)), { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (chunks, longestLine) => {
          const whole = Buffer.concat(chunks);
          fc.pre(!['feff', 'fffe', '7b00', '007b'].includes(whole.toString('hex', 0, 2))); // UTF-16
          fc.pre(!/^\s*\{\s*\n\s*"/.test(whole.toString('latin1'))); // one value over many lines
          const lines = checkAll(chunks, { longestLine });
          for await (const line of lines) expect(line.ok).toBe(false);
          const breaks = whole.filter((byte) => byte === 0x0a).length;
          const unended = whole.length > 0 && whole.at(-1) !== 0x0a ? 1 : 0;
          expect(lines.summary.lines).toBe(breaks + unended);
          expect(lines.summary.blank + lines.summary.unreadable).toBe(lines.summary.lines);
        },
      ),
      { numRuns: cases(300) },
    );
  });
});

describe('no more is read than is asked for', () => {
  const line = `${JSON.stringify(sample())}\n`;

  /** A source without end that counts what is taken from it. */
  function endless() {
    const source = {
      taken: 0,
      isClosed: false,
      async *[Symbol.asyncIterator]() {
        try {
          for (;;) {
            source.taken += 1;
            yield line;
          }
        } finally {
          source.isClosed = true;
        }
      },
    };
    return source;
  }

  test('nothing before the first result, and one piece for each after it', async () => {
    const source = endless();
    const lines = checkAll(source);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(source.taken).toBe(0);
    for (const taken of [1, 2, 3]) {
      await lines.next();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(source.taken).toBe(taken);
    }
    await lines.return?.();
    expect(source.isClosed).toBe(true);
  });

  test('with threads, two batches for each, however slow the consumer is', async () => {
    const source = endless();
    const jobs = 2;
    const lines = checkAll(source, { jobs, workerFile });
    await lines.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const linesABatch = Math.floor((256 * 1024) / Buffer.byteLength(line));
    const most = (2 * jobs + 1) * (linesABatch + 1);
    expect(source.taken).toBeLessThanOrEqual(most);
    for (let given = 1; given < 4 * linesABatch; given += 1) await lines.next();
    expect(source.taken).toBeLessThanOrEqual(most + 4 * linesABatch);
    await lines.return?.();
    expect(source.isClosed).toBe(true);
  });

  test('a line without end is passed over without being kept', async () => {
    const piece = new Uint8Array(1_000_000).fill(0x61);
    async function* source() {
      yield line;
      for (let at = 0; at < 400; at += 1) yield piece;
      yield `\n${line}`;
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const results: LineResult[] = [];
    for await (const result of checkAll(source(), {
      onProgress: () => {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      },
    }))
      results.push(result);
    expect(codes(results)).toEqual([
      [1, 'pass'],
      [2, 'too-long'],
      [3, 'pass'],
    ]);
    expect(results[1]).toMatchObject({ problems: [{ message: expect.stringContaining('400000000') }] });
    expect(most).toBeLessThan(100_000_000);
  });

  const pieces = cases(100_000);
  test(`${pieces} pieces of one byte are put together in linear time`, async () => {
    function* bytes() {
      for (let at = 0; at < pieces; at += 1) yield Uint8Array.of(at % 10 === 9 ? 0x0a : 0x20);
    }
    for (const options of [{}, { jobs: 2, workerFile }]) {
      const lines = checkAll(bytes(), options);
      for await (const _ of lines);
      expect(lines.summary).toMatchObject({ lines: pieces / 10, blank: pieces / 10 });
    }
  });

  const short = cases(50_000);
  test(`${short} very short lines come in small batches`, async () => {
    const sizes: number[] = [];
    let last = 0;
    const lines = checkAll(['{}\n'.repeat(short)], {
      onProgress: ({ lines }) => {
        sizes.push(lines - last);
        last = lines;
      },
    });
    for await (const _ of lines);
    expect(lines.summary.unreadable).toBe(short);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(256);
  });
});

describe('a signal stops the work', () => {
  const reason = new Error('no longer wanted');
  const line = `${JSON.stringify(sample())}\n`;

  test('before it begins', async () => {
    await expect(all(['{}'], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test.each([1, 2])('between lines, with %i threads', async (jobs) => {
    const stopping = new AbortController();
    let given = 0;
    const work = async () => {
      for await (const _ of checkAll([line.repeat(300)], { jobs, workerFile, signal: stopping.signal })) {
        given += 1;
        if (given === 5) stopping.abort(reason);
      }
    };
    await expect(work()).rejects.toBe(reason);
    expect(given).toBe(5);
  });

  test('while the source keeps one waiting, which is closed', async () => {
    const stopping = new AbortController();
    const source = new Readable({ read() {} });
    source.push(line);
    const lines = checkAll(source, { signal: stopping.signal });
    await lines.next();
    const next = lines.next();
    stopping.abort(reason);
    await expect(next).rejects.toBe(reason);
    expect(source.destroyed).toBe(true);
  });

  test('and other work of the program goes on between batches', async () => {
    let isOver = false;
    setImmediate(() => {
      isOver = true;
    });
    for await (const _ of checkAll(Array.from({ length: 20 }, () => line)));
    expect(isOver).toBe(true);
  });
});

describe('worker threads', () => {
  const bomb = (what: string) => `
    const rule = (verdict) => ({
      id: 'XX-01', family: 'plausibility', scope: 'table3', severity: 'warning', since: 2021,
      text: { 'zh-CN': '某规则', en: 'a rule' },
      authority: { kind: 'guidance', citation: { 'zh-CN': '某通知', en: 'a notice' } },
      instances: [{ reads: [], check: ({ report }) => {
        if (report.agency.name === '第50号人民政府') { ${what} }
        return [{ verdict: 'broken', cells: [], message: () => report.agency.name }];
      } }],
    });
    export default { id: 'bomb', name: { 'zh-CN': '某省', en: 'x' }, rules: [rule()] };`;
  const packOf = async (what: string) => pathToFileURL(await fileOf('pack.mjs', bomb(what)));

  test('take packs from modules, and so does this thread', async () => {
    const packs = [await packOf('')];
    const source = [text(...reports(30))];
    const results = await all(source, { packs });
    expect(
      results.every((line) => line.ok && line.result.findings.some(({ rule }) => rule === 'XX-01')),
    ).toBe(true);
    expect(await all(source, { packs, jobs: 2, workerFile })).toEqual(results);
  });

  test('take packs from JSON', async () => {
    const pack = { id: 'x', name: '某省', severities: { 'PUB-03': 'error' } };
    const packs = [pathToFileURL(await fileOf('pack.json', JSON.stringify(pack)))];
    const late = { ...sample(), publishedOn: '2026-01-01' };
    for (const jobs of [1, 2])
      expect(codes(await all([text(late)], { packs, jobs, workerFile }))).toEqual([[1, 'fail']]);
  });

  test('that fail on a line say so for that line, as this thread does', async () => {
    const packs = [await packOf('throw new Error("the rule is broken");')];
    for (const jobs of [1, 2]) {
      const results = await all([text(...reports(90))], { packs, jobs, workerFile, locale: 'en' });
      expect(results).toHaveLength(90);
      const failed = results.flatMap((line) => (line.ok && line.result.failedRules.length > 0 ? [line] : []));
      expect(failed.map(({ line, result }) => [line, result.verdict, result.failedRules])).toEqual([
        [
          50,
          'fail',
          [
            {
              pack: 'bomb',
              rule: 'XX-01',
              message:
                'rule XX-01 of the pack “bomb” failed and was not checked: the rule is broken; whoever wrote it has to correct it',
            },
          ],
        ],
      ]);
    }
  });

  test('that die lose the batch they were checking, which is reported, and no other', async () => {
    const packs = [await packOf('process.exit(3)')];
    const results = await all([text(...reports(400))], { packs, jobs: 2, workerFile, locale: 'en' });
    expect(results.map(({ line }) => line)).toEqual(Array.from({ length: 400 }, (_, at) => at + 1));
    const lost = results.filter((line) => !line.ok);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThan(50);
    expect(lost.some(({ line }) => line === 50)).toBe(true);
    for (const line of lost)
      expect(line).toMatchObject({
        problems: [
          {
            code: 'not-checked',
            message:
              'the worker thread that had this batch stopped (exit 3), so the line was not checked; check the batch by itself, or with one thread only',
          },
        ],
      });
    const numbers = lost.map(({ line }) => line);
    expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
  });

  test('that die of an error after a batch lose at most the next, and tell the error', async () => {
    const packs = [await packOf('setImmediate(() => { throw new Error("out of order"); })')];
    const results = await all([text(...reports(400))], { packs, jobs: 2, workerFile });
    expect(results.map(({ line }) => line)).toEqual(Array.from({ length: 400 }, (_, at) => at + 1));
    const lost = results.filter((line) => !line.ok);
    expect(lost.length).toBeLessThan(50);
    for (const line of lost)
      expect(line).toMatchObject({ problems: [{ message: expect.stringContaining('（out of order）') }] });
  });

  test('that cannot start end the work with what to do', async () => {
    const missing = all(['{}'], { jobs: 2, workerFile: pathToFileURL('/nowhere/many-worker.js') });
    await expect(missing).rejects.toThrow(/^A worker thread cannot be started: .*\/nowhere.*`workerFile`/);
    const packs = [pathToFileURL('/nowhere/pack.js')];
    await expect(all(['{}'], { packs, jobs: 2, workerFile })).rejects.toThrow(/pack\.js cannot be used/);
    await expect(all(['{}'], { packs })).rejects.toThrow(
      /^The pack file:\/\/\/nowhere\/pack\.js cannot be used/,
    );
  });

  test('are no longer there once the work has ended, or is left', async () => {
    const source = () => [text(...reports(100))];
    const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
    const before = threads();
    await all(source(), { jobs: 2, workerFile });
    for await (const _ of checkAll(source(), { jobs: 2, workerFile })) break;
    expect(threads()).toBe(before);
  });
});

describe('options that contradict each other are refused at once, with the cure', () => {
  const rule = defineRule({
    id: 'XX-01',
    family: 'plausibility',
    scope: 'table3',
    severity: 'warning',
    text: { 'zh-CN': '某规则', en: 'a rule' },
    authority: { kind: 'guidance', citation: { 'zh-CN': '某通知', en: 'a notice' } },
    relations: [
      {
        left: ['applications.carriedForward.total'],
        is: 'at-most',
        right: ['applications.carriedOver.total'],
      },
    ],
  });
  const pack: RulePack = definePack({ id: 'x', name: { 'zh-CN': '某省', en: 'x' }, rules: [rule] });

  test.each<[string, CheckAllOptions, RegExp]>([
    ['a pack with rules for threads', { jobs: 2, packs: [pack] }, /URL of a module.*or use `jobs: 1`/],
    ['a function for threads', { jobs: 2, previous: lastYear }, /`indexReports`, or `jobs: 1`/],
    ['no thread', { jobs: 0 }, /`jobs` is 0/],
    ['half a thread', { jobs: 1.5 }, /`jobs` is 1.5/],
    ['lines of no length', { longestLine: 0 }, /`longestLine` is 0/],
  ])('%s', (_, options, message) => {
    expect(() => checkAll(['{}'], options)).toThrow(message);
  });

  test('while this thread takes the same pack', async () => {
    expect(await all([text(sample())], { packs: [pack] })).toMatchObject([
      { result: { findings: [{ rule: 'XX-01' }] } },
    ]);
  });
});

describe('last year', () => {
  const before = lastYear();
  const broken = { ...sample(), agency: { ...sample().agency } };
  broken.tables.applications.carriedOver.total = 33;

  test('may be given by a function', async () => {
    const [line] = await all([text(broken)], { previous: () => before });
    expect(line).toMatchObject({ compared: true, result: checkReport(broken, { previous: before, today }) });
    expect(await all([text(broken)], { previous: () => sample() })).toMatchObject([{ compared: false }]);
  });

  test('may be a file, in any order, of any years, for any number of threads', async () => {
    const many = reports(25);
    const earlier = many.map((report) => ({ ...before, agency: report.agency }));
    const file = await fileOf('2023.ndjson', text(...earlier.toReversed(), ...many));
    const previous = await indexReports(file);
    expect(previous).toMatchObject({ reports: 50, unreadable: 0 });
    expect(previous.entries.byteLength).toBe(50 * 24);
    const expected = many.map((report, at) =>
      checkReport(report, { previous: earlier[at] as AnyDraft, today }),
    );
    for (const jobs of [1, 2]) {
      const lines = checkAll([text(...many)], { previous, jobs, workerFile, today });
      const results: LineResult[] = [];
      for await (const line of lines) results.push(line);
      expect(results.map((line) => line.ok && line.result)).toEqual(expected);
      expect(lines.summary.compared).toBe(25);
    }
  });

  test('is of the same agency, not of one that has the same name', async () => {
    const { agency } = sample();
    const of = (facts: object, scope: 'agency' | 'territory' = 'territory') => ({
      ...before,
      scope,
      agency: { ...agency, ...facts },
    });
    const compared = async (lines: object[], facts: object = {}) => {
      const previous = await indexReports(await fileOf('2023.ndjson', text(...lines)));
      const report = { ...sample(), scope: 'territory', agency: { ...agency, ...facts } };
      const [line] = await all([text(report)], { previous });
      return line?.ok && (line.ambiguous ? 'several' : line.compared);
    };
    const [here, there] = [{ divisionCode: '320800' }, { divisionCode: '321300' }];
    expect(await compared([of({})])).toBe(true);
    expect(await compared([of({}, 'agency')])).toBe(false);
    expect(await compared([of({}, 'agency'), of({})])).toBe(true);
    expect(await compared([of({}), of({})])).toBe(true); // the same report twice
    expect(await compared([of({}), { ...of({}), publishedOn: '2024-01-30' }])).toBe('several');
    expect(await compared([of(there)], here)).toBe(false);
    expect(await compared([of(there), of(here)], here)).toBe(true);
    expect(await compared([of({ name: '别处' })])).toBe(false);
    expect(await compared([of({}), { ...of({}), year: 2022 }])).toBe(true);
  });

  test('tells which of its lines cannot be used', async () => {
    const nameless = { ...before, agency: { ...before.agency, name: null } };
    const file = await fileOf('2023.ndjson', `${text(before, '{', '', nameless)}\n${'x'.repeat(90_000)}`);
    const reported: unknown[] = [];
    const index = await indexReports(pathToFileURL(file), {
      longestLine: 80_000,
      onUnreadable: ({ line, problems: [problem] }) => reported.push([line, problem?.code]),
    });
    expect(index).toMatchObject({ reports: 1, unreadable: 3 });
    expect(reported).toEqual([
      [2, 'not-json'],
      [4, 'missing'],
      [5, 'too-long'],
    ]);
    expect(await all([text(sample(), { ...sample(), year: null })], { previous: index })).toMatchObject([
      { compared: true },
      { compared: false },
    ]);
  });

  test('must not change meanwhile', async () => {
    const file = await fileOf('2023.ndjson', text(before));
    const previous = await indexReports(file);
    await writeFile(file, 'x'.repeat(20_000));
    expect(await all([text(sample())], { previous, locale: 'en' })).toMatchObject([
      {
        problems: [
          { code: 'not-checked', message: expect.stringContaining('has changed since it was indexed') },
        ],
      },
    ]);
  });
});

test('the summary counts verdicts, lines and rules, so far and at the end', async () => {
  const wrong = sampleWith({ 'applications.newlyReceived.total': 3191 });
  const blank = sampleWith({ 'applications.granted.total': null });
  const source = [text(sample(), '', wrong, '{', blank, wrong, '')];
  const lines = checkAll(source, {
    waivers: [{ rule: 'T3-03', reason: 'explained' }],
    families: ['arithmetic'],
  });
  expect(lines.summary).toEqual({
    lines: 0,
    blank: 0,
    pass: 0,
    fail: 0,
    incomplete: 0,
    unreadable: 0,
    compared: 0,
    ambiguous: 0,
    rules: {},
  });
  await lines.next();
  await lines.next();
  expect(lines.summary).toMatchObject({ lines: 3, blank: 1, pass: 1, fail: 1 });
  for await (const _ of lines);
  expect(lines.summary).toEqual({
    lines: 6,
    blank: 1,
    pass: 1,
    fail: 2,
    incomplete: 1,
    unreadable: 1,
    compared: 0,
    ambiguous: 0,
    rules: {
      'T3-01': { severity: 'error', reports: 2, findings: 2, waived: 0 },
      'T3-03': { severity: 'error', reports: 0, findings: 0, waived: 2 },
    },
  });
});

test('progress tells lines and bytes, and of a file how many there are', async () => {
  const content = `${text(...reports(80))}\n`;
  const totalBytes = Buffer.byteLength(content);
  const file = await fileOf('reports.ndjson', content);
  const reported: unknown[] = [];
  await all(file, { onProgress: (progress) => reported.push(progress) });
  expect(reported.length).toBeGreaterThan(1);
  expect(reported.at(-1)).toEqual({ lines: 80, bytes: totalBytes, totalBytes });
});
