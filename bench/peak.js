// The most memory a process had so far, in megabytes.

import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/** Where Linux tells it, from there: what `process.resourceUsage()` says includes the process it was started from. */
export function peakMegabytes() {
  const reported = existsSync(STATUS) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'));
  return (reported ? Number(reported[1]) : process.resourceUsage().maxRSS) / 1024;
}
