import { describe, expect, test } from 'vitest';
import { compareReports, compareResults } from '../src/compare/index.ts';
import { readHtml } from '../src/formats/html/index.ts';
import { renderHtml } from '../src/formats/html/write.ts';
import {
  type AnyDraft,
  alignFigures,
  checkReport,
  completeTotals,
  documentOf,
  figureAt,
  figuresOf,
  fromRow,
  LocalizedError,
  parsePack,
  parseReport,
  readReport,
  renderReport,
  startChecking,
  toLongRows,
  toRow,
} from '../src/index.ts';
import { checkAll, checkFiles, parseAgencyList } from '../src/many/index.ts';
import {
  renderReturnNotice,
  resultCsv,
  resultHtml,
  resultJson,
  resultMarkdown,
  resultSarif,
  resultText,
  resultWorkbook,
} from '../src/results/index.ts';
import { lastYear, put, sample } from './sample.ts';

/** What a program may pass where nothing checks its types. */
type Wrong = never;

/** The message of what a call throws or rejects with. */
async function refusal(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    const [message] = [String((error as Error).message)];
    // what the engine itself says of a value it stumbled over is no answer
    expect(message).not.toMatch(/undefined \(reading|is not a function|is not iterable|Cannot convert/u);
    return message;
  }
  return 'nothing was refused';
}

const reading = () => readReport(JSON.stringify(lastYear()));

describe('the check refuses options that it would not understand, in words', () => {
  test.each<[what: string, options: () => unknown, message: string]>([
    ['a language there is not', () => ({ locale: 'fr' }), "`locale` is 'fr'. Give 'zh-CN' or 'en'"],
    ['an option there is not', () => ({ famlies: ['cells'] }), 'checkReport has no option `famlies`'],
    ['no options', () => null, 'The options of checkReport are null'],
    ['a reading as last year’s report', reading, 'this is a reading. Give its `draft`.'],
    [
      'a result of parsing as last year’s report',
      () => parseReport(lastYear()),
      'this is what a parser gave. Give its `value`',
    ],
    [
      'an empty object as last year’s report',
      () => ({}),
      'this is an object that is not a report. Turn JSON',
    ],
    ['a list as last year’s report', () => [lastYear()], 'this is a list.'],
    ['null as last year’s report', () => null, 'this is null.'],
    ['a sibling that is none', () => ({ siblings: [{}] }), 'can be compared as a sibling'],
    ['siblings that are no list', () => ({ siblings: sample() }), '`siblings` is an object. Give a list of'],
    ['a locked cell there is not', () => ({ locked: ['a.b.c'] }), "`locked` names 'a.b.c', which is no cell"],
    ['weights by no cell', () => ({ weights: { x: 1 } }), "`weights` names 'x', which is no cell"],
    [
      'a weight below 0',
      () => ({ weights: { 'applications.granted.total': -1 } }),
      'the weight -1. Give a number above 0',
    ],
    ['a family in place of a list', () => ({ families: 'cells' }), "`families` is 'cells'. Give a list"],
    ['packs that are no list', () => ({ packs: {} }), '`packs` is an object. Give a list of packs'],
    ['a day that is none', () => ({ today: 'tomorrow' }), "`today` is 'tomorrow'. Give a day as YYYY-MM-DD"],
    [
      'waivers that end on no day',
      () => ({ waivers: [{ rule: 'T3-01', reason: 'x', expires: 'tomorrow' }] }),
      'waivers.0.expires: found “tomorrow”; YYYY-MM-DD was expected',
    ],
    [
      'waivers that end on a day no calendar has',
      () => ({ waivers: [{ rule: 'T3-01', reason: 'x', expires: '2025-02-30' }] }),
      'waivers.0.expires: there is no day 2025-02-30',
    ],
    [
      'waivers without a reason',
      () => ({ waivers: [{ rule: 'T3-03' }] }),
      'waivers.0.reason: missing; at least one character was expected',
    ],
    [
      'waivers for an empty reason',
      () => ({ waivers: [{ rule: 'T3-01', reason: '' }] }),
      'waivers.0.reason: found “”; at least one character was expected',
    ],
    [
      'waivers with a cell in place of a list',
      () => ({ waivers: [{ rule: 'T3-01', reason: 'x', cells: 'applications.granted.total' }] }),
      'waivers.0.cells: found “applications.granted.total”; a list of names of cells',
    ],
    [
      'waivers with a key there is not',
      () => ({ waivers: [{ rule: 'T3-01', reason: 'x', until: '2030-01-01' }] }),
      'waivers.0.until: there is no item named “until”',
    ],
    ['a waiver that is null', () => ({ waivers: [null] }), 'waivers.0: found “null”; an object {…}'],
    ['waivers that are no list', () => ({ waivers: {} }), 'waivers: found “{…}”; a list […] was expected'],
  ])('%s', async (what, options, message) => {
    const given = await options();
    const all = (what.includes('last year') ? { previous: given } : given) as Wrong;
    expect(await refusal(() => checkReport(sample(), all))).toContain(message);
    expect(await refusal(() => startChecking(sample(), all))).toContain(message);
  });

  test('of waivers, which people write, in both languages', () => {
    const waivers = [{ rule: 'T3-03', reason: '', expires: '2025-02-30' }];
    const check = () => checkReport(sample(), { waivers });
    expect(check).toThrow(LocalizedError);
    expect(() => check()).toThrow(
      expect.objectContaining({
        messages: expect.objectContaining({ 'zh-CN': expect.stringContaining('waivers.0.reason：') }),
      }),
    );
  });

  test('an option that is undefined is left out', () => {
    const options = { locale: undefined, previous: undefined, waivers: undefined, other: undefined };
    expect(checkReport(sample(), options)).toEqual(checkReport(sample()));
  });

  test('what is given to be checked is named', async () => {
    const check = (given: unknown) => refusal(() => checkReport(given as AnyDraft));
    expect(await check(parseReport(sample()))).toContain('this is what a parser gave. Give its `value`');
    expect(await check(reading())).toContain('this is a promise. Await it.');
  });
});

describe('readers say what they were given', () => {
  test.each<[what: string, given: unknown, options: object | undefined, message: string]>([
    ['nothing', undefined, {}, 'this is a value of type undefined. Read the file first'],
    ['a promise', Promise.resolve('x'), {}, 'this is a promise. Await it.'],
    ['a blob', new Blob(['x']), {}, 'Of a Blob, a File or a Response give `await blob.arrayBuffer()`'],
    ['a response', new Response('x'), {}, 'give `await blob.arrayBuffer()`'],
    ['an address', new URL('file:///report.docx'), {}, 'Read the file first: `await readFile(url)`'],
    ['a stream', new Response('x').body, {}, 'Of a stream give all its bytes'],
    ['a number', 5, {}, 'this is 5.'],
    ['a language there is not', 'x', { locale: 'fr' }, "`locale` is 'fr'. Give 'zh-CN' or 'en'"],
    ['an edition there is not', 'x', { edition: '2022' }, "is '2022'. Give '2019' or '2021' or 'any'"],
    [
      'blanks taken for what there is not',
      'x',
      { blanks: 'Zero' },
      "`blanks` is 'Zero'. Give 'keep' or 'zero'",
    ],
    ['no limit', 'x', { maxBytes: Number.NaN }, '`maxBytes` is NaN. Give a number above 0'],
    ['a limit in words', 'x', { maxRatio: '5' }, "`maxRatio` is '5'. Give a number above 0"],
    ['readers that are no list', 'x', { readers: {} }, '`readers` is an object. Give a list of readers'],
  ])('%s', async (_, given, options, message) => {
    expect(await refusal(() => readReport(given as string, options as Wrong))).toContain(message);
  });

  test('a reader of one format refuses the same options', async () => {
    const page = renderHtml(sample());
    const read = (options: object) => refusal(() => readHtml(page, options));
    expect(await read({ blanks: 'Zero' })).toContain("`blanks` is 'Zero'");
    expect(await read({ locale: 'fr' })).toContain("`locale` is 'fr'");
  });

  test.each(['report.docx', '/home/某/2024 年报.PDF', 'https://www.example.gov.cn/2024/report.html'])(
    'a text that is a path is told from the text of a report: %s',
    async (path) => {
      const { status, problems } = await readReport(path, { locale: 'en' });
      expect(status).toBe('unreadable');
      expect(problems.map(({ message }) => message)).toEqual([
        `“${path}” looks like the path or address of a file, and is not what is in it; read the file first and give its bytes, such as await readFile(path)`,
      ]);
    },
  );

  test('bytes are read however a program holds them', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(sample()));
    const { buffer } = new Uint8Array([1, 2, ...bytes, 3]);
    for (const given of [bytes.buffer, new DataView(buffer, 2, bytes.length), Buffer.from(bytes)]) {
      const { status, draft } = await readReport(given);
      expect(status).toBe('complete');
      expect(draft).toEqual(sample());
    }
  });
});

describe('what is no report is refused wherever one is taken, with what to do', () => {
  const calls: readonly [name: string, call: (given: AnyDraft) => unknown][] = [
    ['completeTotals', completeTotals],
    ['figuresOf', figuresOf],
    ['alignFigures', (given) => alignFigures(given)],
    ['figureAt', (given) => figureAt(given, 'applications.granted.total')],
    ['toRow', (given) => toRow(given)],
    ['toLongRows', toLongRows],
    ['documentOf', (given) => documentOf(given)],
    ['renderHtml', (given) => renderHtml(given)],
    ['renderReport', (given) => renderReport(given, 'html')],
    ['compareReports, before', (given) => compareReports(given, sample())],
    ['compareReports, after', (given) => compareReports(sample(), given)],
  ];

  test.each(calls)('%s', async (_, call) => {
    const refuse = (given: unknown) => refusal(() => call(given as AnyDraft));
    expect(await refuse({})).toMatch(/^Only a report or a draft can be .* an object that is not a report\./u);
    expect(await refuse(undefined)).toContain('this is a value of type undefined');
    expect(await refuse(await reading())).toContain('this is a reading. Give its `draft`.');
    expect(await refuse(parseReport(sample()))).toContain('Give its `value`');
  });

  test.each<[what: string, figure: unknown, message: string]>([
    ['no number', Number.NaN, 'found NaN, which is not a number'],
    ['without end', Number.POSITIVE_INFINITY, 'found Infinity, which is not a number'],
    ['a text', '<b>3119</b>', 'found the text “<b>3119</b>”'],
  ])('and so is a report with a figure that is %s', async (_, figure, message) => {
    const report = sample();
    put(report, 'applications.granted.total', figure as number);
    for (const call of [
      () => renderReport(report, 'html'),
      () => renderReport(report, 'json'),
      () => renderReport(report, { id: 'x', mediaType: 'text/plain', extension: 'x', render: () => '' }),
      () => documentOf(report),
      () => compareReports(report, sample()),
      () => toRow(report),
    ])
      expect(await refusal(call)).toContain(message);
  });
});

describe('so are options of what is made of reports', () => {
  test.each<[what: string, call: () => unknown, message: string]>([
    [
      'a page in a language',
      () => renderReport(sample(), 'html', { locale: 'fr' as Wrong }),
      "`locale` is 'fr'",
    ],
    [
      'labels',
      () => renderReport(sample(), 'html', { labels: 'en' as Wrong }),
      "Give 'zh-CN' or 'bilingual'",
    ],
    ['a result in a language', () => resultText([], { locale: 'fr' as Wrong }), "`locale` is 'fr'"],
    ...[resultText, resultMarkdown, resultHtml].map((write): [string, () => unknown, string] => [
      `an audience (${write.name})`,
      () => write([], { audience: 'boss' as Wrong }),
      "`audience` is 'boss'. Give 'clerk' or 'reviewer' or 'summary'",
    ]),
    [
      'what is no result',
      () => renderReport(sample(), 'html', { check: {} as Wrong }),
      'The option `check` is an object. Give what checkReport gave.',
    ],
    [
      'a result that is still to come',
      () => renderReport(sample(), 'html', { check: Promise.resolve() as Wrong }),
      'is a promise. Give what checkReport gave, once it is awaited.',
    ],
    ...[resultText, resultMarkdown, resultHtml, resultJson, resultSarif, resultCsv, resultWorkbook].flatMap(
      (write): [string, () => unknown, string][] => [
        [
          `one result in place of a list (${write.name})`,
          () => write(checkReport(sample()) as Wrong),
          'A list of results is needed, and this is an object. Give { name, report, result',
        ],
        [
          `a list of bare results (${write.name})`,
          () => write([checkReport(sample())] as Wrong),
          'A report with the result of its check is needed',
        ],
      ],
    ),
    [
      'a notice of a bare result',
      () => renderReturnNotice(checkReport(sample()) as Wrong),
      'A report with the result of its check is needed',
    ],
    ['results compared', () => compareResults({} as Wrong, {} as Wrong), 'The first result is an object.'],
    ['a pack in a language', () => parsePack({}, { locale: 'fr' as Wrong }), "`locale` is 'fr'"],
    ['no files', () => checkFiles(5 as Wrong, { jobs: 0 }).next(), 'A file to check is 5. Give a path'],
    ['no file', () => checkFiles([{}] as Wrong, { jobs: 0 }).next(), 'A file to check is an object.'],
    ['files of a kind', () => checkFiles('x', { kind: 'zzz' as Wrong }).next(), "`kind` is 'zzz'"],
    ['no lines', () => checkAll(5 as Wrong).next(), 'JSON lines come from a path, a URL or a stream'],
    ['no list of agencies', () => parseAgencyList('名称' as Wrong), 'is read from bytes, and this is'],
    ['no format', () => renderReport(sample(), null as Wrong), 'There is no format “null”'],
    ['a comparison', () => compareReports(sample(), sample(), { locale: 'fr' as Wrong }), "`locale` is 'fr'"],
    [
      'names of a row',
      () => toRow(sample(), { names: 'foo' as Wrong }),
      "Give 'path' or 'column' or 'short'",
    ],
    ['names of columns', () => fromRow({}, { names: 'foo' as Wrong }), "`names` is 'foo'"],
    ['parsing in a language', () => parseReport({}, { locale: 'fr' as Wrong }), "`locale` is 'fr'"],
    ['lines of reports', () => checkAll('x', { famlies: [] } as Wrong).next(), 'no option `famlies`'],
    [
      'last year of lines',
      () => checkAll('x', { previous: sample() as Wrong }).next(),
      'Give an index made by `indexReports`, a function',
    ],
  ])('%s', async (_, call, message) => {
    expect(await refusal(call)).toContain(message);
  });
});
