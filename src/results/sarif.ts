import type {
  ArtifactLocation,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
} from 'sarif';
import type { RulePack } from '../check/rule-pack.ts';
import { addressOf, type CellPath } from '../form/cells.ts';
import type { Locale } from '../form/vocabulary.ts';
import { legalText } from '../formats/legal-text.ts';
import { rulesOf } from '../rules/catalogue.ts';
import type { Finding } from '../rules/finding.ts';
import type { RuleFacts, Severity } from '../rules/rule.ts';
import {
  type CheckedReport,
  diagnosisFor,
  type FileResult,
  type ResultOptions,
  type UnreadableReport,
} from './checked-report.ts';
import { isChecked, isUnreadable } from './file-state.ts';
import { mustBeResults } from './must-be-results.ts';

/** Options of results as SARIF. */
export interface ResultSarifOptions extends Pick<ResultOptions, 'locale'> {
  /** Packs the reports were checked with, so that their rules are described. */
  readonly packs?: readonly RulePack[] | undefined;
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Writes results as SARIF 2.1.0 (OASIS), which code-review tools show.
 *
 * The first location of a result is the cell that a diagnosis would change, if there is one: by its
 * official address and its path, and by line where the source has lines. Waivers are suppressions,
 * fingerprints are partial fingerprints. A file that could not be read is a notification of the tool.
 *
 * @param results
 *   Reports that were checked, and files that could not be read; `name` becomes the URI of the artifact.
 * @param options
 *   Language of the rules; packs.
 * @returns
 *   SARIF as JSON text.
 * @example
 *   JSON.parse(resultSarif([{ name: 'report.json', report, result: checkReport(report) }])).version
 *   //=> '2.1.0'
 */
export function resultSarif(
  results: readonly FileResult[],
  { locale = 'zh-CN', packs = [] }: ResultSarifOptions = {},
): string {
  mustBeResults(results);
  const reports = results.filter(isChecked);
  const unreadable = results.filter(isUnreadable);
  const allRules: DescribedRule[] = [...rulesOf(), ...packs.flatMap((pack) => pack.rules ?? [])];
  const reportedRules = new Set(reports.flatMap(({ result }) => result.findings.map(({ rule }) => rule)));
  const described = allRules.filter(({ id }) => reportedRules.has(id));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ogi-annual-report',
            language: locale,
            rules: described.map((rule) => descriptorOf(rule, locale)),
          },
        },
        columnKind: 'utf16CodeUnits',
        ...(unreadable.length > 0
          ? {
              invocations: [
                {
                  executionSuccessful: false,
                  toolExecutionNotifications: unreadable.map(notificationOf),
                },
              ],
            }
          : {}),
        results: reports.flatMap((checked) =>
          checked.result.findings.map((finding) => resultOf(checked, finding, described, locale)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** That a file could not be read, as no finding on a report but an error of the run. */
function notificationOf({ name, problems }: UnreadableReport): Notification {
  return {
    level: 'error',
    message: { text: problems.map(({ message }) => message).join('\n') },
    locations: [{ physicalLocation: physicalLocationOf(name) }],
  };
}

/** A place in a file; its beginning where there are no lines, since GitHub passes over what has no region. */
function physicalLocationOf(name: string, line = 1): PhysicalLocation {
  return { artifactLocation: artifactOf(name), region: { startLine: Math.max(1, line) } };
}

function artifactOf(name: string): ArtifactLocation {
  return { uri: encodeURI(legalText(name.replaceAll('\\', '/'), 'text')) };
}

/** Places beside the first that a result points to: what a person looks at; the message counts the rest. */
const MAX_RELATED = 10;

type DescribedRule = Pick<RuleFacts, 'id' | 'severity' | 'text' | 'authority'>;

function descriptorOf({ id, severity, text, authority }: DescribedRule, locale: Locale): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: text[locale] },
    help: { text: authority.citation[locale] },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { authority: authority.kind },
  };
}

function resultOf(
  checked: CheckedReport,
  finding: Finding,
  described: readonly DescribedRule[],
  locale: Locale,
): Result {
  const { rule, severity, cells, message, fingerprint, waived, expected, actual, difference } = finding;
  const diagnosis = diagnosisFor(checked.result, finding);
  const changed = (diagnosis?.changes ?? []).map(({ cell }) => cell).filter((cell) => cells.includes(cell));
  const [first] = changed.length > 0 ? changed : cells;
  const others = cells.filter((path) => path !== first).slice(0, MAX_RELATED);
  return {
    ruleId: rule,
    ruleIndex: described.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: diagnosis ? `${message}\n→ ${diagnosis.message}` : message },
    locations: [locationOf(checked, first, locale)],
    ...(others.length > 0
      ? {
          relatedLocations: others.map((path, index) => ({
            id: index + 1,
            ...locationOf(checked, path, locale),
          })),
        }
      : {}),
    partialFingerprints: { 'ogiFinding/v1': fingerprint },
    ...(waived ? { suppressions: [{ kind: 'external' as const, justification: waived.reason }] } : {}),
    properties: {
      authority: finding.authority.citation,
      expected,
      actual,
      difference,
      ...(diagnosis ? { diagnosis: { changes: diagnosis.changes, unique: diagnosis.unique } } : {}),
    },
  };
}

function locationOf(
  { name, places = {} }: CheckedReport,
  path: CellPath | undefined,
  locale: Locale,
): Location {
  return {
    physicalLocation: physicalLocationOf(name, path && places[path]?.line),
    ...(path
      ? {
          logicalLocations: [{ name: addressOf(path)[locale], fullyQualifiedName: path, kind: 'member' }],
        }
      : {}),
  };
}
