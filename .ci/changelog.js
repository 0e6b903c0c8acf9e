// Part of `npm run version`: what stands under "Unreleased" becomes the entry of the version that changesets chose.
//
//   node .ci/changelog.js 2026-12-01

import { readFileSync, writeFileSync } from 'node:fs';

const [day = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const UNRELEASED = /^## Unreleased\n+(?=\S)(?!## )/m;

if (!UNRELEASED.test(changelog))
  throw new Error(
    'CHANGELOG.md has nothing under "## Unreleased". Write there what a user notices, then run it again.',
  );
writeFileSync('CHANGELOG.md', changelog.replace(UNRELEASED, `## Unreleased\n\n## ${version} (${day})\n\n`));
