// Takes a report posted as JSON, and answers with the verdict and what to change.
//
//   app.request('/reports', { method: 'POST', body })    or serve `app` with Node, Deno, Bun or a worker

import { Hono } from 'hono';
import { checkReport, parseReport } from 'ogi-annual-report';

export const app = new Hono();

app.post('/reports', async (context) => {
  const json = await context.req.json().catch(() => null); // what is not JSON at all is refused below
  const parsed = parseReport(json);
  if (!parsed.ok) return context.json({ problems: parsed.problems }, 400);
  const { verdict, findings, diagnoses } = checkReport(parsed.value);
  return context.json({ verdict, findings, diagnoses }, verdict === 'pass' ? 200 : 422);
});
