import type { RenderOptions } from '../renderer.ts';
import type { DocxFonts } from './fonts.ts';

/** Options of the Word renderer. */
export interface DocxOptions extends RenderOptions {
  /** Fonts other than those of official documents, such as what is installed on the machines of an office. */
  readonly fonts?: Partial<DocxFonts> | undefined;
  /** When the file says it was made. It does not say if left out, and is the same bytes each time. */
  readonly createdOn?: Date | undefined;
}
