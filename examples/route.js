// A route that takes posted reports. Hono validates them by Standard Schema (https://standardschema.dev), which
// `reportSchema()` is; what is no report is refused with every reason, and what is one is checked.
//
//   node examples/route.js
//   curl -X POST --data @examples/reports/huaian-shi-2024.json -H 'content-type: application/json' localhost:3000/reports

import { pathToFileURL } from 'node:url';
import { sValidator } from '@hono/standard-validator';
import { Hono } from 'hono';
import { checkReport, reportSchema } from 'ogi-annual-report';

/** Lets only reports through; what is no report is refused in words that name the cell, here in English. */
const isReport = sValidator('json', reportSchema('2021', { locale: 'en' }), ({ success, error }, context) => {
  if (!success) return context.json({ problems: error }, 400);
});

export const app = new Hono();

app.post('/reports', isReport, (context) => {
  const { verdict, findings, diagnoses } = checkReport(context.req.valid('json'), { locale: 'en' });
  return context.json({ verdict, findings, diagnoses }, verdict === 'pass' ? 200 : 422);
});

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await listen();

/** Serves the app with Node alone; on other platforms `export default app` is enough. */
async function listen() {
  const { createServer } = await import('node:http');
  createServer(async (request, response) => {
    const { method, headers, url } = request;
    const body = method === 'GET' ? undefined : await new Response(request).arrayBuffer();
    const answer = await app.fetch(new Request(`http://${headers.host}${url}`, { method, headers, body }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  }).listen(3000, () => console.log('POST a report to http://localhost:3000/reports'));
}
