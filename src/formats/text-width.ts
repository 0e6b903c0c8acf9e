/** How wide the signs of a kind of type are: those of the first pattern that fits, and all others. */
interface Face {
  readonly signs: readonly (readonly [pattern: RegExp, width: number])[];
  readonly others: number;
}

/** Every sign of Chinese, and quotation marks and dashes as they are set among them. */
const CHINESE = /[\u2E80-\u{10FFFF}“”‘’—…→]/u;

/** Widths by where a text stands, in characters of Chinese, but for those of sheets. */
const FACES = {
  /** Sans-serif type on screens, about that of common fonts and rather more. */
  screen: {
    signs: [
      [/[\u2E80-\u{3FFFF}“”‘’…—▲▼]/u, 1],
      [/[ijlt.,:;'|!()[\]fr -]/, 0.36],
      [/[mwMW%@]/, 0.93],
      [/[A-Z&]/, 0.68],
    ],
    others: 0.58,
  },
  /** Type of Word documents, to a tenth or so. */
  word: {
    signs: [
      [CHINESE, 1],
      [/[ijltfrI.,:;()' -]/, 0.32],
      [/[mwMW]/, 0.8],
      [/[A-Z]/, 0.7],
    ],
    others: 0.5,
  },
  /** Type of PDF files. */
  pdf: { signs: [[/[\u2010-\u{10FFFF}]/u, 1]], others: 0.56 },
  /** Type of workbooks, in digits, as widths of columns are given there. */
  sheet: { signs: [[/[\u2E80-\u{10FFFF}]/u, 2]], others: 1.1 },
} as const satisfies Readonly<Record<string, Face>>;

/** Estimates how wide a text is. */
export function widthOf(text: string, face: keyof typeof FACES): number {
  const { signs, others }: Face = FACES[face];
  let width = 0;
  for (const sign of text) width += signs.find(([pattern]) => pattern.test(sign))?.[1] ?? others;
  return width;
}
