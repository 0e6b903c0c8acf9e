import { mustBeResult } from '../check/must-be-result.ts';
import { mustBeLocale, mustBeOneOf } from '../form/options.ts';
import { mustHaveFigures } from '../report/must-have-figures.ts';
import { LABELS, type RenderOptions } from './renderer.ts';

/** Refuses what no page could be made of, and options that would be passed over. */
export function mustBeRenderable(report: unknown, { locale, labels, check }: RenderOptions = {}): void {
  mustHaveFigures(report, 'rendered');
  if (check !== undefined) mustBeResult(check, 'The option `check`');
  mustBeLocale(locale);
  mustBeOneOf('labels', labels, LABELS);
}
