import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The code blocks of a Markdown file in a language, each with the output that is said to follow it. */
export function blocks(markdown: string, language: string): { code: string; output: string | undefined }[] {
  const pattern = new RegExp(
    `\`\`\`${language}\\n([\\s\\S]*?)\`\`\`(?:\\n+[^\\n\`]*\\n*\`\`\`txt\\n([\\s\\S]*?)\`\`\`)?`,
    'g',
  );
  return [...markdown.matchAll(pattern)].map(([, code = '', output]) => ({ code, output }));
}

/** A program without its types. */
export function withoutTypes(code: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}

/** What the compiler objects to in programs, in strict mode; the file name comes first. */
export function typeErrors(files: readonly string[]): string[] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
    typeRoots: [fileURLToPath(new URL('../node_modules/@types', import.meta.url))],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    if (!file) return text;
    return `${basename(file.fileName)}, line ${file.getLineAndCharacterOfPosition(start).line + 1}: ${text}`;
  });
}
