#!/usr/bin/env node
import { once } from 'node:events';
import { Interruption } from './interruption.ts';
import { run } from './program.ts';
import { localeIn } from './usage-error.ts';
import { words } from './words.ts';

const { argv, stdin, stdout, stderr } = process;

/**
 * Aborted when what is written goes nowhere any more: its reader is gone, as after `| head`, or the disk is full; or
 * when someone interrupts the program.
 */
const stopping = new AbortController();

stdout.on('error', (error) => stopping.abort(error));
stderr.on('error', () => {}); // there is nowhere left to report it

/** What a program that was interrupted ends with, and how long it may take to end by itself, in milliseconds. */
const [INTERRUPTED, MAX_END] = [130, 2_000];

// the second time, it ends at once
process.once('SIGINT', () => {
  stopping.abort(new Interruption());
  setTimeout(() => process.exit(INTERRUPTED), MAX_END).unref();
});

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
if (stopping.signal.reason instanceof Interruption) process.exit(INTERRUPTED);
if (stopping.signal.aborted) {
  stderr.write(`${words.outputBroken(stopping.signal.reason)[localeIn(argv.slice(2))]}\n`, () =>
    process.exit(2),
  );
} else {
  process.exitCode = status;
}
