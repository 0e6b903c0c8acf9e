import { form2021 } from '../form/2021.ts';
import { type Cell, cells } from '../form/cells.ts';
import type { Rule } from './rule.ts';
import { wordings } from './wording.ts';

/** One yuan, the smallest amount that published reports give, is so many decimals of 万元. */
const DECIMALS_OF_A_YUAN = 4;

const counts: Rule = {
  id: 'CELL-01',
  family: 'cells',
  severity: 'error',
  text: {
    'zh-CN': '件数应为 0 或者更大的整数',
    en: 'a count is a whole number from 0',
  },
  authority: {
    kind: 'inference',
    citation: { 'zh-CN': '“件数”“数量”的含义', en: 'the meaning of 件数 and 数量' },
  },
  since: form2021.firstYear,
  check: ({ figures }) =>
    cells()
      .filter(({ unit }) => unit === 'count')
      .flatMap((cell) => {
        const figure = figures[cell.position] ?? 0;
        if (Number.isSafeInteger(figure) && figure >= 0) return [];
        return [
          {
            verdict: 'broken',
            cells: [cell.path],
            actual: figure,
            message: (locale) => wordings[locale].notACount(cell, figure),
          },
        ];
      }),
};

const amounts: Rule = {
  id: 'CELL-02',
  family: 'cells',
  severity: 'warning',
  text: {
    'zh-CN': '金额（万元）应为 0 或者更大的数，小数一般不超过 4 位（1 元）',
    en: 'an amount (10,000 yuan) is 0 or more, usually with at most 4 decimals (one yuan)',
  },
  authority: {
    kind: 'inference',
    citation: {
      'zh-CN': '表二“本年收费金额（单位：万元）”的含义；未见官方的取舍规定',
      en: 'the meaning of 本年收费金额（单位：万元） in Table 2; no official rule on rounding is known',
    },
  },
  since: form2021.firstYear,
  check: ({ figures }) =>
    cells()
      .filter(({ unit }) => unit === 'wanYuan')
      .flatMap((cell) => {
        const figure = figures[cell.position] ?? 0;
        const broken = { verdict: 'broken', cells: [cell.path], actual: figure } as const;
        if (!(figure >= 0 && Number.isFinite(figure))) {
          return [{ ...broken, message: (locale) => wordings[locale].notAnAmount(cell, figure) }];
        }
        if (Number(figure.toFixed(DECIMALS_OF_A_YUAN)) !== figure) {
          return [
            { ...broken, severity: 'info', message: (locale) => wordings[locale].tooExact(cell, figure) },
          ];
        }
        return [];
      }),
};

const blanks: Rule = {
  id: 'CELL-04',
  family: 'cells',
  severity: 'warning',
  text: {
    'zh-CN': '每一格都要填数；空白、“/”、“-”都不等于 0',
    en: 'every cell has a number; a blank, “/” or “-” is not 0',
  },
  authority: {
    kind: 'practice',
    citation: {
      'zh-CN': '已公布的年度报告；未见官方规定空白如何理解',
      en: 'published reports; no official rule on what a blank means is known',
    },
  },
  since: form2021.firstYear,
  check: ({ figures }) =>
    blankRuns(figures).map(({ whole, run }) => ({
      verdict: 'broken',
      cells: run.map(({ path }) => path),
      message: (locale) => (whole ? wordings[locale].blankRows(run) : wordings[locale].blankCells(run)),
    })),
};

/** The rules about what a single cell may hold. */
export const cellRules: readonly Rule[] = [counts, amounts, blanks];

interface BlankRun {
  /** Whether all cells of its rows are blank. */
  whole: boolean;
  run: Cell[];
}

/** The blank cells, row by row; neighbouring rows of a table that are blank altogether are one run. */
function blankRuns(figures: readonly (number | null)[]): BlankRun[] {
  const runs: BlankRun[] = [];
  const all = cells();
  for (let start = 0; start < all.length; ) {
    const first = all[start];
    if (!first) break;
    const row = all.slice(start, start + first.table.columns.length);
    const blank = row.filter(({ position }) => figures[position] === null);
    const whole = blank.length === row.length;
    const before = runs.at(-1);
    const adjoins = before?.run.at(-1)?.position === start - 1 && before.run[0]?.table === first.table;
    if (whole && before?.whole && adjoins) before.run.push(...blank);
    else if (blank.length > 0) runs.push({ whole, run: blank });
    start += row.length;
  }
  return runs;
}
