// The service as a Hono app: takes requests in, within limits, and gives their bodies to processes (work.js).

import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { bodyLimit } from 'hono/body-limit';
import workerpool from 'workerpool';
import { openApi } from './openapi.js';
import { problem, words } from './problem.js';

const WORK = fileURLToPath(new URL('work.js', import.meta.url));

/**
 * The app, and what ends it. A body is not read while `atOnce` others are being worked on, nor if it has more than
 * `megabytes`; a process that takes longer than `seconds`, or more memory than `processMegabytes`, is ended and
 * replaced. `log` is given a record of each answer, which has nothing of what was posted.
 */
export function service({ megabytes, seconds, processes, processMegabytes, atOnce, log }) {
  const pool = workerpool.pool(WORK, {
    workerType: 'process', // a thread that has no memory left may take the whole service with it
    minWorkers: processes,
    maxWorkers: processes,
    forkOpts: {
      serialization: 'advanced',
      execArgv: [...process.execArgv, `--max-old-space-size=${processMegabytes}`],
    },
  });
  const app = new Hono();
  let working = 0;
  let isStopping = false;

  app.use(async (context, next) => {
    const started = performance.now();
    await next();
    log({
      time: new Date().toISOString(),
      method: context.req.method,
      path: PATHS.includes(context.req.path) ? context.req.path : null, // any other may be somebody's words
      status: context.res.status,
      milliseconds: Math.round(performance.now() - started),
      ...(context.error ? { error: context.error.name, at: whereOf(context.error) } : {}),
    });
  });

  app.get('/health', (context) => context.json({ ok: !isStopping }, isStopping ? 503 : 200));
  app.get('/openapi.json', (context) => context.json(openApi()));

  app.post(
    '/:task{check|read|render|roll-up}',
    async (context, next) => {
      if (isStopping || working >= atOnce)
        return answer(context, problem(503, words.busy[localeOf(context)]), { 'Retry-After': '1' });
      working += 1;
      try {
        return await next();
      } finally {
        working -= 1;
      }
    },
    bodyLimit({
      maxSize: megabytes * 1_000_000,
      onError: (context) => answer(context, problem(413, words.tooLarge(megabytes)[localeOf(context)])),
    }),
    async (context) => {
      const { req } = context;
      const request = {
        task: req.param('task'),
        isJson: /^application\/json\b/i.test(req.header('content-type') ?? ''),
        locale: localeOf(context),
        to: req.query('to'),
        mark: req.query('mark') === 'true',
      };
      const body = new Uint8Array(await req.arrayBuffer());
      try {
        return answer(context, await pool.exec('work', [request, body]).timeout(seconds * 1000));
      } catch (error) {
        if (error instanceof workerpool.Promise.TimeoutError)
          return answer(context, problem(422, words.tooLong(seconds)[request.locale]));
        if (error instanceof workerpool.TerminateError)
          return answer(context, problem(422, words.tooMuch[request.locale]));
        throw error;
      }
    },
  );

  app.notFound((context) => answer(context, problem(404, words.notFound[localeOf(context)])));
  app.onError((_, context) => answer(context, problem(500, words.failed[localeOf(context)])));

  return {
    app,
    /** Takes nothing in any more; what was taken in is finished. */
    refuse: () => {
      isStopping = true;
    },
    end: () => pool.terminate(true),
  };
}

const PATHS = ['/check', '/read', '/render', '/roll-up', '/health', '/openapi.json'];

/** Where in the program an error came from; what it says may be somebody's words. */
function whereOf({ stack }) {
  return stack?.match(/^ +at .*/mu)?.[0].trim();
}

function answer(context, { status, type, body, fileName }, headers = {}) {
  const disposition = fileName && `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return context.body(body, status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(disposition ? { 'Content-Disposition': disposition } : {}),
    ...headers,
  });
}

/** Chinese, unless the caller prefers English: `Accept-Language: en`. */
function localeOf(context) {
  const header = 'Accept-Language';
  const language = accepts(context, { header, supports: ['zh', 'zh-CN', 'en'], default: 'zh-CN' });
  return language === 'en' ? 'en' : 'zh-CN';
}
