// One measurement of bench/folder.js, in a process of its own.
//
//   node bench/folder-in-process.js FOLDER 2 [RUN.ndjson]

import { createHash } from 'node:crypto';
import { checkFiles } from 'ogi-annual-report/many';
import { peakMegabytes } from './peak.js';

const [folder, jobs, resume] = process.argv.slice(2);
const [start, startCpu] = [process.hrtime.bigint(), process.cpuUsage()];
const files = checkFiles(folder, { jobs: Number(jobs), today: '2025-06-01', ...(resume ? { resume } : {}) });
const rows = createHash('sha256');
for await (const row of files) rows.update(JSON.stringify(row));
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const { user, system } = process.cpuUsage(startCpu);
const [summary, digest] = [files.summary, rows.digest('hex')];
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: peakMegabytes(),
    summary,
    digest,
  }),
);
