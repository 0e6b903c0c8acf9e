// What package.json promises: every subpath of `exports` that is a module, with the source it is built from. The build, the
// documentation, the limits of size and the tests all ask here.

import { existsSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };

const root = new URL('../', import.meta.url);

/** The source of a built file, from the root on: the index of the folder of the same name. */
export function sourceOf(name) {
  const places = [`src/${name}.ts`, `src/${name}/index.ts`, `src/formats/${name}/index.ts`];
  const found = places.find((place) => existsSync(new URL(place, root)));
  if (!found) throw new Error(`Nothing to build dist/${name}.js from: expected one of ${places.join(', ')}`);
  return found;
}

export const entries = Object.entries(packageJson.exports).flatMap(([subpath, conditions]) => {
  if (typeof conditions === 'string') return [];
  const built = conditions.import.default;
  const name = built.replace(/^\.\/dist\/|\.js$/g, '');
  return [{ subpath, module: subpath.replace(/^\./, packageJson.name), name, built, source: sourceOf(name) }];
});
