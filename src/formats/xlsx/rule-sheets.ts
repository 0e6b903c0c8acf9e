import type { CheckResult } from '../../check/check-result.ts';
import { addressOf } from '../../form/cells.ts';
import { inLanguage } from '../../form/in-language.ts';
import type { Form, Locale } from '../../form/vocabulary.ts';
import { authorityLine, isBinding } from '../../rules/authority-words.ts';
import { rulesOf } from '../../rules/catalogue.ts';
import { contentInWords } from '../../rules/cell-content.ts';
import { rowHeight } from './measure.ts';
import { newSheet, putCell, type SheetDraft, setAside } from './sheet.ts';
import { styles } from './style.ts';
import { cellText, pieces } from './text.ts';
import { words } from './words.ts';

/** The rules of the catalogue, with what they rest on. */
export function rulesSheet(form: Form, locale: Locale): SheetDraft {
  const say = inLanguage(words, locale);
  return listSheet(
    say.sheets.rules,
    [11, 9, 70, 12, 50],
    say.ruleColumns,
    rulesOf(form.id).map(({ id, severity, text, authority }) => [
      id,
      say.severity[severity],
      text[locale],
      say.authority[authority.kind],
      authority.citation[locale],
    ]),
  );
}

/** What a check found: findings with the cells concerned, then what to change. */
export function findingsSheet({ findings, diagnoses }: CheckResult, locale: Locale): SheetDraft {
  const say = inLanguage(words, locale);
  return listSheet(say.sheets.findings, [11, 9, 70, 40, 40], say.findingColumns, [
    ...findings.map(({ rule, severity, message, cells, authority, waived }) => [
      rule,
      say.severity[severity],
      `${message}${waived ? say.waived(waived.reason) : ''}`,
      cells.map((path) => addressOf(path)[locale]).join('\n'),
      isBinding(authority) ? authority.citation : authorityLine(authority, locale),
    ]),
    ...diagnoses.map(({ message, changes }) => [
      '→',
      '',
      message,
      changes
        .map(
          ({ cell, from, printed, to }) =>
            `${addressOf(cell)[locale]}：${contentInWords(from, printed)[locale]} → ${to}`,
        )
        .join('\n'),
      '',
    ]),
  ]);
}

/** A list that is no part of the report; a text that is too long for a cell goes on in the next row. */
export function listSheet(
  name: string,
  widths: readonly number[],
  columns: readonly string[],
  lines: readonly (readonly string[])[],
): SheetDraft {
  const sheet = newSheet({ name, widths: [...widths], landscape: true });
  for (const [column, value] of columns.entries())
    putCell(sheet, 0, column, { value, style: styles.columnHeading });
  let row = 1;
  for (const line of lines) {
    const cut = line.map(pieces);
    const height = Math.max(...cut.map(({ length }) => length));
    for (let lineIndex = 0; lineIndex < height; lineIndex += 1) {
      const texts = cut.map((piecesOf) => piecesOf[lineIndex] ?? '');
      for (const [column, text] of texts.entries())
        putCell(sheet, row + lineIndex, column, { value: cellText(text), style: styles.explanation });
      sheet.heights.set(row + lineIndex, { height: rowHeight(texts, widths) });
    }
    row += height;
  }
  setAside(sheet);
  return sheet;
}
