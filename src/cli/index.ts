#!/usr/bin/env node
import { once } from 'node:events';
import { run } from './program.ts';

const { argv, stdin, stdout, stderr } = process;

/** What shells expect of a program whose reader went away: 128 and the signal. */
const READER_GONE = 141;

/** Aborted when nobody reads what is written any more, as after `| head`. */
const stopping = new AbortController();

for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    stopping.abort();
  });
}

const status = await run(argv.slice(2), {
  stdin,
  out: async (text) => {
    if (stdout.write(text) || stopping.signal.aborted) return;
    await once(stdout, 'drain', { signal: stopping.signal }).catch(() => {}); // then the signal tells
  },
  err: (text) => stderr.write(text),
  isScreen: stdout.isTTY === true,
  showsProgress: stderr.isTTY === true,
  color: stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  signal: stopping.signal,
});
if (stopping.signal.aborted) process.exit(READER_GONE);
process.exitCode = status;
