import { appendFile, mkdir, mkdtemp, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../src/formats/html/index.ts';
import { renderText } from '../src/formats/text/index.ts';
import type { Draft, Report } from '../src/index.ts';
import {
  type CheckFilesOptions,
  checkFiles,
  type FileRow,
  type FileSource,
  parseAgencyList,
} from '../src/many/index.ts';
import { lastYear, sample, sampleWith } from './sample.ts';
import { buildWorker } from './worker-file.ts';

let workerFile: URL;
beforeAll(async () => {
  const worker = await buildWorker();
  workerFile = worker.file;
  return worker.remove;
}, 60_000);

/** A report of an agency of its own. */
const reportOf = (name: string, report: Draft = sample()) => {
  const { title: _, ...untitled } = report;
  return { ...untitled, agency: { ...report.agency, name } } as Report;
};
const json = (name: string, report: Draft = sample()) => JSON.stringify(reportOf(name, report));

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ogi-folder-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** A folder of small reports, a.json to e.json, of 甲局 to 戊局. */
const five = () =>
  folderOf(
    Object.fromEntries([...'甲乙丙丁戊'].map((name, at) => [`${'abcde'[at]}.json`, json(`${name}局`)])),
  );

async function all(files: FileSource | Iterable<FileSource>, options: CheckFilesOptions = {}) {
  const checked = checkFiles(files, { workerFile, ...options });
  const rows: FileRow[] = [];
  for await (const row of checked) rows.push(row);
  return { rows, summary: checked.summary };
}

/** Name and verdict, or why there is none. */
const short = (rows: readonly FileRow[]) =>
  rows.map((row) => [row.name.split('/').at(-1), 'problems' in row ? row.reason : row.result.verdict]);

describe('checkFiles gives a row for every file', () => {
  const files = {
    'b.html': renderHtml(sample()),
    'a.txt': renderText(sampleWith({ 'applications.newlyReceived.total': 3191 })),
    'c.json': json('丙局', sampleWith({ 'applications.granted.total': null })),
    'd.doc': 'not really',
    'e.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    '~$c.docx': '',
    'desktop.ini': '',
  };

  test.each([0, 1, 2])('in the order of their names, whatever they hold, with %i threads', async (jobs) => {
    const folder = await folderOf(files);
    const { rows, summary } = await all(folder, { jobs });
    expect(short(rows)).toEqual([
      ['a.txt', 'fail'],
      ['b.html', 'pass'],
      ['c.json', 'incomplete'],
      ['d.doc', 'unreadable'],
      ['e.png', 'unreadable'],
    ]);
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    expect(summary).toMatchObject({ files: 5, pass: 1, fail: 1, incomplete: 1, unreadable: 2, resumed: 0 });
    expect(summary.rules['T3-01']).toMatchObject({ reports: 1 });
  });

  test('with the places of its cells, which come through a thread as they are', async () => {
    const folder = await folderOf(files);
    const [inThreads, here] = [await all(folder, { jobs: 2 }), await all(folder, { jobs: 0 })];
    expect(inThreads).toEqual(here);
    expect(here.rows[0]).toMatchObject({
      places: { 'applications.newlyReceived.total': { line: expect.any(Number) } },
    });
  });

  test('also for those in memory, those by URL, and those that are not there', async () => {
    const folder = await folderOf(files);
    const sources = [
      { name: '上传.html', bytes: new TextEncoder().encode(files['b.html']) },
      pathToFileURL(join(folder, 'c.json')),
      '/nowhere.docx',
    ];
    expect(short((await all(sources, { jobs: 1 })).rows)).toEqual([
      ['上传.html', 'pass'],
      ['c.json', 'incomplete'],
      ['nowhere.docx', 'not-opened'],
    ]);
  });

  test('looks into the folders of a folder if asked to, and says which it left', async () => {
    const folder = await folderOf({ 'a.json': json('甲局') });
    await mkdir(join(folder, '乙'));
    await writeFile(join(folder, '乙', 'b.json'), json('乙局'));
    const flat = await all(folder, { jobs: 0 });
    expect([short(flat.rows), flat.summary.folders]).toEqual([[['a.json', 'pass']], [join(folder, '乙')]]);
    const deep = await all(folder, { jobs: 0, recursive: true });
    expect([short(deep.rows), deep.summary.folders]).toEqual([
      [
        ['a.json', 'pass'],
        ['b.json', 'pass'],
      ],
      [],
    ]);
  });
});

describe('one bad file or rule never takes the run down:', () => {
  /** A pack whose rule does something to the report of 丙局. */
  const packDoing = async (what: string) =>
    pathToFileURL(
      join(
        await folderOf({
          'pack.mjs': `export default { id: 'x', name: { 'zh-CN': '某市', en: 'a city' }, rules: [{
            id: 'XX-01', family: 'plausibility', scope: 'table3', severity: 'warning', since: 2021,
            text: { 'zh-CN': '某规则', en: 'a rule' },
            authority: { kind: 'guidance', citation: { 'zh-CN': '某通知', en: 'a notice' } },
            instances: [{ reads: [], check: ({ report }) => {
              if (report.agency.name === '丙局') { ${what} }
              return [];
            } }],
          }] };`,
        }),
        'pack.mjs',
      ),
    );

  test('a rule that throws is named in the row of the file', async () => {
    const { rows } = await all(await five(), { jobs: 2, packs: [await packDoing('throw new Error("no")')] });
    expect(rows.map((row) => 'result' in row && row.result.failedRules.length)).toEqual([0, 0, 1, 0, 0]);
  });

  test('a rule that never ends is stopped, and every file has its row', async () => {
    const { rows } = await all(await five(), { jobs: 2, packs: [await packDoing('for (;;);')] });
    expect(rows).toHaveLength(5);
    expect(rows[2]).toMatchObject({
      result: { failedRules: [{ rule: 'XX-01', message: expect.stringContaining('超过 5 秒没有结束') }] },
    });
  }, 60_000);

  test('a file that takes too long is given up, its thread replaced, and said to be too slow', async () => {
    const packs = [await packDoing('for (;;);')];
    const { rows, summary } = await all(await five(), { jobs: 2, packs, timeLimit: 1500 });
    expect(short(rows)).toEqual([
      ['a.json', 'pass'],
      ['b.json', 'pass'],
      ['c.json', 'too-slow'],
      ['d.json', 'pass'],
      ['e.json', 'pass'],
    ]);
    expect(rows[2]).toMatchObject({
      problems: [{ message: '超过 1.5 秒没有核对完，已停止；请打开文件检查，另存后再试，或者放宽时限' }],
    });
    expect(summary).toMatchObject({ pass: 4, unreadable: 1 });
  }, 60_000);

  test('a thread that dies loses the file it had and no other', async () => {
    const packs = [await packDoing('process.exit(3)')];
    const { rows } = await all(await five(), { jobs: 2, packs, locale: 'en' });
    expect(short(rows).map(([, reason]) => reason)).toEqual(['pass', 'pass', 'not-checked', 'pass', 'pass']);
    expect(rows[2]).toMatchObject({
      problems: [
        {
          message:
            'the thread that checked this file stopped unexpectedly (exit 3), so it was not checked; check it separately',
        },
      ],
    });
  });

  test('but a pack that cannot be loaded, or a thread that cannot start, ends it, with the cure', async () => {
    const folder = await five();
    await expect(all(folder, { jobs: 2, packs: [pathToFileURL('/nowhere/pack.js')] })).rejects.toThrow(
      /pack\.js cannot be used/,
    );
    await expect(all(folder, { jobs: 2, workerFile: pathToFileURL('/nowhere.js') })).rejects.toThrow(
      /`workerFile`, or use `jobs: 0`\.$/,
    );
  });
});

describe('a run that was interrupted', () => {
  const journal = async () => join(await folderOf({}), 'run.ndjson');
  /** Checks two files and leaves. */
  const interrupted = async (folder: string, options: CheckFilesOptions) => {
    for await (const { position } of checkFiles(folder, { workerFile, ...options }))
      if (position === 1) break;
  };

  test('goes on where it was, with the same result', async () => {
    const folder = await five();
    const uninterrupted = await all(folder, { jobs: 0 });
    for (const jobs of [0, 2]) {
      const resume = await journal();
      await interrupted(folder, { jobs, resume });
      const { rows, summary } = await all(folder, { jobs, resume });
      expect(summary.resumed).toBeGreaterThanOrEqual(2);
      expect(rows).toEqual(uninterrupted.rows);
      expect(summary).toEqual({ ...uninterrupted.summary, resumed: summary.resumed });
      expect((await all(folder, { jobs, resume })).summary.resumed).toBe(5);
    }
  });

  test('whose last line broke off checks that file again', async () => {
    const [folder, resume] = [await five(), await journal()];
    const { rows } = await all(folder, { jobs: 0, resume });
    const { size } = await stat(resume);
    for (const left of [size - 1, size - 100]) {
      await truncate(resume, left);
      const again = await all(folder, { jobs: 0, resume });
      expect(again.summary.resumed).toBe(4);
      expect(again.rows).toEqual(rows);
      expect((await stat(resume)).size).toBe(size);
    }
  });

  test('reads a file again that has changed, and keeps the others', async () => {
    const [folder, resume] = [await five(), await journal()];
    await all(folder, { jobs: 0, resume });
    await writeFile(
      join(folder, 'b.json'),
      json('乙局', sampleWith({ 'applications.newlyReceived.total': 1 })),
    );
    await utimes(join(folder, 'd.json'), 1_000_000_000, 1_000_000_000);
    const { rows, summary } = await all(folder, { jobs: 0, resume });
    expect([rows.map((row) => 'result' in row && row.result.verdict), summary.resumed]).toEqual([
      ['pass', 'fail', 'pass', 'pass', 'pass'],
      3,
    ]);
  });

  test('begins anew when anything else that decides about results has changed', async () => {
    const [folder, resume] = [await five(), await journal()];
    const pack = join(await folderOf({}), 'pack.json');
    await writeFile(pack, JSON.stringify({ id: 'x', name: '某省', severities: { 'PUB-03': 'error' } }));
    const before = await folderOf({ 'a.json': json('甲局', lastYear()) });
    const agencies = [
      { line: 2, file: '', names: ['甲局'], kind: 'department', level: null, part: null },
    ] as const;
    const packs = [pathToFileURL(pack)];
    const resumed = async (options: CheckFilesOptions) =>
      (await all(folder, { jobs: 0, resume, ...options })).summary.resumed;
    for (const options of [
      {},
      { locale: 'en' },
      { kind: 'department' },
      { agencies },
      { packs },
      { previous: before },
      { families: ['arithmetic'] },
      { siblings: [sample()] },
      { waivers: [{ rule: 'T3-01', reason: 'x' }], today: '2025-01-01' },
      { waivers: [{ rule: 'T3-01', reason: 'x' }], today: '2025-01-02' },
    ] satisfies CheckFilesOptions[])
      expect([await resumed(options), await resumed(options)]).toEqual([0, 5]);
    expect(await resumed({})).toBe(0);
    expect(await resumed({ today: '2030-01-01' })).toBe(5); // without waivers no day decides
    await resumed({ packs });
    await writeFile(pack, JSON.stringify({ id: 'x', name: '某省', severities: {} }));
    expect(await resumed({ packs })).toBe(0);
    await resumed({ previous: before });
    await writeFile(join(before, 'b.json'), json('乙局', lastYear()));
    expect(await resumed({ previous: before })).toBe(0);
  });

  test('tries a file again that could not be opened or checked', async () => {
    const [folder, resume] = [await five(), await journal()];
    const files = [join(folder, 'a.json'), join(folder, 'z.json')];
    expect(short((await all(files, { jobs: 0, resume })).rows)[1]).toEqual(['z.json', 'not-opened']);
    await writeFile(join(folder, 'z.json'), json('癸局'));
    const { rows, summary } = await all(files, { jobs: 0, resume });
    expect([short(rows)[1], summary.resumed]).toEqual([['z.json', 'pass'], 1]);
  });

  test('never writes a file that is no record of a run', async () => {
    const folder = await five();
    for (const content of ['name,kind\n', '{"form":"2021"}\n', '{"form"', 'x'.repeat(300_000)]) {
      const resume = join(await folderOf({ 'precious.txt': content }), 'precious.txt');
      await expect(all(folder, { jobs: 0, resume })).rejects.toThrow(/not a record of a run/);
      expect(await readFile(resume, 'utf8')).toBe(content);
    }
  });

  test('does not take its own record for a report', async () => {
    const folder = await five();
    const resume = join(folder, 'run.ndjson');
    for (const expected of [0, 5]) {
      const { rows, summary } = await all(folder, { jobs: 0, resume });
      expect([rows.length, summary.resumed]).toEqual([5, expected]);
    }
    await appendFile(resume, '\0\0');
    expect((await all(folder, { jobs: 0, resume })).summary.resumed).toBe(5);
  });
});

describe('last year', () => {
  const folders = async () => ({
    now: await folderOf({
      'a.html': renderHtml(reportOf('甲局')),
      'b.json': json('乙局'),
      'c.json': json('丙局'),
    }),
    before: await folderOf({
      // of other names and formats: agency and year decide
      '1.txt': renderText({ ...reportOf('乙局', lastYear()), title: '乙局2023年政府信息公开工作年度报告' }),
      '2.json': json('甲局', { ...lastYear(), tables: sample().tables }),
      '3.json': json('丙局', { ...lastYear(), year: 2022 }),
      'notes.txt': '收齐了',
    }),
  });

  test.each([0, 2])(
    'is a folder in which each report is found by agency and year, with %i threads',
    async (jobs) => {
      const { now, before } = await folders();
      const { rows, summary } = await all(now, { jobs, previous: before });
      expect(rows.map((row) => 'result' in row && row.compared)).toEqual([true, true, false]);
      expect(
        rows.map((row) => 'result' in row && row.result.findings.some(({ rule }) => rule === 'T3-04')),
      ).toEqual([true, false, false]);
      expect(summary).toMatchObject({ compared: 2, ambiguous: 0 });
      expect(summary.unusable.map(({ name }) => name)).toEqual([join(before, 'notes.txt')]);
    },
  );

  test('or a file of JSON lines, a single report, or a function', async () => {
    const { now } = await folders();
    const lines = join(await folderOf({ '2023.ndjson': `${json('甲局', lastYear())}\n{}\n` }), '2023.ndjson');
    const { summary } = await all(now, { jobs: 1, previous: lines });
    expect([summary.compared, summary.unusable.map(({ name }) => name)]).toEqual([1, [`${lines}:2`]]);
    const single = await all(now, { jobs: 1, previous: { ...lastYear(), agency: reportOf('甲局').agency } });
    expect(single.rows.map((row) => 'result' in row && row.compared)).toEqual([true, false, false]);
    const previous = (report: { agency: { name: string | null } }) =>
      report.agency.name === '乙局' ? { ...lastYear(), agency: reportOf('乙局').agency } : undefined;
    expect((await all(now, { jobs: 0, previous })).summary.compared).toBe(1);
  });

  test('that has none, or has them in folders that are not looked into, is said to have none', async () => {
    const { now } = await folders();
    const before = await folderOf({});
    await mkdir(join(before, '局'));
    await writeFile(join(before, '局/1.json'), json('甲局', lastYear()));
    const { summary } = await all(now, { jobs: 0, previous: before });
    expect(summary.unusable.map(({ name, problems }) => [name, problems[0]?.message])).toEqual([
      [before, expect.stringContaining('没有上年报告')],
      [join(before, '局'), expect.stringContaining('子文件夹')],
    ]);
    expect((await all(now, { jobs: 0, previous: before, recursive: true })).summary.compared).toBe(1);
  });

  test('may be the folder that is checked, with the record of the run in it', async () => {
    const { now } = await folders();
    const resume = join(now, 'run');
    const options = { jobs: 0, previous: now, resume };
    await all(now, options);
    const { summary } = await all(now, options);
    expect([summary.resumed, summary.unusable]).toEqual([3, []]);
  });

  test('that has several reports of an agency which differ is compared with none, and says so', async () => {
    const { now } = await folders();
    const before = await folderOf({
      '1.json': json('甲局', lastYear()),
      '2.json': json('甲局', { ...lastYear(), tables: sample().tables }),
    });
    const { rows, summary } = await all(now, { jobs: 0, previous: before });
    expect([summary.compared, summary.ambiguous]).toEqual([0, 1]);
    expect(rows[0]?.notices).toEqual(['上年有多份这个机关的报告，内容不同，没有与上年核对；请只保留一份']);
  });
});

describe('a list of agencies', () => {
  test('gives kinds where reports do not state them, and says who is missing', async () => {
    const text = (name: string) => renderText(reportOf(name)).replace(/^.*(?:机关类别|机关层级).*\n/gmu, '');
    const folder = await folderOf({ 'a.txt': text('甲处'), 'b.txt': text('乙处') });
    const list = parseAgencyList(new TextEncoder().encode('单位,类型,别名\n甲机关,部门,甲处\n丙处,部门,\n'));
    if ('problems' in list) throw new Error(list.problems.join());
    for (const jobs of [0, 2]) {
      const { rows, summary } = await all(folder, { jobs, agencies: list.value, level: 'county' });
      expect(rows.map((row) => 'result' in row && [row.report.agency.kind, row.report.agency.level])).toEqual(
        [
          ['department', 'county'],
          [null, 'county'],
        ],
      );
      expect(summary.missing.map(({ names }) => names)).toEqual([['丙处']]);
    }
  });
});

describe('the work', () => {
  test('stops at a signal, also while a file takes its time', async () => {
    const folder = await five();
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(all(folder, { jobs: 0, signal })).rejects.toThrow('enough');
    const controller = new AbortController();
    const seen: number[] = [];
    const run = async () => {
      for await (const { position } of checkFiles(folder, {
        workerFile,
        jobs: 2,
        signal: controller.signal,
      })) {
        seen.push(position);
        controller.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
    expect(seen).toEqual([0]);
  });

  test('tells how far it has come', async () => {
    const progress: unknown[] = [];
    await all(await five(), { jobs: 2, onProgress: (done) => progress.push(done) });
    expect(progress).toEqual([1, 2, 3, 4, 5].map((files) => ({ files, totalFiles: 5 })));
  });

  test('leaves no thread behind', async () => {
    const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
    const before = threads();
    await all(await five(), { jobs: 2 });
    for await (const _ of checkFiles(await five(), { jobs: 2, workerFile })) break;
    expect(threads()).toBe(before);
  });

  test('does not run ahead of whoever takes the results', async () => {
    let checked = 0;
    const previous = () => {
      checked += 1;
      return undefined;
    };
    for await (const { position } of checkFiles(await five(), { jobs: 0, previous }))
      if (position === 1) break;
    expect(checked).toBe(2);
  });

  test.each([
    [{ jobs: -1 }, '`jobs` is -1: give the number of worker threads, 0 for none.'],
    [{ timeLimit: 0 }, '`timeLimit` is 0: give milliseconds.'],
    [{ jobs: 2, previous: () => undefined }, 'Worker threads cannot call the function `previous`'],
    [{ jobs: 0, previous: () => undefined, resume: 'x' }, 'give a folder, or no `resume`'],
  ] satisfies [CheckFilesOptions, string][])(
    'is refused at once with options that make no sense: %j',
    (options, message) => {
      expect(() => checkFiles('x', options)).toThrow(message);
    },
  );
});
