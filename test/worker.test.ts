import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { renderJson } from '../src/formats/json/index.ts';
import { serve, type WorkerData } from '../src/many/worker.ts';
import { sample } from './sample.ts';

/** What a worker answers, in the order in which it does. */
async function answersTo(given: WorkerData, tasks: readonly unknown[]): Promise<unknown[]> {
  const { port1, port2 } = new MessageChannel();
  const answers: unknown[] = [];
  const all = new Promise<void>((resolve) => {
    port2.on('message', (answer: unknown) => {
      answers.push(answer);
      if (answers.length === tasks.length + 1) resolve();
    });
  });
  await serve(port1, given);
  for (const task of tasks) port2.postMessage(task);
  await all;
  port1.close();
  return answers;
}

const tasks = [
  { name: 'a.json', content: new TextEncoder().encode(renderJson(sample())) },
  { name: 'b.json', content: new TextEncoder().encode('{') },
];

test('a worker says that it is ready, then answers file by file: what a file holds', async () => {
  expect(await answersTo({ kind: 'drafts', locale: 'zh-CN' }, tasks)).toMatchObject([
    'ready',
    { result: { name: 'a.json', report: { year: 2024 } } },
    { result: { name: 'b.json', reason: 'unreadable' } },
  ]);
});

test('or what the check says of it', async () => {
  const settings = { check: { today: '2025-01-01' }, packs: [], longestLine: 1_000_000 };
  expect(await answersTo({ kind: 'files', settings }, tasks)).toMatchObject([
    'ready',
    { result: { name: 'a.json', result: { verdict: 'pass' } } },
    { result: { name: 'b.json', reason: 'unreadable' } },
  ]);
});
