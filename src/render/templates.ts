import type { Locale } from '../form/table.ts';
import type { Labels, Output } from './renderer.ts';

/** A form to fill in. */
export interface Template {
  /** Name on the command line. */
  readonly id: string;
  /** File name extension, without a dot. */
  readonly extension: string;
  /** Writes the empty form. */
  render(options?: { readonly locale?: Locale; readonly labels?: Labels }): Output | Promise<Output>;
}

/** The forms to fill in, by name; the command `ogi-report template` gives these. */
export const templates: Readonly<Record<string, Template>> = {};
