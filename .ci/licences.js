// The licences under which what is installed with the package may be: all let it be used, changed and passed on, also in
// programs that are not published, and ask for no more than that their notice stays.

import { shipped } from './shipped.js';

/** Expressions as packages write them. `pako` and `jszip` leave a choice or name two; `duck` writes BSD for BSD-2-Clause. */
export const allowed = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '(MIT AND Zlib)',
  '(MIT OR GPL-3.0-or-later)',
];

/** Every package that is installed with this one, with its licence. */
export const licences = shipped.map(([path, { license, version, name }]) => ({
  name: name ?? path.replace(/^.*node_modules\//, ''),
  version,
  licence: license,
}));
