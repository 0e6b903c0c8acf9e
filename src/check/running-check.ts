import { cells } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import type { Form } from '../form/vocabulary.ts';
import { figuresAs, toFigures } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { copied } from '../report/vector.ts';
import {
  type CheckContext,
  FAMILIES,
  type Family,
  figuresOn,
  type Glance,
  moreSevere,
  type Severity,
} from '../rules/rule.ts';
import { nationalSettings, type Settings } from '../rules/settings.ts';
import type { CheckOptions } from './check-options.ts';
import { type CheckableReading, type Given, notAReport } from './given.ts';
import type { RulePack } from './pack.ts';
import { type Plan, type PlannedRule, planOf } from './plan.ts';

/** A check under way. */
export interface RunningCheck {
  readonly report: AnyDraft;
  /** What was read, if the report was. */
  readonly reading: CheckableReading | undefined;
  readonly options: CheckOptions;
  readonly plan: Plan;
  /** The report on the year before, if it is on that year. */
  readonly previous: AnyDraft | undefined;
  readonly settings: Settings;
  /** Severities that packs ask for, by number. */
  readonly raised: ReadonlyMap<string, Severity> | undefined;
  /** What rules are given to look at; made when it is first asked for, of the figures if they are at hand. */
  readonly context: (figures?: CheckContext['figures']) => CheckContext;
}

/** Prepares a check. */
export function startCheck({ report, reading }: Given, options: CheckOptions): RunningCheck {
  const { previous, families, packs } = options;
  if (families) refuseNothing(families, reading !== undefined);
  const follows = previous !== undefined && isYearBefore(previous, report);
  let context: CheckContext | undefined;
  const check: RunningCheck = {
    report,
    reading,
    options,
    plan: planOf(report, follows, previous, families, packs),
    previous: follows ? previous : undefined,
    settings: packs ? settingsOf(packs) : nationalSettings,
    raised: packs && raisedBy(packs),
    context: (figures) => {
      context ??= contextOf(check, figures ?? figuresOfReport(report));
      return context;
    },
  };
  return check;
}

/** A verdict without a check would be a lie: families that leave nothing to run are a mistake of the program. */
function refuseNothing(families: readonly Family[], isRead: boolean): void {
  const all = FAMILIES.map((family) => `“${family}”`).join(', ');
  const unknown = families.find((family) => !FAMILIES.includes(family));
  if (unknown !== undefined)
    throw new TypeError(
      `There is no family “${unknown}” of rules. Families are ${all}; leave the option \`families\` out to run them all.`,
    );
  if (families.length === 0)
    throw new TypeError(
      `The option \`families\` is empty, so that nothing would be checked. Leave it out to run all rules, or name some of ${all}.`,
    );
  if (!isRead && families.every((family) => family === 'reading'))
    throw new TypeError(
      'The family “reading” is about what a reader found, and this report comes without a reading. Give checkReport the whole reading (not only its draft), or name another family.',
    );
}

/** The figures of a report, each of which has to be one: what is neither a number nor blank was never parsed. */
function figuresOfReport(report: AnyDraft): CheckContext['figures'] {
  const tables: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>>
  > = report.tables;
  const form: Form = forms[report.form];
  const isParsed = cells(form).every(({ tableId, row, column }) => {
    const table = tables[tableId];
    const figure = table?.[row.id]?.[column.id] ?? null;
    return table !== undefined && (figure === null || typeof figure === 'number');
  });
  if (!isParsed) throw new TypeError(notAReport(report));
  return toFigures(report);
}

/** What a glance at a report leaves to be done. */
interface Doubts {
  /** The rules that are not seen to hold, so that they have to be looked at place by place. */
  readonly rules: readonly PlannedRule[];
  /** Whether all figures are known and sound. */
  readonly isSound: boolean;
}

const NO_RULES: readonly PlannedRule[] = [];

/** Takes a glance at a report. */
export function doubtsAbout(check: RunningCheck): Doubts {
  const { report, reading, options, plan, previous, settings } = check;
  const { form, reader } = plan;
  const vector = reader.borrow();
  const vectorBefore = previous && reader.borrow();
  const isComparable = vectorBefore && previous?.form === report.form;
  const glance: Glance = {
    report,
    form,
    figures: reader.read(report.tables, vector) ? vector : undefined,
    previous: isComparable && reader.read(previous.tables, vectorBefore) ? vectorBefore : undefined,
    previousReport: previous,
    siblings: options.siblings ?? NONE,
    source: reading?.structure,
    settings,
  };
  const isSound = glance.figures !== undefined;
  const addsUp = isSound && plan.hasEquations && plan.addsUp(vector);
  let rules: PlannedRule[] | undefined;
  for (const rule of plan.rules) {
    if ((addsUp && rule.isEquation) || rule.holds?.(glance)) continue;
    if (rules) rules.push(rule);
    else rules = [rule];
  }
  if (rules && isSound) check.context(copied(vector));
  reader.giveBack(vector);
  if (vectorBefore) reader.giveBack(vectorBefore);
  return { rules: rules ?? NO_RULES, isSound };
}

const NONE: readonly AnyDraft[] = [];

function contextOf(
  { report, reading, options, plan, previous, settings }: RunningCheck,
  figures: CheckContext['figures'],
): CheckContext {
  const { siblings = [] } = options;
  const { form } = plan;
  return {
    report,
    form,
    ...figuresOn(form, figures),
    ...(previous ? { previous: figuresAs(forms[report.form], previous), previousReport: previous } : {}),
    siblings,
    ...(reading ? { source: reading.structure } : {}),
    settings: { ...settings },
  };
}

function settingsOf(packs: readonly RulePack[]): Settings {
  return Object.assign({}, nationalSettings, ...packs.map(({ settings }) => settings));
}

function raisedBy(packs: readonly RulePack[]): ReadonlyMap<string, Severity> {
  const raised = new Map<string, Severity>();
  for (const { severities = {} } of packs) {
    for (const [id, severity] of Object.entries(severities))
      raised.set(id, moreSevere(severity, raised.get(id)));
  }
  return raised;
}

/** Whether a report is on the year before; of a year that is not known nobody can say. */
function isYearBefore(previous: AnyDraft, { year }: AnyDraft): boolean {
  return year !== null && previous.year === year - 1;
}
