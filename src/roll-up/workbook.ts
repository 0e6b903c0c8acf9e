import { type CellPath, cells, cellsByPath } from '../form/cells.ts';
import { HEADING_NUMBER } from '../form/chinese-numerals.ts';
import { forms } from '../form/editions.ts';
import { inLanguage } from '../form/in-language.ts';
import type { Locale } from '../form/vocabulary.ts';
import { documentOf, type Mark } from '../formats/document.ts';
import { equationChecks, type FigureOf } from '../formats/xlsx/checks.ts';
import { address } from '../formats/xlsx/formula.ts';
import { rowHeight } from '../formats/xlsx/measure.ts';
import { workbook } from '../formats/xlsx/package.ts';
import { listSheet } from '../formats/xlsx/rule-sheets.ts';
import { newSheet, putCell, type SheetDraft, setAside } from '../formats/xlsx/sheet.ts';
import { sheetName } from '../formats/xlsx/sheet-name.ts';
import { styles } from '../formats/xlsx/style.ts';
import { lastYearSheet, positionsIn, type TablePlan, tableSheet } from '../formats/xlsx/table-sheet.ts';
import { cellText } from '../formats/xlsx/text.ts';
import { memberPartWords } from '../many/member-part.ts';
import { figureAt, figuresOf } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { isAdded, type RolledMember } from './member.ts';
import { outputWords } from './output-words.ts';
import type { RollUp } from './roll-up.ts';
import { words } from './words.ts';

/** Options of the workbook of a roll-up. */
export interface RollUpXlsxOptions {
  /** Language of what is not part of the form; Chinese if left out. */
  readonly locale?: Locale | undefined;
}

/**
 * Writes a roll-up as an Excel workbook: the tables of the sum as on the form, every member in a row with the
 * sum as formulas, what differs and why, and who has filed. Where the sum is not complete, its cells are blank, and
 * what has been filed so far stands on grey sheets of its own.
 *
 * @param rolled
 *   What `rollUp` gave.
 * @param options
 *   Language.
 * @returns
 *   The file; the same bytes for the same roll-up. `readXlsx` reads the tables of the sum.
 * @example
 *   await writeFile('汇总.xlsx', await renderRollUpXlsx(rollUp([report], { year: 2024 })));
 */
export async function renderRollUpXlsx(
  rolled: RollUp,
  { locale = 'zh-CN' }: RollUpXlsxOptions = {},
): Promise<Uint8Array> {
  const say = inLanguage(outputWords, locale);
  const isPartial = rolled.cells.some(({ complete }) => !complete);
  const sheets = [
    ...sumSheets(rolled, locale),
    ...(isPartial ? soFarSheets(rolled, locale) : []),
    membersSheet(rolled, locale),
    differencesSheet(rolled, locale),
    filingSheet(rolled, locale),
  ];
  return workbook(sheets, { title: say.title(rolled.year), protect: false });
}

function plansOf(draft: AnyDraft, locale: Locale, prefix: string): readonly TablePlan[] {
  return documentOf(draft, { locale })
    .sections.filter(({ grid }) => grid.length > 0)
    .map((page) => ({
      ...page,
      name: sheetName({ ...page.section, label: `${prefix} ${bare(page.section.label)}` }),
    }));
}

/** A heading without its number. */
function bare(label: string): string {
  return label.replace(HEADING_NUMBER, '');
}

function figureFinder(draft: AnyDraft): FigureOf {
  const own = cellsByPath(draft.form);
  return (path) => (own.has(path) ? figureAt(draft, path) : null);
}

/** The tables of the sum; what differs from the parent is marked. */
function sumSheets({ draft, findings }: RollUp, locale: Locale): SheetDraft[] {
  const plans = plansOf(draft, locale, outputWords.sheets.sum[locale]);
  const marks = new Map<CellPath, Mark>();
  for (const finding of findings)
    if (finding.rule === 'AGG-01' || finding.rule === 'AGG-02')
      for (const path of finding.cells) marks.set(path, { kind: 'wrong', findings: [finding] });
  const setting = {
    locale,
    labels: 'zh-CN' as const,
    figureOf: figureFinder(draft),
    remarkOf: () => undefined,
    marks,
    positions: {
      thisYear: new Map(plans.flatMap(({ grid }) => positionsIn(grid))),
      lastYear: new Map(),
    },
    totals: new Map(),
    checks: equationChecks(forms[draft.form]),
    showsChecks: false,
  };
  return plans.map((plan) => tableSheet(plan, setting));
}

function soFarSheets({ soFar }: RollUp, locale: Locale): SheetDraft[] {
  const { sheets, soFarCaption } = inLanguage(outputWords, locale);
  return plansOf(soFar, locale, sheets.soFar).map((plan) =>
    lastYearSheet(plan, figureFinder(soFar), soFarCaption),
  );
}

/** Columns before the figures of a member. */
const BESIDE = 3;
/** How wide the columns of figures are, and how high their headings. */
const [FIGURE_WIDTH, HEADING_HEIGHT] = [11, 110];

/** A row a member: first those that are added, their sum, the parent and the difference; then what is only shown. */
function membersSheet(rolled: RollUp, locale: Locale): SheetDraft {
  const say = inLanguage(outputWords, locale);
  const all = cells(rolled.draft.form);
  const added = rolled.members.filter(({ state }) => isAdded(state));
  const shown = rolled.members.filter(({ state, report }) => !isAdded(state) && report);
  const sheet = newSheet({
    name: say.sheets.members,
    widths: [30, 10, 14, ...all.map(() => FIGURE_WIDTH)],
    landscape: true,
    severalPagesWide: true,
    freeze: { rows: 1, columns: 1 },
  });
  for (const [column, value] of [...say.memberColumns, ...all.map((cell) => cell.address[locale])].entries())
    putCell(sheet, 0, column, { value, style: styles.columnHeading });
  sheet.heights.set(0, { height: HEADING_HEIGHT });
  for (const [at, member] of added.entries()) memberRow(sheet, at + 1, member, rolled.draft.form, locale);
  const sumRow = added.length + 1;
  const label = (row: number, value: string) => {
    for (let column = 0; column < BESIDE; column += 1)
      putCell(sheet, row, column, { value: column === 0 ? value : '', style: styles.sectionHeading });
  };
  label(sumRow, say.total);
  label(sumRow + 1, say.parent);
  label(sumRow + 2, say.difference);
  for (const { position, unit } of all) {
    const [column, rolledCell] = [position + BESIDE, rolled.cells[position]];
    const style = { ...styles.total, numFmt: unit === 'count' ? '0' : 'General' };
    const sum = added.length === 0 ? '0' : `SUM(${address(1, column)}:${address(added.length, column)})`;
    const [from, to] = [address(sumRow, column), address(sumRow + 1, column)];
    const exactly = (formula: string) => (unit === 'count' ? formula : `ROUND(${formula},6)`);
    putCell(sheet, sumRow, column, { formula: exactly(sum), formulaResult: rolledCell?.sum ?? 0, style });
    putCell(sheet, sumRow + 1, column, { value: rolledCell?.parent ?? null, style: styles.figure });
    putCell(sheet, sumRow + 2, column, {
      formula: `IF(${to}="","",${exactly(`${to}-${from}`)})`,
      formulaResult: rolledCell?.difference ?? '',
      style,
    });
  }
  for (const [at, member] of shown.entries())
    memberRow(sheet, sumRow + 3 + at, member, rolled.draft.form, locale);
  setAside(sheet);
  return sheet;
}

function memberRow(
  sheet: SheetDraft,
  row: number,
  { member, state, report }: RolledMember,
  edition: AnyDraft['form'],
  locale: Locale,
): void {
  const texts = [member.name, partOf({ member, state }, locale), words.states[state][locale]];
  for (const [column, text] of texts.entries())
    putCell(sheet, row, column, { value: cellText(text), style: styles.explanation });
  const figures = report?.form === edition ? figuresOf(report) : [];
  const own = report && report.form !== edition ? figureFinder(report) : undefined;
  for (const { path, position } of cells(edition))
    putCell(sheet, row, position + BESIDE, {
      value: (own ? own(path) : figures[position]) ?? null,
      style: styles.figure,
    });
}

function partOf({ member, state }: Pick<RolledMember, 'member' | 'state'>, locale: Locale): string {
  return memberPartWords[state === 'contained' ? 'contained' : (member.part ?? 'department')][locale];
}

/** How wide the columns of the sheet of differences are. */
const DIFFERENCE_WIDTHS = [52, 14, 14, 12, 40, 52];

/** What probably went wrong, then every cell that differs. */
function differencesSheet(rolled: RollUp, locale: Locale): SheetDraft {
  const say = inLanguage(outputWords, locale);
  const sheet = newSheet({
    name: say.sheets.differences,
    widths: [...DIFFERENCE_WIDTHS],
    landscape: true,
  });
  for (const [column, value] of say.differenceColumns.entries())
    putCell(sheet, 0, column, { value, style: styles.columnHeading });
  const isCompared = rolled.cells.some(({ parent }) => parent !== null);
  const differing = rolled.cells.filter(({ difference }) => difference !== null && difference !== 0);
  const said = [
    ...(!isCompared ? [say.noParent] : differing.length === 0 ? [say.noDifference] : []),
    ...rolled.diagnoses.map(({ message }) => `→ ${message}`),
    ...rolled.findings
      .filter(({ rule }) => rule !== 'AGG-01' && rule !== 'AGG-02')
      .map(({ rule, message }) => `${rule}　${message}`),
  ];
  let row = 1;
  for (const text of said) {
    putCell(
      sheet,
      row,
      0,
      { value: cellText(text), style: styles.explanation },
      { columns: DIFFERENCE_WIDTHS.length },
    );
    const width = DIFFERENCE_WIDTHS.reduce((sum, each) => sum + each, 0);
    sheet.heights.set(row, { height: rowHeight([text], [width]) });
    row += 1;
  }
  const byPath = cellsByPath(rolled.draft.form);
  for (const { cell, sum, parent, difference, blankIn, unusableIn, largest } of differing) {
    const largestText = largest.map(({ member, figure }) => `${member} ${figure}`).join(say.between);
    const texts = [
      byPath.get(cell)?.address[locale] ?? '',
      [...blankIn, ...unusableIn].join(say.between),
      largestText,
    ];
    const [where = '', blank = '', most = ''] = texts.map(cellText);
    for (const [column, value] of [where, sum, parent, difference, blank, most].entries())
      putCell(sheet, row, column, {
        value,
        style: typeof value === 'string' ? styles.explanation : styles.figure,
      });
    sheet.heights.set(row, {
      height: rowHeight(
        [where, blank, most],
        [DIFFERENCE_WIDTHS[0] ?? 0, DIFFERENCE_WIDTHS[4] ?? 0, DIFFERENCE_WIDTHS[5] ?? 0],
      ),
    });
    row += 1;
  }
  setAside(sheet);
  return sheet;
}

/** Who has filed, and how; then reports of others, and what is still open. */
function filingSheet({ members, unexpected, undecided }: RollUp, locale: Locale): SheetDraft {
  const say = inLanguage(outputWords, locale);
  return listSheet(say.sheets.filing, [34, 12, 20, 12, 10, 70], say.filingColumns, [
    ...members.map(({ member, state, allZero, result }) => [
      member.name,
      partOf({ member, state }, locale),
      words.states[state][locale],
      result ? say.checked[result.verdict] : '',
      allZero ? say.yes : '',
      result ? firstOf(result) : '',
    ]),
    ...members.flatMap(({ member, notAdded = [] }) =>
      notAdded.map(({ year }) => [say.ofYear(member.name, year), '', say.otherNotAdded, '', '', '']),
    ),
    ...unexpected.map(({ agency }) => [agency.name ?? say.noName, '', say.notListed, '', '', '']),
    ...undecided.map(({ message }) => ['', '', '', '', '', message]),
  ]);
}

function firstOf({ diagnoses, findings }: NonNullable<RolledMember['result']>): string {
  return diagnoses[0]?.message ?? findings.find(({ severity }) => severity === 'error')?.message ?? '';
}
