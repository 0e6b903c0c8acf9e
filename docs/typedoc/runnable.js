// Completes the examples of doc comments: a comment shows the call, the page of it shows a program that runs.
// `docs/typedoc/typedoc-plugin.js` prints what this gives, and `test/doc-examples.test.ts` runs the same.

import { readdirSync, readFileSync } from 'node:fs';
import { entries } from '../../.ci/entries.js';

const root = new URL('../../', import.meta.url);
const source = new URL('src/', root);

/** What stands behind the names that examples may use without saying where they come from. */
const given = {
  report: "const report: Report = JSON.parse(await readFile('huaian-shi-2024.json', 'utf8'));",
  previous: "const previous: Report = JSON.parse(await readFile('huaian-shi-2023-made-up.json', 'utf8'));",
  mistaken: "const mistaken: Report = JSON.parse(await readFile('huaian-shi-2024-mistaken.json', 'utf8'));",
  text: "const text = await readFile('report.txt', 'utf8');",
  page: "const page = await readFile('report.html', 'utf8');",
};

/** Names of Node that examples use. */
const ofNode = ['readFile', 'writeFile'];

/**
 * The names of the package: where each is imported from, and whether it is a type only.
 *
 * @returns {Map<string, { from: string, isType: boolean }>}
 */
export function publicNames() {
  const names = new Map();
  for (const { module: from, source: index } of entries) {
    const entry = readFileSync(new URL(index, root), 'utf8');
    for (const [, type, list] of entry.matchAll(/export (type )?\{([^}]*)\} from/g)) {
      for (const item of list.split(',').map((part) => part.trim())) {
        const name = item.replace(/^type /, '');
        if (name && !names.has(name)) names.set(name, { from, isType: Boolean(type) || name !== item });
      }
    }
  }
  return names;
}

/**
 * The examples in the doc comments of public names, as they stand there.
 *
 * @returns {{ name: string, code: string }[]}
 */
export function examples() {
  const names = publicNames();
  const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((file) => {
    const program = readFileSync(new URL(file.replaceAll('\\', '/'), source), 'utf8');
    const documented = program.matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:\/\/.*\s*)?export (?:async )?(?:function|class|const|interface|type) (\w+)/g,
    );
    return [...documented]
      .filter(([, , name]) => names.has(name))
      .flatMap(([, comment, name]) =>
        comment
          .replace(/^\s*\* ?/gm, '')
          .split(/^@/m)
          .filter((tag) => tag.startsWith('example'))
          .map((tag) => ({ name, code: dedented(tag.replace(/^example\s*\n/, '')) })),
      );
  });
}

/** An example without the indentation of its comment. */
export function dedented(code) {
  return code.replace(/^ {1,2}/gm, '').trim();
}

/**
 * An example with everything that it needs to run: imports first, then the files it starts from.
 *
 * @param {string} code
 * @param {ReturnType<typeof publicNames>} names
 */
export function runnable(code, names = publicNames()) {
  const used = wordsOf(code);
  const prepared = Object.entries(given)
    .filter(([name]) => used.has(name) && !declares(code, name))
    .map(([, statement]) => statement);
  const all = wordsOf([code, ...prepared].join('\n'));
  const imports = new Map();
  const add = (from, name) => imports.set(from, [...(imports.get(from) ?? []), name]);
  for (const name of ofNode) if (all.has(name) && !declares(code, name)) add('node:fs/promises', name);
  for (const [name, { from, isType }] of names)
    if (all.has(name) && !declares(code, name)) add(from, isType ? `type ${name}` : name);
  const lines = [...imports].map(([from, list]) => `import { ${list.join(', ')} } from '${from}';`);
  return [...lines, ...prepared, ...(lines.length > 0 ? [''] : []), code].join('\n');
}

/** The words of a program that may be names: no properties, no texts, no comments. */
function wordsOf(code) {
  const bare = code
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/\.\s*\w+/g, (member, at, whole) => (whole.slice(0, at).endsWith('..') ? member : '.'))
    .replace(/(?<=[{,]\s*)\w+(?=\s*:)/g, '')
    .replace(/\bconst (\w+)(?=[:\s])/g, 'const');
  return new Set(bare.match(/\b[A-Za-z_]\w*\b/g));
}

/** Whether an example declares a name itself. */
function declares(code, name) {
  const word = `\\b${name}\\b`;
  return [
    `(?:const|let|function)\\s+${word}`,
    `const\\s+[{[][^}\\]]*${word}[^}\\]]*[}\\]]\\s*=`,
    `import\\s+(?:type\\s+)?\\{[^}]*${word}`,
  ].some((declaration) => new RegExp(declaration).test(code));
}
