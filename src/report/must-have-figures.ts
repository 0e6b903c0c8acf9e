import { cells } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import { LocalizedError } from '../form/localized-error.ts';
import type { Form } from '../form/vocabulary.ts';
import { mustBeReport } from './must-be-report.ts';
import { notAFigure } from './problems.ts';
import type { AnyDraft } from './report.ts';
import { vectorReader } from './vector.ts';

/**
 * Refuses what is no report, and a report with something that is neither a number nor blank where a figure belongs.
 *
 * @param report
 *   What was given.
 * @param purpose
 *   What was to be done with it, such as `rendered`.
 */
export function mustHaveFigures(report: unknown, purpose: string): asserts report is AnyDraft {
  mustBeReport(report, purpose);
  const form: Form = forms[report.form];
  const { figures, isSound } = vectorReader(form)(report.tables);
  if (isSound) return;
  for (const { path, position } of cells(form.id)) {
    const problem = notAFigure(path, figures[position] ?? null, form.id);
    if (problem) throw new LocalizedError(problem);
  }
}
