import type { CellPath } from '../form/cells.ts';
import { quoted } from '../form/in-language.ts';
import type { Localized } from '../form/vocabulary.ts';

/**
 * What the source has in cells whose figure is not known and that are not blank: what is printed, or an empty text where no
 * figure of the cell could be determined. Plain JSON.
 */
export type PrintedInstead = Readonly<Partial<Record<CellPath, string>>>;

/** What was read for a cell, as far as it says what stands in it. */
interface ReadCell {
  /** What stands there, as in the `cells` of a reading, such as `number`, `blank` or `text`. */
  readonly state: string;
  /** What is printed. */
  readonly printed: string;
}

/** What was read for cells, as far as it says what stands in them. */
export type ReadCells = Readonly<Partial<Record<CellPath, ReadCell>>>;

/** What a source has in the cells that hold neither a number nor nothing. */
export function printedInstead(cells: ReadCells): PrintedInstead {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([path, read]) =>
      !read || read.state === 'number' || read.state === 'blank'
        ? []
        : [[path, read.state === 'absent' ? '' : read.printed]],
    ),
  );
}

/** What counts as printed in a cell that holds a picture and no text: the character that stands for an object. */
export const PICTURE = '\uFFFC';

/** Characters of what is printed in a cell that are quoted. */
const MAX_QUOTED = 40;

/** What stands in a cell, for people: its figure, what is printed instead, or that it is blank. */
export function contentInWords(figure: number | null, printed?: string): Localized {
  if (figure !== null) return { 'zh-CN': String(figure), en: String(figure) };
  if (printed === undefined) return { 'zh-CN': '空白', en: 'blank' };
  if (printed === '') return { 'zh-CN': '未能确定', en: 'not determined' };
  if (printed === PICTURE) return { 'zh-CN': '图片', en: 'a picture' };
  const line = printed.trim().replace(/\s+/gu, ' ');
  const shown = quoted(line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED)}…` : line);
  return { 'zh-CN': shown, en: shown };
}

/** The same in a sentence that goes on from what should stand there. */
export function contentAfterFigure(figure: number | null, printed?: string): Localized {
  const content = contentInWords(figure, printed);
  if (figure === null && printed === '')
    return { 'zh-CN': '，来源中的数未能确定', en: '; the figure in the source could not be determined' };
  return { 'zh-CN': `，现为${figure === null ? '' : ' '}${content['zh-CN']}`, en: `, not ${content.en}` };
}
