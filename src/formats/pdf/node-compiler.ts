import { LocalizedError, packageNeeded } from '../../form/localized-error.ts';
import type { TypstCompiler } from './compiler.ts';
import { familiesIn } from './font-names.ts';

/** The part of the package @myriaddreamin/typst-ts-node-compiler that is used. */
interface TypstPackage {
  readonly NodeCompiler: {
    create(options: {
      readonly workspace: string;
      readonly fontArgs: readonly (
        | { readonly fontPaths: readonly string[] }
        | { readonly fontBlobs: readonly Buffer[] }
      )[];
    }): NodeCompiler;
  };
}

interface NodeCompiler {
  compile(options: { readonly mainFileContent: string }): {
    readonly result: object | null;
    takeError(): { readonly shortDiagnostics: readonly { readonly message: string }[] } | null;
  };
  pdf(document: object, options: { readonly pdfStandard: string }): Uint8Array;
  evictCache(maxAge: number): void;
}

/** A compiler with the families of the font files that it was given. */
export interface LoadedCompiler {
  readonly compiler: TypstCompiler;
  readonly families: readonly string[];
}

/** A font file: its path or its bytes. */
export type FontFile = string | Uint8Array;

/** Compilers are kept, for looking through the fonts of the system takes a third of a second. */
const compilers = new Map<string, Promise<LoadedCompiler>>();
const MAX_COMPILERS = 4;
/** Fonts given as bytes are distinguished by the array they are in. */
const numbers = new WeakMap<Uint8Array, number>();
let count = 0;

/**
 * Gives the compiler of Node with these fonts, the same one for the same fonts.
 *
 * @throws
 *   If the package is not installed, or a font file cannot be read or is none.
 */
export function nodeCompiler(files: readonly FontFile[]): Promise<LoadedCompiler> {
  const key = JSON.stringify(files.map((file) => (typeof file === 'string' ? file : numberOf(file))));
  const cachedCompiler = compilers.get(key);
  if (cachedCompiler) return cachedCompiler;
  const [oldest] = compilers.keys();
  if (oldest !== undefined && compilers.size >= MAX_COMPILERS) compilers.delete(oldest);
  const loading = load(files);
  compilers.set(key, loading);
  loading.catch(() => compilers.delete(key));
  return loading;
}

function numberOf(file: Uint8Array): number {
  const knownNumber = numbers.get(file);
  if (knownNumber !== undefined) return knownNumber;
  count += 1;
  numbers.set(file, count);
  return count;
}

async function load(files: readonly FontFile[]): Promise<LoadedCompiler> {
  const { NodeCompiler } = await typst();
  const fonts = await Promise.all(files.map(fontOf));
  const compiler = NodeCompiler.create({
    // Nothing is to be read from disk: the workspace is a place where there is nothing.
    workspace: '/dev/null/ogi-annual-report',
    fontArgs: fonts.map(({ file, bytes }) =>
      typeof file === 'string' ? { fontPaths: [file] } : { fontBlobs: [Buffer.from(bytes)] },
    ),
  });
  return {
    compiler: { compile: (source, standard) => compiled(compiler, source, standard) },
    families: [...new Set(fonts.flatMap(({ families }) => families))],
  };
}

function compiled(compiler: NodeCompiler, source: string, standard: string): Uint8Array {
  const compilation = compiler.compile({ mainFileContent: source });
  const error = compilation.takeError();
  if (error) throw new Error(error.shortDiagnostics.map(({ message }) => message).join('; '));
  if (!compilation.result) throw new Error('Typst gave no document.');
  try {
    return new Uint8Array(compiler.pdf(compilation.result, { pdfStandard: standard }));
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

/** After this many documents what was not used is forgotten; keeping it longer takes memory and saves no time. */
const CACHE_AGE = 1;

async function fontOf(file: FontFile) {
  const bytes = typeof file === 'string' ? await readFont(file) : file;
  const families = familiesIn(bytes);
  if (families.length > 0) return { file, bytes, families };
  const name = typeof file === 'string' ? `The file ${file}` : 'A file given as bytes';
  throw new LocalizedError({
    'zh-CN': `${typeof file === 'string' ? file : '字体'}不是 TrueType 或 OpenType 字体；请给出 .ttf、.otf 或 .ttc 文件`,
    en: `${name} is no TrueType or OpenType font. Give .ttf, .otf or .ttc files in \`fonts.files\`.`,
  });
}

async function readFont(path: string): Promise<Uint8Array> {
  const { readFile } = await import('node:fs/promises');
  try {
    return await readFile(path);
  } catch (cause) {
    throw new LocalizedError(
      {
        'zh-CN': `字体文件 ${path} 无法读取；请检查文件名`,
        en: `The font file ${path} cannot be read. Correct the path in \`fonts.files\`.`,
      },
      { cause },
    );
  }
}

async function typst(): Promise<TypstPackage> {
  try {
    const loaded = (await import(
      '@myriaddreamin/typst-ts-node-compiler'
    )) as unknown as Partial<TypstPackage>;
    // Bundlers for browsers put an empty module in its place, as `browser` in package.json asks for.
    if (!loaded.NodeCompiler) throw new Error('It is a program for Node.');
    return { NodeCompiler: loaded.NodeCompiler };
  } catch (cause) {
    throw packageNeeded(
      { 'zh-CN': '生成 PDF 文件', en: 'Rendering PDF files' },
      '@myriaddreamin/typst-ts-node-compiler',
      cause,
      '. In a browser, give a `compiler` instead.',
    );
  }
}
