import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';

const modules = new URL('../node_modules/', import.meta.url);

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

/** What the compiler objects to in programs of one folder, in strict mode; the file name comes first. */
export async function typeErrors(files: readonly string[]): Promise<string[]> {
  const [first] = files;
  if (!first) throw new Error('There are no programs to compile.');
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: 'nodenext',
    target: 'es2022',
    types: ['node'],
    typeRoots: [fileURLToPath(new URL('@types', modules))],
  };
  const config = join(dirname(first), 'tsconfig.json');
  await writeFile(config, JSON.stringify({ compilerOptions, files }));
  const compiler = fileURLToPath(new URL('typescript-7/bin/tsc', modules));
  return promisify(execFile)(process.execPath, [compiler, '--pretty', 'false', '-p', config]).then(
    () => [],
    ({ stdout, message }: { readonly stdout: string; readonly message: string }) =>
      stdout ? stdout.trim().split('\n') : [message],
  );
}
