// What the built declarations promise, as one text that a review can compare: for every subpath the declarations it exports,
// then, once, those that these refer to and no subpath exports. Without comments, in the order of their names.

import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { entries } from './entries.js';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The report of the declarations in dist/. */
export function publicTypes() {
  const files = entries.map(({ built }) =>
    fileURLToPath(new URL(`../${built.replace(/\.js$/, '.d.ts')}`, import.meta.url)),
  );
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const printer = ts.createPrinter({ removeComments: true });
  const isOurs = (node) => node.getSourceFile().fileName.startsWith(`${root.replaceAll('\\', '/')}dist/`);
  const targetOf = (symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

  /** The statements that declare something, as they are printed; those of other packages are none of ours. */
  function declarationsOf(symbol) {
    const nodes = (symbol.declarations ?? []).filter(isOurs).map((node) => {
      const list = ts.isVariableDeclaration(node) ? node.parent.parent : node;
      return ts.isSourceFile(list) ? undefined : list;
    });
    return [...new Set(nodes)].filter((node) => node !== undefined);
  }

  /** Where a name that a subpath exports was printed first; a name that is exported twice is printed once. */
  const printed = new Map();
  const pending = [];
  const print = (nodes) =>
    nodes.map((node) => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())).join('\n');
  const parts = entries.map(({ module }, index) => {
    const source = program.getSourceFile(files[index]);
    const exported = checker
      .getExportsOfModule(checker.getSymbolAtLocation(source))
      .map((symbol) => ({ name: symbol.name, symbol: targetOf(symbol) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const lines = exported.map(({ name, symbol }) => {
      const first = printed.get(symbol);
      if (first) return `// ${name}: as of ${first}`;
      printed.set(symbol, module);
      const nodes = declarationsOf(symbol);
      pending.push(...nodes);
      return nodes.length > 0 ? print(nodes) : `// ${name}: of another package`;
    });
    return `// ## ${module}\n\n${lines.join('\n\n')}\n`;
  });

  const besides = [];
  const visit = (node) => {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const target = symbol && targetOf(symbol);
      const isType =
        target && target.flags & (ts.SymbolFlags.Type | ts.SymbolFlags.Variable | ts.SymbolFlags.Function);
      if (isType && !(target.flags & ts.SymbolFlags.TypeParameter) && !printed.has(target)) {
        const nodes = declarationsOf(target).filter((found) => ts.isSourceFile(found.parent));
        if (nodes.length > 0) {
          printed.set(target, 'none');
          besides.push({ name: target.name, text: print(nodes) });
          pending.push(...nodes);
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  for (let node = pending.pop(); node; node = pending.pop()) visit(node);
  besides.sort((one, other) =>
    one.name < other.name ? -1 : one.name > other.name ? 1 : one.text < other.text ? -1 : 1,
  );
  parts.push(`// ## exported by none\n\n${besides.map(({ text }) => text).join('\n\n')}\n`);
  return parts.join('\n');
}
