import { inLanguage } from '../../form/in-language.ts';
import type { Locale } from '../../form/vocabulary.ts';
import { type Particular, particulars, valueAt } from '../../report/particulars.ts';
import { type AnyDraft, reportTitle } from '../../report/report.ts';
import type { Labels } from '../renderer.ts';
import { address } from './formula.ts';
import { newSheet, putCell, type SheetDraft } from './sheet.ts';
import { styles } from './style.ts';
import { cellText, lineText, pieces } from './text.ts';
import { words } from './words.ts';
import { rowKinds } from './workbook.ts';

/** What the first sheet needs to know besides the report. */
export interface ParticularsSetting {
  readonly locale: Locale;
  readonly labels: Labels;
  /** The first year of the form. */
  readonly firstYear: number;
  /** Whether the title is made of agency and year as they are typed. */
  readonly liveTitle: boolean;
  /** Lines below the particulars that are no part of the report: a text, or a label and a formula. */
  readonly below: readonly (string | { readonly label: string; readonly formula: string })[];
}

const continued = rowKinds.find(({ kind }) => kind === 'continued')?.label;

/** The first sheet: the title, and what the report says about itself, label by label. */
export function particularsSheet(report: AnyDraft, setting: ParticularsSetting): SheetDraft {
  const { locale, labels, liveTitle } = setting;
  const sheet = newSheet({ name: words.sheets.particulars[locale], widths: [26, 62] });
  let row = 1;
  const rest = (texts: readonly string[]) => {
    for (const text of texts) {
      putCell(sheet, row, 0, { value: continued?.[locale] ?? '', style: styles.label });
      putCell(sheet, row, 1, { value: cellText(text), style: styles.value });
      row += 1;
    }
  };
  const [title = '', ...more] = pieces(reportTitle(report).replace(/[\r\n\t]+/gu, ' '));
  rest(more);
  const rows = new Map<string, number>();
  for (const particular of particulars) {
    const { label, path } = particular;
    const both = labels === 'bilingual' ? `${label['zh-CN']}\n${label.en}` : label[locale];
    putCell(sheet, row, 0, { value: both, style: styles.label });
    rows.set(path, row);
    const [first = '', ...others] = pieces(textOf(particular, report, locale));
    validate(sheet, particular, row, setting);
    putCell(sheet, row, 1, valueCell(particular, first));
    sheet.heights.set(row, { height: labels === 'bilingual' ? 36 : 21 });
    row += 1;
    rest(others);
  }
  const formula = liveTitle
    ? { formula: titleFormula(rows), formulaResult: title }
    : { value: cellText(title) };
  putCell(
    sheet,
    0,
    0,
    { ...formula, style: { ...styles.title, protection: { locked: liveTitle } } },
    { columns: 2 },
  );
  sheet.heights.set(0, { height: 48 });
  putBelow(sheet, row + 1, setting.below);
  return sheet;
}

/** The title as agency and year give it, once both are there. */
function titleFormula(rows: ReadonlyMap<string, number>): string {
  const addressOf = (path: string) => address(rows.get(path) ?? 0, 1);
  const [agency, year] = [addressOf('agency.name'), addressOf('year')];
  const without = reportTitle({ agency: { name: null, kind: null, level: null }, year: null });
  const afterYear = reportTitle({ agency: { name: null, kind: null, level: null }, year: 0 }).slice(1);
  return `IF(AND(${agency}<>"",${year}<>""),${agency}&${year}&"${afterYear}","${without}")`;
}

function textOf({ path, values }: Particular, report: AnyDraft, locale: Locale): string {
  const value = valueAt(report, path) ?? '';
  return (values?.[String(value)]?.[locale] ?? String(value)).replace(/[\r\n\t]+/gu, ' ');
}

/** Years are numbers; all else is text, so that `010000` stays a postal code. */
function valueCell({ path }: Particular, text: string) {
  if (path === 'year') return { value: text === '' ? null : Number(text), style: styles.year };
  return { value: text === '' ? null : lineText(text), style: styles.value };
}

function validate(
  sheet: SheetDraft,
  { path, values }: Particular,
  row: number,
  setting: ParticularsSetting,
): void {
  const say = inLanguage(words, setting.locale);
  const range = address(row, 1);
  const shared = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', range } as const;
  if (values) {
    sheet.validations.push({
      ...shared,
      type: 'list',
      values: Object.values(values).map((label) => label[setting.locale]),
      errorTitle: say.choice.title,
      errorMessage: say.choice.error,
    });
  } else if (path === 'year') {
    sheet.validations.push({
      ...shared,
      type: 'whole',
      operator: 'between',
      formula1: String(setting.firstYear),
      formula2: '2999',
      errorTitle: say.year.title,
      errorMessage: say.year.error,
    });
  } else if (path === 'publishedOn' || path.startsWith('period.')) {
    sheet.validations.push({
      type: 'textLength',
      operator: 'lessThanOrEqual',
      formula1: '20',
      allowBlank: true,
      showInputMessage: true,
      inputTitle: say.dateFormat,
      inputMessage: say.dateFormat,
      range,
    });
  }
}

/** Counts and instructions below the particulars; none of it is part of the report. */
function putBelow(sheet: SheetDraft, from: number, below: ParticularsSetting['below']): void {
  for (const [index, line] of below.entries()) {
    const row = from + index;
    if (typeof line === 'string') {
      putCell(sheet, row, 0, { value: line, style: styles.legend }, { columns: 2 });
      sheet.heights.set(row, { height: line.length > 75 ? 28 : 16 });
    } else {
      putCell(sheet, row, 0, { value: line.label, style: styles.label });
      putCell(sheet, row, 1, { formula: line.formula, formulaResult: '', style: styles.explanation });
    }
  }
  if (below.length > 0)
    sheet.aside.push({ startRow: from, endRow: from + below.length - 1, startCol: 0, endCol: 1 });
}
