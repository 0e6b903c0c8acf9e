import { type CellPath, cellAt } from '../form/cells.ts';
import { counted } from '../form/in-language.ts';
import type { Form, Localized } from '../form/vocabulary.ts';
import { PICTURE } from '../rules/cell-content.ts';
import type { CellReading, ReadIssue } from './reading.ts';
import { unitBehind } from './units.ts';

/** Cells with the same in them. */
interface MarkedCells {
  readonly printed: string;
  /** The unit in which headings have their numbers. */
  readonly unit: string | undefined;
  readonly paths: [CellPath, ...CellPath[]];
}

/**
 * Cells in which a mark or a word is printed instead of a number, reported once for each mark; and cells with numbers in a
 * unit that is not the form's, reported once for each unit.
 */
export function marksInCells(
  form: Form,
  readCells: Iterable<readonly [CellPath, Pick<CellReading, 'state' | 'printed'>]>,
): ReadIssue[] {
  const marks = new Map<string, MarkedCells>();
  for (const [path, { state, printed }] of readCells) {
    if (state !== 'text' && state !== 'slash' && state !== 'dash') continue;
    const unit = unitBehind(printed);
    const key = unit === undefined ? printed : `（${unit}）`;
    const known = marks.get(key);
    if (known) known.paths.push(path);
    else marks.set(key, { printed, unit, paths: [path] });
  }
  return [...marks.values()].map(({ printed, unit, paths }) => {
    const address = cellAt(paths[0], form.id).address;
    const others = paths.length - 1;
    const words = printed === PICTURE ? picture : unit === undefined ? noNumber(printed) : otherUnit(unit);
    return {
      rule: 'READ-09',
      cells: paths,
      message: {
        'zh-CN': `${address['zh-CN']}${others > 0 ? `等 ${paths.length} 格` : ''}：${words['zh-CN']}`,
        en: `${address.en}${others > 0 ? ` and ${counted(others, 'more cell')}` : ''}: ${words.en}`,
      },
    };
  });
}

const picture: Localized = {
  'zh-CN': '这里是图片，图片中的数字没有读取；请对照来源补上',
  en: 'there is a picture, and figures in pictures are not read; look it up in the source',
};

function noNumber(printed: string): Localized {
  return {
    'zh-CN': `印的是“${printed}”，不是数字，也不当作 0`,
    en: `“${printed}” is not a number and is not taken as 0`,
  };
}

function otherUnit(unit: string): Localized {
  return {
    'zh-CN': `来源的单位是“${unit}”，不能肯定地换算，数字没有采用；请改用格式的单位`,
    en: `printed in “${unit}”, which cannot be converted with certainty, so that the figures were not taken; use the unit of the form`,
  };
}
