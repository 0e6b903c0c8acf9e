// How large what people import may be, minified and compressed with Brotli: at most a twentieth above what it was when
// .ci/sizes.json was written. Measured without the dependencies, which are named in package.json, and the core with them, too.
//
//   npm run build && npm run check:size
//   npm run build && npm run size:record     writes .ci/sizes.json anew

import packageJson from '../package.json' with { type: 'json' };
import { entries } from './entries.js';
import recorded from './sizes.json' with { type: 'json' };

/** So much more than what was recorded is allowed. */
const ALLOWANCE = 1 / 20;

const dependencies = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });

/** What is only loaded when it is needed is not measured with what needs it. */
export const loadedLater = {
  name: 'loaded later',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** Chinese is written as it is, as bundlers for the web do by default; of chunks only errors are printed. */
const modifyEsbuildConfig = (config) => ({
  ...config,
  charset: 'utf8',
  logLevel: 'error',
  plugins: [...(config.plugins ?? []), loadedLater],
});

/** The limit of what was recorded under a name; none while sizes are recorded. */
function limitOf(name) {
  if (process.env.RECORD_SIZES) return {};
  const size = recorded[name];
  if (size === undefined)
    throw new Error(`No size of “${name}” is recorded: run npm run build, then npm run size:record.`);
  return { limit: `${Math.floor(size * (1 + ALLOWANCE))} B` };
}

const alone = entries.map(({ module, built }) => ({
  name: module,
  path: `../${built}`,
  import: '*',
  ignore: [...dependencies, 'date-fns/*', 'zod/*', 'node:*'],
}));

const [core] = entries;
const whatPeopleImport = [
  { name: 'everything of the core, with zod and date-fns', import: '*' },
  { name: 'checkReport, with all it needs', import: '{ checkReport }' },
  {
    name: 'checkReport, parseReport and startChecking, with all they need',
    import: '{ checkReport, parseReport, startChecking }',
  },
].map((what) => ({ ...what, path: `../${core.built}` }));

export default [...whatPeopleImport, ...alone].map((what) => ({
  ...what,
  ...limitOf(what.name),
  modifyEsbuildConfig,
}));
