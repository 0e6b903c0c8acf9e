import { type ICommentOptions, Paragraph } from 'docx';
import type { CheckResult } from '../../check/check-result.ts';
import type { CellPath } from '../../form/cells.ts';
import type { Grid } from '../../form/grid.ts';
import type { Locale } from '../../form/vocabulary.ts';
import { style } from './styles.ts';
import { lineRuns } from './text.ts';

/** What is reported in the margin: each finding once, beside the cell to look at first, or beside the title. */
export interface CommentedCells {
  readonly comments: readonly ICommentOptions[];
  /** The number of the comment beside the title. */
  readonly title: number | undefined;
  /** The number of the comment beside a cell. */
  readonly cells: ReadonlyMap<CellPath, number>;
}

const AUTHOR = { 'zh-CN': '年报核对', en: 'Report check' } as const satisfies Record<Locale, string>;
const INITIALS = { 'zh-CN': '核', en: 'C' } as const satisfies Record<Locale, string>;

/** Writes a result of checking as comments of Word: a diagnosis first, then what it settles. */
export function commentCells(
  check: CheckResult | undefined,
  grids: readonly Grid[],
  locale: Locale,
): CommentedCells {
  const printed = new Set(grids.flatMap((grid) => grid.flat().flatMap((cell) => cell?.cell?.path ?? [])));
  const messages = new Map<CellPath | undefined, string[]>();
  const addMessages = (path: CellPath | undefined, texts: readonly string[]) => {
    const place = path !== undefined && printed.has(path) ? path : undefined;
    messages.set(place, [...(messages.get(place) ?? []), ...texts]);
  };
  const settled = new Set<string>();
  for (const { changes, settles, message } of check?.diagnoses ?? []) {
    addMessages(changes[0]?.cell, [message, ...settles.map(wording)]);
    for (const { fingerprint } of settles) settled.add(fingerprint);
  }
  for (const finding of check?.findings ?? []) {
    if (!settled.has(finding.fingerprint)) addMessages(finding.cells[0], [wording(finding)]);
  }
  const places = [...messages.keys()];
  const title = places.indexOf(undefined);
  return {
    comments: [...messages.values()].map((texts, id) => ({
      id,
      author: AUTHOR[locale],
      initials: INITIALS[locale],
      children: texts.map((text) => new Paragraph({ style: style.comment, children: lineRuns(text) })),
    })),
    title: title < 0 ? undefined : title,
    cells: new Map(places.flatMap((path, id) => (path === undefined ? [] : [[path, id] as const]))),
  };
}

function wording({ rule, message }: { readonly rule: string; readonly message: string }): string {
  return `${rule}  ${message}`;
}
