import type { AnyDraft } from '../../report/report.ts';

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
