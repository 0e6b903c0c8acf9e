import type { AnyDraft } from '../../report/report.ts';
import type { Renderer, RenderOptions } from '../renderer.ts';

/**
 * Renders a report as JSON, which `parseReport` or `parseDraft` turns into the same report.
 *
 * The contract has neither headings nor marks, so no option changes it; `resultJson` gives findings as JSON.
 *
 * @param report
 *   Report or draft.
 * @returns
 *   JSON, indented by two blanks.
 * @example
 *   parseReport(JSON.parse(renderJson(report)))
 *   //=> { ok: true, value: report }
 */
export function renderJson(report: AnyDraft): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * The JSON renderer.
 *
 * @example
 *   await writeFile(`out.${jsonRenderer.extension}`, await jsonRenderer.render(report));
 */
export const jsonRenderer: Renderer<RenderOptions, string> = {
  id: 'json',
  mediaType: 'application/json',
  extension: 'json',
  render: renderJson,
};
