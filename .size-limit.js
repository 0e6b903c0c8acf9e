// How large what people import may be, minified and compressed with Brotli: just above what it is. Measured
// without the dependencies, which are named in package.json, and the core with them, too.
//
//   npm run build && npm run check:size

import packageJson from './package.json' with { type: 'json' };

/** Limits of every subpath, everything in it imported, dependencies left out. */
const limits = {
  '.': '35.8 kB',
  './reading': '27.9 kB',
  './results': '32.3 kB',
  './renderers': '59.7 kB',
  './html': '42.7 kB',
  './markdown': '7.5 kB',
  './text': '37.3 kB',
  './csv': '32.5 kB',
  './docx': '45.8 kB',
  './xlsx': '46.7 kB',
  './pdf': '44.8 kB',
  './svg': '11.8 kB',
  './summary': '17 kB',
  './read-any': '58.6 kB',
  './json': '24.2 kB',
  './many': '39.6 kB',
  './testing': '33.5 kB',
};

const dependencies = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });

/** Chinese is written as it is, as bundlers for the web do by default; of chunks only errors are told. */
const modifyEsbuildConfig = (config) => ({ ...config, charset: 'utf8', logLevel: 'error' });

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
  { name: 'everything of the core, with zod and date-fns', import: '*', limit: '63.2 kB' },
  { name: 'checkReport, with all it needs', import: '{ checkReport }', limit: '29.7 kB' },
  {
    name: 'checkReport, parseReport and startChecking, with all they need',
    import: '{ checkReport, parseReport, startChecking }',
    limit: '58.4 kB',
  },
].map((what) => ({ ...what, path: packageJson.exports['.'].import.default, modifyEsbuildConfig }));

export default [...whatPeopleImport, ...alone];
