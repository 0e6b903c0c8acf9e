// Starts the service, and stops it gracefully. Settings are environment variables.

import { serve } from '@hono/node-server';
import { service } from './service.js';

const setting = (name, otherwise) => Number(process.env[name] ?? otherwise);

const seconds = setting('OGI_SECONDS', 20);
const processes = setting('OGI_PROCESSES', 2);
const log = (record) => console.log(JSON.stringify(record));

const { app, refuse, end } = service({
  megabytes: setting('OGI_MEGABYTES', 20),
  seconds,
  processes,
  processMegabytes: setting('OGI_PROCESS_MEGABYTES', 512),
  atOnce: setting('OGI_AT_ONCE', processes * 8),
  log,
});

const server = serve(
  {
    fetch: app.fetch,
    hostname: process.env.HOST ?? '127.0.0.1',
    port: setting('PORT', 8080),
    serverOptions: {
      // nobody holds a place by sending slowly
      requestTimeout: 60_000,
      headersTimeout: 10_000,
      // proxies keep a connection for a minute: one that is closed here first would fail the request sent on it
      keepAliveTimeout: 65_000,
    },
  },
  ({ address, port }) => log({ time: new Date().toISOString(), listening: `http://${address}:${port}` }),
);

for (const signal of ['SIGTERM', 'SIGINT'])
  process.once(signal, () => {
    refuse();
    server.close(async () => {
      await end();
      log({ time: new Date().toISOString(), stopped: signal });
    });
    // a connection that was in use when the server closed is closed once it is not
    setInterval(() => server.closeIdleConnections(), 200).unref();
    setTimeout(() => process.exit(1), (seconds + 5) * 1000).unref();
  });
