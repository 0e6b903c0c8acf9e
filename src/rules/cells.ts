import { type Cell, cells } from '../form/cells.ts';
import { simplified } from '../form/simplified.ts';
import type { Authority, Form, Localized, Unit } from '../form/vocabulary.ts';
import type { DraftAgency } from '../report/report.ts';
import { defineRule } from './define-rule.ts';
import {
  type CheckContext,
  inLocale,
  type Outcome,
  type Rule,
  type RuleInstance,
  violation,
} from './rule.ts';
import { wording } from './wording.ts';

/** Decimals of 万元 down to one yuan, the smallest amount in published reports. */
const DECIMALS_OF_A_YUAN = 4;

const authorityOfCounts: Authority = {
  kind: 'inference',
  citation: { 'zh-CN': '“件数”“数量”的含义', en: 'the meaning of 件数 and 数量' },
};

/** The rules about what a single cell may hold. */
export function cellRules(form: Form): readonly Rule[] {
  return [
    defineRule({
      id: 'CELL-01',
      family: 'cells',
      scope: 'tables',
      severity: 'error',
      text: { 'zh-CN': '件数应为 0 或正整数', en: 'a count is a whole number from 0' },
      authority: authorityOfCounts,
      instances: everyCell(form, 'count', (cell, figure) => {
        if (Number.isSafeInteger(figure) && (figure >= 0 || cell.column.signed)) return undefined;
        return broken(cell, figure, wording.notACount(cell, figure));
      }),
    }),
    defineRule({
      id: 'CELL-02',
      family: 'cells',
      scope: 'table2',
      severity: 'warning',
      text: {
        'zh-CN': '金额（万元）应为 0 或正数，小数一般不超过 4 位（1 元）',
        en: 'an amount (10,000 yuan) is 0 or more, usually with at most 4 decimals (one yuan)',
      },
      authority: {
        kind: 'inference',
        citation: {
          'zh-CN': '表二“本年收费金额（单位：万元）”的含义；未见官方的取舍规定',
          en: 'the meaning of 本年收费金额（单位：万元） in Table 2; no official rule on rounding is known',
        },
      },
      instances: everyCell(form, 'wanYuan', (cell, figure) => {
        if (!(figure >= 0 && Number.isFinite(figure))) {
          return broken(cell, figure, wording.notAnAmount(cell, figure));
        }
        if (Number(figure.toFixed(DECIMALS_OF_A_YUAN)) === figure) return undefined;
        return {
          ...broken(cell, figure, wording.tooExact(cell, figure)),
          severity: 'info',
        };
      }),
    }),
    defineRule({
      id: 'CELL-04',
      family: 'cells',
      scope: 'tables',
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
      instances: [...new Set(cells(form.id).map(({ table }) => table))].map((table) => {
        const tableCells = cells(form.id).filter((cell) => cell.table === table);
        return {
          reads: tableCells.map(({ path }) => path),
          // what is printed in a cell instead of a figure, its reader reports
          check: ({ figures, printed = {} }) =>
            blanks(
              tableCells,
              ({ path, position }) => figures[position] === null && printed[path] === undefined,
            ).map(({ whole, run }) => ({
              verdict: 'broken',
              cells: run.map(({ path }) => path),
              message: (locale) => BLANK_WORDING[whole](run)[locale],
            })),
        };
      }),
    }),
    defineRule({
      id: 'CELL-05',
      family: 'cells',
      scope: 'tables',
      severity: 'warning',
      text: {
        'zh-CN': '单元格里只填数字；说明写在文字部分',
        en: 'a cell holds a number and nothing else; remarks belong in the text',
      },
      authority: {
        kind: 'practice',
        citation: {
          'zh-CN': '已公布的年度报告，例如“22（其中修订16件）”',
          en: 'published reports, for example 22（其中修订16件）',
        },
      },
      reads: cells(form.id).map(({ path }) => path),
      check: ({ report: { remarks }, figures }) =>
        (remarks ? cells(form.id) : []).flatMap((cell): Outcome[] => {
          const remark = remarks?.[cell.path];
          const figure = figures[cell.position] ?? null;
          if (remark === undefined) return [];
          return [
            {
              verdict: 'broken',
              cells: [cell.path],
              ...(figure === null ? {} : { actual: figure }),
              message: inLocale(
                figure === null
                  ? {
                      'zh-CN': `${cell.address['zh-CN']}：没有数字，只有“${remark}”；请填数字，说明移到文字部分`,
                      en: `${cell.address.en}: no number, only “${remark}”; write a number and move the remark to the text`,
                    }
                  : {
                      'zh-CN': `${cell.address['zh-CN']}：数字 ${figure} 旁边有“${remark}”；数字照用，说明请移到文字部分`,
                      en: `${cell.address.en}: the cell has “${remark}” beside the number ${figure}; the number is used; move the remark to the text`,
                    },
              ),
            },
          ];
        }),
    }),
    defineRule({
      id: 'CELL-06',
      family: 'cells',
      scope: 'table2',
      severity: 'error',
      text: {
        'zh-CN': '没有规章制定权的机关，“规章”各格应为 0',
        en: 'a body without the power to issue rules has 0 in the row 规章',
      },
      authority: {
        kind: 'law',
        citation: {
          'zh-CN': '《立法法》（2023年修正）第九十一条、第九十三条',
          en: 'Legislation Law (2023), articles 91 and 93',
        },
      },
      instances: cellsOfRules(form).map((cell) => ({
        reads: [cell.path],
        check: (context) => rulesWithoutPower(cell, context),
      })),
    }),
  ].map((rule) => ({ ...rule, since: form.firstYear }));
}

function broken(cell: Cell, figure: number, message: Localized): Outcome {
  return violation(message, { cells: [cell.path], actual: figure });
}

/** A check of every cell of a unit that is not blank, table by table. */
function everyCell(
  form: Form,
  unit: Unit,
  check: (cell: Cell, figure: number) => Outcome | undefined,
): RuleInstance[] {
  const ofUnit = cells(form.id).filter((cell) => cell.unit === unit);
  return [...new Set(ofUnit.map(({ table }) => table))].map((table) => {
    const tableCells = ofUnit.filter((cell) => cell.table === table);
    return {
      reads: tableCells.map(({ path }) => path),
      check: ({ figures }) => {
        const outcomes: Outcome[] = [];
        for (const cell of tableCells) {
          const figure = figures[cell.position] ?? null;
          const outcome = figure === null ? undefined : check(cell, figure);
          if (outcome) outcomes.push(outcome);
        }
        return outcomes;
      },
    };
  });
}

/** The cells of the row 规章. */
function cellsOfRules(form: Form): readonly Cell[] {
  return cells(form.id).filter(({ tableId, row }) => tableId === 'documents' && row.id === 'rules');
}

/**
 * Whether a body has the power to issue rules (规章): itself; not itself, but the government it is the
 * office of; not at all; or not known, because kind or level is not.
 */
type PowerToIssueRules = 'yes' | 'through-government' | 'no' | 'unknown';

/**
 * Tells whether a body may issue rules: ministries and bodies like them, governments of provinces, of
 * cities divided into districts and of autonomous prefectures (立法法 arts 91, 93). 东莞, 中山, 嘉峪关 and
 * 儋州 have the power by special decision and are of the level of prefectures as well.
 */
function powerToIssueRules({ kind, level, name }: DraftAgency): PowerToIssueRules {
  if (kind === 'township' || level === 'county' || level === 'township') return 'no';
  if (kind === null || level === null) return 'unknown';
  if (kind === 'government') return 'yes';
  if (level === 'national') return isBureauOfMinistry(name) ? 'through-government' : 'yes';
  return kind === 'governmentOffice' ? 'through-government' : 'no';
}

/** National bureaus run by a ministry (部委管理的国家局); as a rule the ministry issues the rules. */
const BUREAUS_OF_MINISTRIES =
  /粮食和物资储备局|能源局|数据局|国防科技工业局|烟草专卖局|移民管理局|林业和草原局|铁路局|民用航空局|邮政局|文物局|中医药管理局|疾病预防控制局|矿山安全监察局|消防救援局|外汇管理局|药品监督管理局|知识产权局|公务员局|档案局|保密局|密码管理局/u;

function isBureauOfMinistry(name: string | null): boolean {
  return name !== null && BUREAUS_OF_MINISTRIES.test(simplified(name));
}

function rulesWithoutPower(cell: Cell, { report, figures }: CheckContext): Outcome[] {
  const figure = figures[cell.position] ?? null;
  if (figure === null || figure === 0) return [];
  const power = powerToIssueRules(report.agency);
  const name = report.agency.name ?? '';
  switch (power) {
    case 'yes':
      return [];
    case 'unknown':
      return [
        {
          verdict: 'undecided',
          cells: [],
          message: inLocale({
            'zh-CN': `${cell.address['zh-CN']} ${figure}：未载明机关的类别和层级，无法核对是否有规章制定权`,
            en: `${cell.address.en} ${figure}: kind and level of the body are not known, so its power to issue rules cannot be checked`,
          }),
        },
      ];
    case 'through-government':
      return [
        {
          ...broken(cell, figure, {
            'zh-CN': `${cell.address['zh-CN']}：这里是 ${figure}；${name}本身没有规章制定权，如果填的是本级政府或者主管部门的规章，请在文字部分说明`,
            en: `${cell.address.en} is ${figure}; “${name}” has no power to issue rules itself; if these are the rules of its government or ministry, say so in the text`,
          }),
          severity: 'warning',
        },
      ];
    case 'no':
      return [
        broken(cell, figure, {
          'zh-CN': `${cell.address['zh-CN']}：这里是 ${figure}；${name}没有规章制定权，应为 0（行政规范性文件填在下一行）`,
          en: `${cell.address.en} is ${figure}; “${name}” has no power to issue rules, so it should be 0 (normative documents belong in the next row)`,
        }),
      ];
  }
}

/** Blank cells that are one omission: whole rows, whole columns, or single cells of a row. */
interface Blanks {
  readonly whole: 'rows' | 'columns' | 'none';
  readonly run: [Cell, ...Cell[]];
}

const BLANK_WORDING = {
  rows: wording.blankRows,
  columns: wording.blankColumns,
  none: wording.blankCells,
} as const;

/** The blank cells of a table: columns that are blank altogether, then what else is blank, row by row. */
function blanks(all: readonly Cell[], isBlank: (cell: Cell) => boolean): Blanks[] {
  if (!all.some(isBlank)) return [];
  const filled = new Set(all.filter((cell) => !isBlank(cell)).map(({ column }) => column));
  const isInColumn = ({ column }: Cell) => filled.size > 0 && !filled.has(column);
  const [first, ...others] = all.filter(isInColumn);
  const isOneRow = all.every(({ row }) => row === all[0]?.row);
  if (!first || isOneRow) return blankRuns(all, isBlank);
  const rest = blankRuns(all, (cell) => isBlank(cell) && !isInColumn(cell));
  return [{ whole: 'columns', run: [first, ...others] }, ...rest];
}

/** The blank cells of a table, row by row; neighbouring rows that are blank altogether are one run. */
function blankRuns(all: readonly Cell[], isBlank: (cell: Cell) => boolean): Blanks[] {
  const runs: Blanks[] = [];
  for (let start = 0; start < all.length; ) {
    const head = all[start];
    if (!head) break;
    const row = all.slice(start, start + head.table.columns.length);
    const [first, ...others] = row.filter(isBlank);
    const isWhole = others.length === row.length - 1;
    const before = runs.at(-1);
    const adjoins = before?.run.at(-1)?.position === head.position - 1;
    if (first && isWhole && before?.whole === 'rows' && adjoins) before.run.push(first, ...others);
    else if (first) runs.push({ whole: isWhole ? 'rows' : 'none', run: [first, ...others] });
    start += row.length;
  }
  return runs;
}
