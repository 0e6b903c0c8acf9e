export declare const allowed: readonly string[];
export declare const licences: readonly {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}[];
