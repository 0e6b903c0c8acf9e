// The types of the CommonJS files: those of the ES modules under the other name, with imports that follow. Rolled up once, not twice:
// that is most of the time a build takes.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);

for (const name of readdirSync(dist).filter((file) => file.endsWith('.d.ts'))) {
  const types = readFileSync(new URL(name, dist), 'utf8');
  const commonJs = types.replace(/(from|import|import\()( ?)'(\.\/[^']+)\.js'/g, "$1$2'$3.cjs'");
  writeFileSync(new URL(name.replace(/\.d\.ts$/, '.d.cts'), dist), commonJs);
}
