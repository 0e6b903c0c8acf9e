// Writes the software bill of materials (CycloneDX) of what users get: the package and what it depends on.
// `npm sbom --omit dev` in place would leave out what a development dependency needs as well, such as zod; so it is asked
// about a lock file that has nothing else in it.
//
//   node .ci/sbom.js    (npm run sbom)

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock, shipped } from './shipped.js';

const { devDependencies: _, overrides: __, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8'));
const packages = Object.fromEntries(shipped);
delete packages[''].devDependencies;

// npm takes the name of the folder for that of the package
const folder = join(mkdtempSync(join(tmpdir(), 'sbom-')), manifest.name);
mkdirSync(folder);
writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }));
const bill = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'], {
  cwd: folder,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});

const missing = Object.keys(manifest.dependencies).filter((name) => !bill.includes(`"name": "${name}"`));
if (missing.length > 0) throw new Error(`The bill of materials lacks ${missing.join(', ')}.`);
mkdirSync('out', { recursive: true });
writeFileSync('out/sbom.cdx.json', bill);
console.log(`out/sbom.cdx.json: ${JSON.parse(bill).components.length} packages`);
