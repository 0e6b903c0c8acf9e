// What is installed with the package: the entries of the lock file that neither development nor what is optional brought in.

import { readFileSync } from 'node:fs';

export const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

/** The package itself, under the name '', and what it depends on. */
export const shipped = Object.entries(lock.packages).filter(
  ([, { dev, devOptional }]) => !dev && !devOptional,
);
