// Every regular expression of the source takes linear time on any text: what is read is hostile until checked. One in which
// every repetition has a bound does by itself; the others are proved by recheck.
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

/** Whether something may be repeated as often as the text is long: `*`, `+` or `{2,}` outside of a class. */
function repeatsWithoutBound(pattern) {
  const outside = pattern.replace(/\\[^pPkx]|\\[pPk][{<][^}>]*[}>]|\[(?:\\.|[^\]\\])*\]/gu, 'a');
  return /[*+]|\{\d+,\}/u.test(outside);
}

const files = readdirSync('src', { recursive: true }).filter((name) => name.endsWith('.ts'));
const expressions = files.sort().flatMap((name) => expressionsOf(`src/${name.replaceAll('\\', '/')}`));
const unbounded = expressions.filter(({ pattern }) => repeatsWithoutBound(pattern));
const faults = unbounded.flatMap(({ place, pattern, flags }) => {
  const { status, complexity, attack, error } = checkSync(pattern, flags, { timeout: 30_000 });
  if (status === 'safe') return [];
  const why = status === 'unknown' ? error.kind : `${complexity.summary}, as with ${attack.pattern}`;
  return [`${place} /${pattern}/${flags}\n  ${why}`];
});

for (const fault of faults) console.error(fault);
console.log(
  `${expressions.length} regular expressions, ${unbounded.length} of them with repetitions without a bound: ${faults.length} may take more than linear time.`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
