import type { AnyDraft } from '../report/report.ts';
import type { RollUp } from './roll-up.ts';

/**
 * Writes a roll-up as JSON: everything `rollUp` gave, but of reports only agency and year, and of their checks only
 * verdict, findings and diagnoses.
 *
 * @param rolled
 *   What `rollUp` gave.
 * @returns
 *   JSON text.
 * @example
 *   JSON.parse(rollUpJson(rollUp([report], { year: 2024 }))).verdict
 *   //=> 'pass'
 */
export function rollUpJson(rolled: RollUp): string {
  const { members, unexpected, ...rest } = rolled;
  const written = {
    ...rest,
    members: members.map(({ member, state, allZero, result, notAdded = [] }) => ({
      ...member,
      state,
      allZero,
      ...(result
        ? { check: { verdict: result.verdict, findings: result.findings, diagnoses: result.diagnoses } }
        : {}),
      ...(notAdded.length > 0 ? { notAdded: notAdded.map(agencyAndYear) } : {}),
    })),
    unexpected: unexpected.map(agencyAndYear),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

function agencyAndYear({ agency, year }: AnyDraft) {
  return { agency: agency.name, year };
}
