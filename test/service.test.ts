import { execFile, spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type AnyDraft, emptyDraft, figuresOf, readReport, tablesFrom } from '../src/index.ts';
import { sample } from './sample.ts';
import { copyOfService, type RunningService, startedService } from './service.ts';

const examplePath = (name: string) => fileURLToPath(new URL(`../examples/reports/${name}`, import.meta.url));
const example = (name: string) => readFile(examplePath(name));
const mistaken = await example('huaian-shi-2024-with-mistakes.txt');

const NAME = sample().agency.name;
let folder: string;
let filesBefore: readonly string[];
let service: RunningService;
let schemaOf: (path: string, status: number, type: string) => object | undefined;
const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);

beforeAll(async () => {
  folder = await copyOfService();
  filesBefore = await readdir(folder);
  service = await startedService(folder);
  const document: any = await (await fetch(`${service.url}/openapi.json`)).json();
  ajv.addSchema(document, 'openapi');
  schemaOf = (path, status, type) => {
    const pointer = ['paths', path, 'post', 'responses', String(status), 'content', type, 'schema'];
    const found = pointer.reduce((value: any, key) => value?.[key], document);
    return (
      found && {
        $ref: `openapi#/${pointer.map((key) => encodeURIComponent(key.replaceAll('/', '~1'))).join('/')}`,
      }
    );
  };
});
afterAll(() => service.stop());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly json: any;
}

/** Posts bytes as a file, and all else as JSON; what comes back is what the OpenAPI document says. */
async function post(path: string, body: unknown, headers: Record<string, string> = {}, to = service) {
  const isFile = body instanceof Uint8Array || typeof body === 'string';
  const sent =
    typeof body === 'string' ? body : isFile ? new Uint8Array(body as Uint8Array) : JSON.stringify(body);
  const response = await fetch(`${to.url}${path}`, {
    method: 'POST',
    body: sent,
    headers: { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json', ...headers },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const [type = ''] = (response.headers.get('Content-Type') ?? '').split(';');
  const json = type.endsWith('json') ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
  const schema = schemaOf(path.replace(/\?.*/, ''), response.status, type);
  expect(schema, `${path} ${response.status} ${type} is in the OpenAPI document`).toBeDefined();
  if (json && schema) expect(ajv.validate(schema, json), ajv.errorsText()).toBe(true);
  return { status: response.status, headers: response.headers, bytes, json } satisfies Answer;
}

describe('the service', () => {
  test('describes itself in OpenAPI, with every name of the form', async () => {
    const document: any = await (await fetch(`${service.url}/openapi.json`)).json();
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(Object.keys(document.paths)).toEqual(['/check', '/read', '/render', '/roll-up']);
    const text = JSON.stringify(document);
    for (const name of ['newlyReceived', 'Draft2019', '本年新收政府信息公开申请数量'])
      expect(text).toContain(name);
    expect(text).not.toContain('undefined');
    expect(text).not.toContain('$schema');
  });

  test('checks a file, and says what to change', async () => {
    const { status, json } = await post('/check', mistaken);
    expect(status).toBe(200);
    expect(json.verdict).toBe('fail');
    expect(json.diagnoses[0].message).toContain('本年新收');
  });

  test('checks JSON, with last year’s report beside it', async () => {
    const previous = JSON.parse((await example('huaian-shi-2023-made-up.json')).toString());
    const { json } = await post('/check', { report: sample(), previous });
    expect(json.verdict).toBe('pass');
    const changed = { ...previous, tables: structuredClone(previous.tables) };
    changed.tables.documents.rules.inForce += 1;
    const rules = (answer: Answer) => answer.json.findings.map(({ rule }: { rule: string }) => rule);
    expect(rules(await post('/check', { report: sample(), previous: changed }))).toContain('T2-02');
    expect(rules(await post('/check', { report: sample() }))).not.toContain('T2-02');
  });

  test('of a body in another shape says in one line what was expected', async () => {
    for (const [path, body, shape] of [
      ['/check', sample(), '{"report": {…}}'],
      ['/check', [sample()], '{"report": {…}}'],
      ['/roll-up', [sample()], '{"year": 2024, "reports": [{…}, …]}'],
      ['/roll-up', sample(), '{"year": 2024, "reports": [{…}, …]}'],
    ] as const) {
      const { status, json } = await post(path, body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(json.problems).toHaveLength(1);
      expect(json.problems[0].message).toContain(shape);
    }
  });

  test('a draft with blanks is incomplete', async () => {
    const { json } = await post('/check', { report: { ...emptyDraft(), year: 2024 } });
    expect(json.verdict).not.toBe('pass');
    expect((await post('/check', { report: emptyDraft('2019') })).status).toBe(200);
  });

  test('reads a file as JSON that can be posted again', async () => {
    const { json } = await post('/read', mistaken);
    expect(json.status).toBe('complete');
    expect(json.report.tables.applications.newlyReceived.total).toBe(3191);
    expect((await post('/check', { report: json.report })).json.verdict).toBe('fail');
    expect((await post('/read', JSON.stringify(sample()))).json.report.tables).toEqual(sample().tables);
  });

  test.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['html', 'text/html; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
  ])('renders as %s, which reads back', async (to, type) => {
    const { headers, bytes } = await post(`/render?to=${to}`, { report: sample() });
    expect(headers.get('Content-Type')).toBe(type);
    expect(headers.get('Content-Disposition')).toContain('attachment');
    expect((await readReport(bytes)).draft.tables).toEqual(sample().tables);
  });

  test('marks what is wrong in what it renders', async () => {
    const plain = new TextDecoder().decode((await post('/render', mistaken)).bytes);
    const marked = new TextDecoder().decode((await post('/render?mark=true', mistaken)).bytes);
    expect(marked).toContain('T3-01');
    expect(plain).not.toContain('T3-01');
  });

  test('adds reports up, as JSON and as a workbook', async () => {
    const named = (name: string): AnyDraft => ({
      ...sample(),
      scope: 'agency',
      agency: { ...sample().agency, name },
    });
    const body = {
      year: 2024,
      reports: [named('甲局'), named('乙局')],
      members: [{ name: '甲局' }, { name: '乙局' }, { name: '丙局' }],
    };
    const { json } = await post('/roll-up', body);
    expect(json.verdict).toBe('incomplete');
    expect(json.members.map(({ state }: { state: string }) => state)).toEqual(['filed', 'filed', 'missing']);
    const [first] = figuresOf(sample());
    expect(json.cells[0].sum).toBe(2 * (first ?? 0));
    const { bytes } = await post('/roll-up?to=xlsx', { ...body, members: body.members.slice(0, 2) });
    expect((await readReport(bytes)).draft.tables).not.toEqual(emptyDraft().tables);
    const otherYear = await post('/roll-up', { ...body, parent: { ...named('市'), year: 2023 } });
    expect([otherYear.status, otherYear.json.title]).toEqual([422, '不能处理']);
  });

  test('answers in English whoever asks for it', async () => {
    const { json } = await post('/check', mistaken, { 'Accept-Language': 'en-GB,en;q=0.9,zh;q=0.5' });
    expect(json.findings[0].message).toContain('Table 3');
    const chinese = await post('/check', mistaken, { 'Accept-Language': 'zh-TW,zh;q=0.9,en;q=0.5' });
    expect(chinese.json.findings[0].message).toContain('表三');
  });
});

/** Whether a program is installed. */
const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;

describe('programs in other languages', () => {
  const callers = [
    { program: 'python3', file: 'check.py' },
    { program: 'java', file: 'Check.java' },
  ];
  test.each(callers.filter(({ program }) => isThere(program)))(
    '$program is told what to change',
    async ({ program, file }) => {
      const env = { ...process.env, OGI_SERVICE: service.url, LC_ALL: 'C.UTF-8', PYTHONUTF8: '1' };
      const call = (report: string) =>
        promisify(execFile)(program, [file, report], { cwd: folder, env }).then(
          ({ stdout }) => ({ status: 0, printed: stdout }),
          ({ code, stdout, stderr }) => ({ status: code, printed: stdout + stderr }),
        );
      const { status, printed } = await call(examplePath('huaian-shi-2024-with-mistakes.txt'));
      expect(printed).toContain('fail');
      expect(printed).toContain('本年新收');
      expect(status).toBe(0);
      const refused = await call('package.json');
      expect(refused.printed).toContain('文件无法读取');
      expect(refused.status).toBe(1);
    },
  );
});

describe('what the service refuses, it refuses with a reason in Chinese', () => {
  test.each([
    ['/check', { report: { ...sample(), year: '2024' } }, 422, '报告年度'],
    ['/check', { report: sample(), other: 1 }, 422, 'other'],
    ['/check', sample(), 422, 'report'],
    ['/roll-up', { year: 2024, reports: [] }, 422, 'reports'],
    ['/roll-up', mistaken, 415, '/read'],
    ['/check', '', 400, '没有正文'],
    ['/check', '没有表格的文字', 422, '无法读取'],
    ['/render?to=pdf', { report: sample() }, 400, 'docx'],
  ])('%s, case %#', async (path, body, status, words) => {
    const { json, ...answer } = await post(path, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    expect(JSON.stringify(json)).toContain(words);
    expect(json.title).toMatch(/[\u4e00-\u9fff]/);
  });

  test('JSON that is none, and addresses there are not', async () => {
    const { status, json } = await post('/check', '{', { 'Content-Type': 'application/json' });
    expect([status, json.title]).toEqual([400, '不是 JSON']);
    const response = await fetch(`${service.url}/某某单位`);
    expect([response.status, ((await response.json()) as any).title]).toEqual([404, '没有这个地址']);
  });
});

describe('the limits of the service', () => {
  const JSON_TYPE = { 'Content-Type': 'application/json' };

  /** A service of its own, which ends with the test, whatever comes of it. */
  async function serviceWith(settings: Readonly<Record<string, string>>): Promise<RunningService> {
    const started = await startedService(folder, settings);
    onTestFinished(() => {
      started.process.kill('SIGKILL');
    });
    return started;
  }

  /** The first line of the answer to a request of which only this is sent. */
  function firstLine(sent: string, repeated?: Uint8Array): Promise<string> {
    const { hostname, port } = new URL(service.url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(sent);
        const more = () => {
          while (repeated && !socket.destroyed && socket.write(repeated));
        };
        socket.on('drain', more);
        more();
      });
      socket.on('data', (data) => {
        resolve(data.toString().split('\r\n')[0] ?? '');
        socket.destroy();
      });
      socket.on('error', reject);
    });
  }

  test('a body that says it is too large is refused before it is sent', async () => {
    const head = 'POST /check HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n';
    expect(await firstLine(head)).toContain('413');
  });

  test('a body without end is refused when it is too large', async () => {
    const head = 'POST /check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000), Buffer.from('\r\n')]);
    // who is still sending when the connection is closed may not get to read why
    expect(await firstLine(head, chunk).catch(() => 'reset')).toMatch(/413|reset/);
    await expect.poll(() => service.log.filter(({ status }) => status === 413).length).toBe(2);
  });

  test('what takes too long is stopped, and the service goes on', async () => {
    const quick = await serviceWith({ OGI_SECONDS: '3', OGI_PROCESSES: '1' });
    // in each report something is wrong with nearly every sum, so that causes are looked for long
    const reports = Array.from({ length: 400 }, (_, at) => ({
      ...sample(),
      agency: { ...sample().agency, name: `第${at}号局` },
      tables: tablesFrom(figuresOf(sample()).map((figure, cell) => (figure ?? 0) + ((cell + at) % 7) * at)),
    }));
    const { status, json } = await post('/roll-up', { year: 2024, reports }, {}, quick);
    expect([status, json.title]).toEqual([422, '处理超时']);
    expect((await post('/check', mistaken, {}, quick)).status).toBe(200);
    expect(await quick.stop()).toBe(0);
  });

  test('what needs too much memory is stopped, and the service goes on', async () => {
    const small = await serviceWith({ OGI_PROCESS_MEGABYTES: '64', OGI_PROCESSES: '1' });
    const keys = Array.from({ length: 1_200_000 }, (_, at) => `"${at.toString(36)}x":{}`);
    const many = `{"report":{${keys.join()}}}`; // V8 gives up here, rather than throw
    const { status, json } = await post('/check', many, JSON_TYPE, small);
    expect([status, json.title]).toEqual([422, '占用内存过多']);
    expect((await post('/check', mistaken, {}, small)).status).toBe(200);
    expect(await small.stop()).toBe(0);
  });

  test('brackets without end are refused before they are parsed, in JSON and in a file', async () => {
    const brackets = '['.repeat(19_900_000);
    const started = performance.now();
    expect((await post('/check', brackets, JSON_TYPE)).status).toBe(400);
    expect((await post('/check', brackets)).status).toBe(422);
    expect(performance.now() - started).toBeLessThan(10_000);
    const strings = { report: { ...sample(), title: `\\"${'['.repeat(99)}` } };
    expect((await post('/check', strings)).status).toBe(200);
  });

  test('who comes while all places are taken is told when to come again, without being heard', async () => {
    const narrow = await serviceWith({ OGI_AT_ONCE: '1', OGI_PROCESSES: '1' });
    const { hostname, port } = new URL(narrow.url);
    const slow = connect(Number(port), hostname); // takes the place, and sends nothing
    slow.write('POST /check HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n');
    await expect.poll(async () => (await post('/check', mistaken, {}, narrow)).status).toBe(503);
    const { headers, json } = await post('/check', mistaken, {}, narrow);
    expect(headers.get('Retry-After')).toBe('1');
    expect(json.title).toBe('服务繁忙');
    slow.destroy();
    await expect.poll(async () => (await post('/check', mistaken, {}, narrow)).status).toBe(200);
    await narrow.stop();
  });

  test('told to stop, it finishes what it has taken in', async () => {
    const stopping = await serviceWith({ OGI_PROCESSES: '1' });
    const reports = Array.from({ length: 60 }, (_, at) => ({
      ...sample(),
      agency: { ...sample().agency, name: `第${at}号局` },
    }));
    const answer = post('/roll-up?to=xlsx', { year: 2024, reports }, {}, stopping);
    await wait(200);
    const status = stopping.stop();
    expect((await answer).status).toBe(200);
    expect(await status).toBe(0);
    expect(stopping.log.at(-1)).toMatchObject({ stopped: 'SIGTERM' });
    await expect(fetch(`${stopping.url}/health`)).rejects.toThrow();
  });
});

test('under load all are answered, and what it holds is counted', async () => {
  const [requests, beside] = [400, 8];
  const times: number[] = [];
  const body = JSON.stringify({ report: sample() });
  const started = performance.now();
  let left = requests;
  const caller = async () => {
    while (left > 0) {
      left -= 1;
      const sent = performance.now();
      const isFile = left % 4 === 0;
      const response = await fetch(`${service.url}/check`, {
        method: 'POST',
        body: isFile ? new Uint8Array(mistaken) : body,
        headers: { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' },
      });
      await response.arrayBuffer();
      expect(response.status).toBe(200);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: beside }, caller));
  const seconds = (performance.now() - started) / 1000;
  const sorted = times.sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  const { pid } = service.process;
  const about = (file: string) => readFile(`/proc/${file}`, 'utf8').catch(() => '');
  const children = (await about(`${pid}/task/${pid}/children`)).trim().split(' ');
  const memory = await Promise.all([pid, ...children].map((each) => about(`${each}/status`)));
  if (process.env['OGI_TELL'])
    console.log({
      perSecond: Math.round(requests / seconds),
      median: at(0.5),
      percentile95: at(0.95),
      peaks: memory.map((each) => /VmHWM:.*/.exec(each)?.[0]),
    });
  expect(sorted).toHaveLength(requests);
});

test('nothing of what was posted is logged, kept or sent elsewhere', async () => {
  await post('/check', { report: { ...sample(), year: NAME } });
  await post(`/render?to=${encodeURIComponent(NAME)}`, { report: sample() });
  expect(service.log.length).toBeGreaterThan(20);
  expect(JSON.stringify(service.log)).not.toMatch(/[^\x20-\x7e]/);
  expect(service.log.at(-1)).toEqual({
    time: expect.any(String),
    method: 'POST',
    path: '/render',
    status: 400,
    milliseconds: expect.any(Number),
  });
  expect(service.errors).toEqual([]);
  expect(await readdir(folder)).toEqual(filesBefore);
});
