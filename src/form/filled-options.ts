/** Options in which everything that was left out has been filled in. */
export type FilledOptions<Options> = {
  readonly [Name in keyof Options]-?: Exclude<Options[Name], undefined>;
};
