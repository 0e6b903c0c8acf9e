import { type CheckResult, cells, type Finding, figureAt, type Section } from 'ogi-annual-report';
import { formOf } from './form-of.ts';
import type { Workspace } from './workspace.ts';

/** How far a report is filled in that was begun here, on the blank form. */
export interface Filling {
  /** How many cells have a figure. */
  readonly known: number;
  readonly all: number;
  /** Sections without text, which the form asks for. */
  readonly unwritten: readonly Section[];
}

/**
 * How far the report is filled in, if it was begun here and has blanks left: what is not there yet is no mistake then.
 */
export function fillingOf({ source, draft }: Workspace): Filling | undefined {
  if (source) return undefined;
  const all = cells(draft.form);
  const known = all.filter(({ path }) => figureAt(draft, path) !== null).length;
  if (known === all.length) return undefined;
  const unwritten = formOf(draft).sections.filter(
    ({ id, tables }) => tables.length === 0 && (draft.sections[id] ?? []).length === 0,
  );
  return { known, all: all.length, unwritten };
}

/** The result as far as the page shows it: of a report that is being filled in, what is said of what stands there. */
export function shownResult(workspace: Workspace): CheckResult {
  const { result, draft } = workspace;
  if (!fillingOf(workspace)) return result;
  const isAboutContent = ({ cells: about, span }: Finding) =>
    span !== undefined || about.some((path) => figureAt(draft, path) !== null);
  return { ...result, findings: result.findings.filter(isAboutContent), undecided: [] };
}
