import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeErrors, withoutTypes } from './code-blocks.ts';
import { exampleFolder } from './example-folder.ts';

/** Plain JavaScript, so that TypeDoc can load it too. */
interface Runnable {
  examples(): { readonly name: string; readonly code: string }[];
  publicNames(): Map<string, { readonly from: string; readonly isType: boolean }>;
  runnable(code: string): string;
}

const { examples, publicNames, runnable }: Runnable = await import(
  new URL('../docs/typedoc/runnable.js', import.meta.url).href
);

const programs = examples().map(({ name, code }, at) => ({
  name,
  file: `${String(at).padStart(3, '0')}-${name}.ts`,
  code: runnable(code),
}));

/** What cannot run here: it is for a browser, with packages that are not installed. */
const shownOnly = ['TypstCompiler'];

let folder: string;
let printed: Record<string, readonly Comparison[] | { readonly error: string }>;

interface Comparison {
  readonly said: string;
  readonly same: boolean;
  readonly actual: string;
}

beforeAll(async () => {
  folder = await exampleFolder();
  for (const { file, code } of programs) {
    await writeFile(join(folder, file), `${code}\nexport {};\n`);
    await writeFile(join(folder, file.replace('.ts', '.mjs')), compared(code));
  }
  await writeFile(join(folder, 'all.mjs'), RUN);
  const files = programs.filter(({ name }) => !shownOnly.includes(name)).map(({ file }) => file);
  await promisify(execFile)(process.execPath, ['all.mjs', ...files], { cwd: folder });
  printed = JSON.parse(await readFile(join(folder, 'printed.json'), 'utf8'));
});

test('every function and every value that is exported has an example', () => {
  const shown = new Set(programs.map(({ name }) => name));
  const without = [...publicNames()].filter(([name, { isType }]) => !isType && !shown.has(name));
  expect(without.map(([name]) => name)).toEqual([]);
});

describe('the example of', () => {
  test.each(programs.filter(({ name }) => !shownOnly.includes(name)))(
    '$name runs and gives what it says',
    ({ file }) => {
      const outcome = printed[file];
      if (!outcome || 'error' in outcome) throw new Error(outcome?.error ?? 'it was not run');
      for (const { said, same, actual } of outcome) expect(same, `${said}, but it is ${actual}`).toBe(true);
    },
  );
});

test('the examples compile in a program of strict TypeScript', async () => {
  const files = programs
    .filter(({ name }) => !shownOnly.includes(name))
    .map(({ file }) => join(folder, file));
  expect(await typeErrors(files)).toEqual([]);
});

/** The example as JavaScript that compares each value with what the comment behind it says. */
function compared(code: string): string {
  const parsed = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const statements = parsed.statements.map((statement, at) => {
    const next = parsed.statements[at + 1];
    const behind = code.slice(statement.end, next ? next.getStart() : code.length);
    const said = /\/\/=> ([^\n]*)/.exec(behind)?.[1]?.trim();
    if (said === undefined) return statement.getFullText();
    if (!ts.isExpressionStatement(statement)) throw new Error(`Nothing to compare in: ${code}`);
    const value = said.includes('…') ? 'undefined' : said;
    return `\ncompare(${statement.expression.getText()}, ${JSON.stringify(said)}, () => (${value}));`;
  });
  return withoutTypes(`${statements.join('')}\nexport {};`);
}

/** Runs the examples one after the other. `…` stands for anything. */
const RUN = `
import { writeFileSync } from 'node:fs';
import { inspect, isDeepStrictEqual } from 'node:util';

const printed = {};
let current = [];

globalThis.compare = (actual, said, value) => {
  const text = inspect(actual, { depth: 9, breakLength: Infinity, maxArrayLength: 1000, maxStringLength: 500 });
  const plain = (printed) => printed.replace(/\\s+/g, '');
  const pattern = plain(said).split('…').map((part) => part.replace(/[.*+?^\${}()|[\\]\\\\]/g, '\\\\$&'));
  const same = said.includes('…')
    ? new RegExp(pattern.join('[^]*'), 'u').test(plain(text))
    : isDeepStrictEqual(actual, value());
  current.push({ said, same, actual: text });
};

console.log = () => {};
for (const file of process.argv.slice(2)) {
  current = [];
  try {
    await import('./' + file.replace('.ts', '.mjs'));
    printed[file] = current;
  } catch (error) {
    printed[file] = { error: error.stack };
  }
}
writeFileSync('printed.json', JSON.stringify(printed));
`;
