import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { allowed, licences } from '../.ci/licences.js';
import { publicTypes } from '../.ci/public-types.js';
import packageJson from '../package.json' with { type: 'json' };

test('the built types are those of test/snapshots/public-types.txt, so that a review sees what changes', async () => {
  await expect(publicTypes()).toMatchFileSnapshot('snapshots/public-types.txt');
}, 60_000);

test('everything that is installed with the package has a licence that is allowed', () => {
  expect(licences.filter(({ licence }) => !allowed.includes(licence))).toEqual([]);
  const names = licences.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(packageJson.dependencies)));
});

test('no licence is allowed that nothing has', () => {
  expect(allowed.filter((expression) => !licences.some(({ licence }) => licence === expression))).toEqual([]);
});

test('the addresses of the package name one owner, and the release says where to put the real one', async () => {
  const { repository, homepage, bugs } = packageJson;
  const [, owner = ''] =
    /^git\+https:\/\/github\.com\/([^/]+)\/ogi-annual-report\.git$/.exec(repository.url) ?? [];
  expect(homepage).toBe(`https://github.com/${owner}/ogi-annual-report#readme`);
  expect(bugs).toBe(`https://github.com/${owner}/ogi-annual-report/issues`);
  if (owner !== 'PLACEHOLDER-OWNER') return;
  expect(await readFile('docs/releasing.md', 'utf8')).toContain('PLACEHOLDER-OWNER');
});
