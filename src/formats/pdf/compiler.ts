/**
 * What turns a source in Typst into a PDF file. The renderer brings one for Node; in a browser, make one of
 * the same compiler built as WASM.
 *
 * @example
 *   import { CompileFormatEnum, createTypstCompiler } from '@myriaddreamin/typst.ts/compiler';
 *   import { loadFonts } from '@myriaddreamin/typst.ts';
 *
 *   const typst = createTypstCompiler();
 *   await typst.init({
 *     getModule: () => '/typst_ts_web_compiler_bg.wasm', // from @myriaddreamin/typst-ts-web-compiler
 *     beforeBuild: [loadFonts(['/NotoSerifSC-Regular.ttf'], { assets: false })], // none from elsewhere
 *   });
 *   const compiler: TypstCompiler = {
 *     async compile(source) {
 *       typst.addSource('/report.typ', source);
 *       const asked = { mainFilePath: '/report.typ', format: CompileFormatEnum.pdf };
 *       const { result, diagnostics } = await typst.compile(asked);
 *       if (!result) throw new Error(JSON.stringify(diagnostics));
 *       return result;
 *     },
 *   };
 *   await renderPdf(report, { compiler });
 */
export interface TypstCompiler {
  /**
   * Compiles a source that stands alone.
   *
   * @param source
   *   The source, in ASCII.
   * @param standard
   *   The PDF standard to keep to, `ua-1`. A compiler that cannot keep to it may leave it out; then
   *   characters that no font has are not reported.
   * @returns
   *   The PDF file.
   * @throws
   *   If Typst does not accept it, with what Typst says.
   */
  compile(source: string, standard: string): Promise<Uint8Array> | Uint8Array;
}
