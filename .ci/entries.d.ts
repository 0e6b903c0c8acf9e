/** A subpath of the package. */
export interface Entry {
  /** As in `exports` of package.json: `./html`. */
  readonly subpath: string;
  /** As it is imported: `ogi-annual-report/html`. */
  readonly module: string;
  /** Name of the built file: `html`. */
  readonly name: string;
  /** The built file, from the root on. */
  readonly built: string;
  /** The source, from the root on. */
  readonly source: string;
}

export const entries: readonly Entry[];

export function sourceOf(name: string): string;
