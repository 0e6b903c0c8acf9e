import type { AnyDraft } from '../../report/report.ts';
import type { RenderOptions } from '../renderer.ts';
import type { TypstCompiler } from './compiler.ts';
import { familiesIn } from './font-names.ts';
import { chosenFamilies, type FontFamilies } from './fonts.ts';
import { lacksChinese, missingIn, noChineseFont, noFontFor, numberOf } from './missing.ts';
import { type FontFile, type LoadedCompiler, nodeCompiler } from './node-compiler.ts';
import { sourceOf } from './source.ts';
import { inAscii } from './typst-text.ts';

/** Fonts of a PDF file: families by what they are used for, and files. */
export interface PdfFonts extends FontFamilies {
  /**
   * Font files to use before the fonts of the system: paths, or the bytes of TrueType or OpenType files
   * and collections.
   */
  readonly files?: readonly FontFile[];
}

/** Options of the PDF renderer. */
export interface PdfOptions extends RenderOptions {
  /**
   * Fonts to use; if left out, those of the system in which official documents are set: 小标宋 for the title,
   * 黑体 and 楷体 for headings, 仿宋 for text, or else free ones that stand in for them.
   */
  readonly fonts?: PdfFonts | undefined;
  /**
   * Is given the characters that no font has, before their numbers are printed in brackets, such as
   * `[U+20000]`. If left out, such characters are an error.
   */
  readonly onMissing?: ((characters: readonly string[]) => void) | undefined;
  /** A compiler to use instead of that of Node, in browsers above all. It brings its own fonts. */
  readonly compiler?: TypstCompiler | undefined;
}

/** Tagged, with a language, a title and bookmarks, every character known: PDF/UA-1. */
const STANDARD = 'ua-1';
/** Characters that are missing are usually reported all at once. */
const MAX_ROUNDS = 5;

/**
 * Renders a report as a PDF file in the look of official documents (GB/T 9704). Needs the package
 * `@myriaddreamin/typst-ts-node-compiler`.
 *
 * A4, title in 小标宋, text in 仿宋, tables as on the form, their headings on every page. The file is
 * accessible (PDF/UA-1: tagged, with bookmarks), its fonts are embedded, and it is the same byte for byte
 * for the same report, options and fonts. `readPdf` reads it back.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Findings to mark; language; headings in both languages; fonts.
 * @returns
 *   The file.
 * @throws
 *   If the package is not installed, if a font file cannot be read, if there is no font with Chinese
 *   characters, or if a character is in no font and `onMissing` is not given.
 * @example
 *   const fonts = { files: ['NotoSerifSC-Regular.ttf', 'NotoSansSC-Regular.ttf'] };
 *   await writeFile('report.pdf', await renderPdf(report, { fonts }));
 */
export async function renderPdf(report: AnyDraft, options: PdfOptions = {}): Promise<Uint8Array> {
  const { fonts = {}, onMissing } = options;
  const { compiler, families } = await compilerFor(options);
  const source = sourceOf(report, options, chosenFamilies(fonts, families));
  const missing = new Set<string>();
  for (let round = 1; ; round += 1) {
    try {
      return await compiler.compile(inAscii(withNumbers(source, missing)), STANDARD);
    } catch (error) {
      const newlyMissing = missingIn(error).filter((character) => !missing.has(character));
      if (newlyMissing.length === 0 || round === MAX_ROUNDS) throw error;
      if (lacksChinese(newlyMissing)) throw noChineseFont();
      if (!onMissing) throw noFontFor(newlyMissing);
      onMissing(newlyMissing);
      for (const character of newlyMissing) missing.add(character);
    }
  }
}

async function compilerFor({ compiler, fonts: { files = [] } = {} }: PdfOptions): Promise<LoadedCompiler> {
  if (!compiler) return nodeCompiler(files);
  return { compiler, families: files.flatMap((file) => (typeof file === 'string' ? [] : familiesIn(file))) };
}

/** The source with numbers in place of characters that cannot be printed. */
function withNumbers(source: string, missing: ReadonlySet<string>): string {
  if (missing.size === 0) return source;
  return [...source]
    .map((character) => (missing.has(character) ? `[${numberOf(character)}]` : character))
    .join('');
}
