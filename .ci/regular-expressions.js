// Every regular expression of the source takes linear time on any text: what is read is hostile until checked. One in which
// every repetition has a bound does by itself; the others are proved by recheck. Those that are put together from strings are
// taken as they are made: when the built package is loaded, and when reports are read and checked.
//
//   npm run check:expressions

import { readdirSync, readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import ts from 'typescript';

/** The literals of a file, with the line each stands in. */
function expressionsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        place: `${file}:${line + 1}`,
        pattern: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The expressions that code of the built package makes of strings while something is done, by where it makes them. */
async function expressionsMade(work) {
  const made = new Map();
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, parts, newTarget) {
      const expression = Reflect.construct(target, parts, newTarget);
      const place = /(?<=\/)dist\/\S+(?=:\d+\)?$)/mu.exec(new Error().stack?.split('\n')[2] ?? '')?.[0];
      const { source: pattern, flags } = expression;
      if (place) made.set(`${place} ${pattern}`, { place, pattern, flags });
      return expression;
    },
  });
  await work();
  globalThis.RegExp = Original;
  return [...made.values()];
}

/** Loads every part of the built package, and reads and checks reports: as text, as a page, and after one of the year before. */
async function useEverything() {
  const entries = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).exports);
  for (const entry of entries.filter((name) => !/\.(?:json|css)$|\*/u.test(name)))
    await import(`ogi-annual-report${entry.slice(1)}`);
  const { checkReport, readReport } = await import('ogi-annual-report');
  const { renderHtml } = await import('ogi-annual-report/html');
  const { renderText } = await import('ogi-annual-report/text');
  for (const name of readdirSync('examples/reports').filter((file) => file.endsWith('.json'))) {
    const report = JSON.parse(readFileSync(`examples/reports/${name}`, 'utf8'));
    for (const source of [renderText(report), renderHtml(report)])
      checkReport(await readReport(source), { previous: { ...report, year: report.year - 1 } });
  }
}

/** Whether something may be repeated as often as the text is long: `*`, `+` or `{2,}` outside of a class. */
function repeatsWithoutBound(pattern) {
  const outside = pattern.replace(/\\[^pPkx]|\\[pPk][{<][^}>]*[}>]|\[(?:\\.|[^\]\\])*\]/gu, 'a');
  return /[*+]|\{\d+,\}/u.test(outside);
}

const files = readdirSync('src', { recursive: true }).filter((name) => name.endsWith('.ts'));
const expressions = files.sort().flatMap((name) => expressionsOf(`src/${name.replaceAll('\\', '/')}`));
const made = await expressionsMade(useEverything);
const unbounded = [...expressions, ...made].filter(({ pattern }) => repeatsWithoutBound(pattern));
const faults = unbounded.flatMap(({ place, pattern, flags }) => {
  const { status, complexity, attack, error } = checkSync(pattern, flags, { timeout: 120_000 });
  if (status === 'safe') return [];
  const why = status === 'unknown' ? error.kind : `${complexity.summary}, as with ${attack.pattern}`;
  return [`${place} /${pattern}/${flags}\n  ${why}`];
});

for (const fault of faults) console.error(fault);
console.log(
  `${expressions.length} regular expressions and ${made.length} made of strings, ${unbounded.length} of them with repetitions without a bound: ${faults.length} may take more than linear time.`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
