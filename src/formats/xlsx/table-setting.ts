import type { CellPath } from '../../form/cells.ts';
import type { EquationInstance } from '../../form/equations.ts';
import type { Locale } from '../../form/vocabulary.ts';
import type { Mark } from '../document.ts';
import type { Labels } from '../renderer.ts';
import type { Check, FigureOf, Positions } from './checks.ts';

/** Everything the sheets of tables have in common. */
export interface TableSetting {
  readonly locale: Locale;
  readonly labels: Labels;
  readonly figureOf: FigureOf;
  readonly previous?: FigureOf;
  readonly remarkOf: (path: CellPath) => string | undefined;
  readonly marks: ReadonlyMap<CellPath, Mark>;
  readonly positions: Positions;
  /** Totals that are formulas. */
  readonly totals: ReadonlyMap<CellPath, EquationInstance>;
  readonly checks: readonly Check[];
  /** Whether checks are cells that show the number of the rule, besides colours. */
  readonly showsChecks: boolean;
}
