// How large what people import may be, minified and compressed with Brotli: at most a twentieth above what it is. Measured
// without the dependencies, which are named in package.json, and the core with them, too.
//
//   npm run build && npm run check:size

import packageJson from './package.json' with { type: 'json' };

/** Limits of every subpath, everything in it imported, dependencies left out. */
const limits = {
  '.': '38.5 kB',
  './results': '33 kB',
  './html': '33 kB',
  './markdown': '8.5 kB',
  './text': '26 kB',
  './csv': '19.5 kB',
  './docx': '37 kB',
  './xlsx': '50.5 kB',
  './pdf': '42 kB',
  './charts': '13 kB',
  './summary': '18.5 kB',
  './json': '13 kB',
  './many': '41 kB',
  './testing': '36 kB',
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

/** Chinese is written as it is, as bundlers for the web do by default; of chunks only errors are printed. */
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
  { name: 'everything of the core, with zod and date-fns', import: '*', limit: '67 kB' },
  { name: 'checkReport, with all it needs', import: '{ checkReport }', limit: '32 kB' },
  {
    name: 'checkReport, parseReport and startChecking, with all they need',
    import: '{ checkReport, parseReport, startChecking }',
    limit: '61 kB',
  },
].map((what) => ({ ...what, path: packageJson.exports['.'].import.default, modifyEsbuildConfig }));

export default [...whatPeopleImport, ...alone];
