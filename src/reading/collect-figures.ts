import { type CellPath, cellAt } from '../form/cells.ts';
import { mustBeOneOf } from '../form/options.ts';
import type { Form } from '../form/vocabulary.ts';
import { convertedUnit, takenForZero } from './issues.ts';
import { marksInCells } from './marks-in-cells.ts';
import type { PrintedCell } from './printed-figure.ts';
import type { CellReading, ReadIssue, ReadOptions } from './reading.ts';

/** The figures of a source by cell. */
export interface CollectedFigures {
  readonly figures: ReadonlyMap<CellPath, number>;
  readonly cells: ReadonlyMap<CellPath, CellReading>;
  readonly remarks: ReadonlyMap<CellPath, string>;
  /** Marks that are no numbers, figures in other units, and what was taken for 0. */
  readonly issues: readonly ReadIssue[];
}

/**
 * Collects what is printed in the cells of a source.
 *
 * @param form
 *   The form the source is on.
 * @param foundFigures
 *   What is printed in each cell that was found, as `figureIn` gives it.
 * @param blanks
 *   Whether blanks and marks for nothing are taken for 0; words never are.
 * @returns
 *   Figures, states and remarks by cell, and what there is to say about them.
 */
export function collectFigures(
  form: Form,
  foundFigures: Iterable<readonly [CellPath, PrintedCell]>,
  blanks: ReadOptions['blanks'],
): CollectedFigures {
  mustBeOneOf('blanks', blanks, ['keep', 'zero']);
  const figures = new Map<CellPath, number>();
  const cells = new Map<CellPath, CellReading>();
  const remarks = new Map<CellPath, string>();
  const zeros = new Set<CellPath>();
  const converted: ReadIssue[] = [];
  for (const [path, { state, printed, place, value, remark, convertedFrom }] of foundFigures) {
    cells.set(path, { state, printed, place });
    if (remark) remarks.set(path, remark);
    if (value !== null) figures.set(path, value);
    else if (blanks === 'zero' && state !== 'text') {
      zeros.add(path);
      figures.set(path, 0);
    }
    if (convertedFrom !== undefined)
      converted.push(convertedUnit({ cell: cellAt(path, form.id), printed, unit: convertedFrom }));
  }
  const issues = [
    ...marksInCells(
      form,
      [...cells].filter(([path]) => !zeros.has(path)),
    ),
    ...converted,
    ...(zeros.size > 0 ? [takenForZero([...zeros])] : []),
  ];
  return { figures, cells, remarks, issues };
}
