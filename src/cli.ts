#!/usr/bin/env node
import { run } from './cli/program.ts';

const { argv, stdin, stdout, stderr } = process;

process.exitCode = await run(argv.slice(2), {
  stdin,
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  isScreen: stdout.isTTY === true,
  color: stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
});
