import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** What each file imports, types too. */
const imports = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(src, name))
    .map((file) => [
      file,
      ts
        .preProcessFile(readFileSync(file, 'utf8'))
        .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
        .map(({ fileName }) => resolve(dirname(file), fileName)),
    ]),
);

test('no file imports itself by way of others, not even for a type', () => {
  const left = new Map(imports);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [file, needed] of left) if (!needed.some((other) => left.has(other))) left.delete(file);
  }
  expect([...left.keys()].map((file) => relative(src, file))).toEqual([]);
});

test('folders import from those before them only', () => {
  const order =
    'form report rules diagnosis check reading formats charts results many roll-up compare sql summary cli'.split(
      ' ',
    );
  const placeOf = (file: string) => order.indexOf(relative(src, file).split('/')[0] ?? '');
  const against = [...imports].flatMap(([file, needed]) =>
    needed
      .filter((other) => placeOf(file) >= 0 && placeOf(other) > placeOf(file))
      .map((other) => `${relative(src, file)} imports ${relative(src, other)}`),
  );
  expect(against).toEqual([]);
});
