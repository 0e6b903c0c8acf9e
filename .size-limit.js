// How large what people import may be, minified and compressed with Brotli: just above what it is. Measured
// without the dependencies, which are named in package.json, and the core with them, too.
//
//   npm run build && npm run check:size

import packageJson from './package.json' with { type: 'json' };

/** Limits of every subpath, everything in it imported, dependencies left out. */
const limits = {
  '.': '37 kB',
  './results': '33 kB',
  './html': '44 kB',
  './markdown': '8 kB',
  './text': '38.5 kB',
  './csv': '33.5 kB',
  './docx': '47.5 kB',
  './xlsx': '48 kB',
  './pdf': '46.5 kB',
  './charts': '12.5 kB',
  './summary': '17.5 kB',
  './json': '25 kB',
  './many': '41 kB',
  './testing': '34.5 kB',
};

const dependencies = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });

/** What is only loaded when it is needed is not measured with what needs it. */
const loadedLater = {
  name: 'loaded later',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** Chinese is written as it is, as bundlers for the web do by default; of chunks only errors are told. */
const modifyEsbuildConfig = (config) => ({
  ...config,
  charset: 'utf8',
  logLevel: 'error',
  plugins: [...(config.plugins ?? []), loadedLater],
});

function missing(name) {
  throw new Error(`The subpath ${name} has no limit: add one to .size-limit.js.`);
}

const subpaths = Object.entries(packageJson.exports).flatMap(([name, conditions]) =>
  typeof conditions === 'string' ? [] : [{ name, path: conditions.import.default }],
);

const alone = subpaths.map(({ name, path }) => ({
  name: name.replace(/^\./, packageJson.name),
  path,
  import: '*',
  limit: limits[name] ?? missing(name),
  ignore: [...dependencies, 'date-fns/*', 'zod/*', 'node:*'],
  modifyEsbuildConfig,
}));

const whatPeopleImport = [
  { name: 'everything of the core, with zod and date-fns', import: '*', limit: '64.5 kB' },
  { name: 'checkReport, with all it needs', import: '{ checkReport }', limit: '30.5 kB' },
  {
    name: 'checkReport, parseReport and startChecking, with all they need',
    import: '{ checkReport, parseReport, startChecking }',
    limit: '59.5 kB',
  },
].map((what) => ({ ...what, path: packageJson.exports['.'].import.default, modifyEsbuildConfig }));

export default [...whatPeopleImport, ...alone];
