/** Rows of different heights on an axis that has bands of one height only: a row takes up several of them. */
export interface Slots {
  /** Height of all rows in pixels. */
  readonly height: number;
  /** Puts what belongs to rows into the bands in their middles, and something else into all others. */
  spread<T>(rows: readonly T[], filler: T): T[];
  /** The row whose middle a band is; -1 if it is none's. */
  rowAt(band: number): number;
}

/** Height of a band in pixels. */
const BAND = 2;

/** Lays rows of given heights out. */
export function slots(heights: readonly number[]): Slots {
  const middles: number[] = [];
  let bands = 0;
  for (const height of heights) {
    const span = Math.ceil((height / BAND - 1) / 2) * 2 + 1;
    middles.push(bands + (span - 1) / 2);
    bands += Math.max(0, span);
  }
  return {
    height: bands * BAND,
    spread: <T>(rows: readonly T[], filler: T) => {
      const all = Array.from({ length: bands }, () => filler);
      middles.forEach((middle, index) => {
        all[middle] = rows[index] ?? filler;
      });
      return all;
    },
    rowAt: (band) => middles.indexOf(band),
  };
}
