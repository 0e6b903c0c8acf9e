import { isCellPath } from '../form/cells.ts';
import { LocalizedError, messageOf } from '../form/localized-error.ts';
import type { Locale, Localized } from '../form/vocabulary.ts';
import { type CheckContext, figuresOn, type Outcome, type RuleInstance, SEVERITIES } from '../rules/rule.ts';

/** A rule of a pack that failed: it threw, gave something else than outcomes, or tried to change the report. */
export interface FailedRule {
  /** Name of the pack. */
  readonly pack: string;
  /** Number of the rule. */
  readonly rule: string;
  /** Why, and what to do. */
  readonly message: string;
}

/** Characters of a reason that are reported. */
const MAX_REASON_LENGTH = 200;

/**
 * Runs a rule of a pack in one place. Packs are programs of others: what they give is looked at before it is
 * used. The context is one of `frozenContext`.
 *
 * @throws
 *   Whatever the rule throws, or why what it gives cannot be used.
 */
export function runPackRule(instance: RuleInstance, context: CheckContext): readonly Outcome[] {
  const outcomes = outcomesOf(instance, context);
  if (isPromise(outcomes)) {
    outcomes.then(undefined, () => {}); // nobody waits for it, so that its failure would end the process
    throw new LocalizedError({
      'zh-CN': '返回了 Promise；规则必须同步给出结果',
      en: 'it gives a promise; a rule has to give its outcomes at once',
    });
  }
  if (!Array.isArray(outcomes)) throw notOutcomes(outcomes);
  return outcomes.map(checkedOutcome);
}

function outcomesOf(instance: RuleInstance, context: CheckContext): unknown {
  try {
    return instance.check(context);
  } catch (error) {
    if (!CHANGES.test(messageOf(error, 'en'))) throw error;
    throw new LocalizedError({
      'zh-CN': '要改动报告；规则只能查看报告',
      en: 'it tries to change the report; a rule may only look at it',
    });
  }
}

/** Why a rule of a pack failed, for people. */
export function failedRule(pack: string, rule: string, error: unknown, locale: Locale): FailedRule {
  const reason = messageOf(error, locale).replace(/\s+/gu, ' ').slice(0, MAX_REASON_LENGTH);
  return {
    pack,
    rule,
    message:
      locale === 'en'
        ? `rule ${rule} of the pack “${pack}” failed and was not checked: ${reason}; whoever wrote it has to correct it`
        : `规则包“${pack}”的规则 ${rule} 出错，没有核对：${reason}；请交给编写规则的人改正`,
  };
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** An outcome whose message was tried in both languages, so that it does not fail later on. */
function checkedOutcome(outcome: unknown): Outcome {
  if (!isOutcome(outcome)) throw notOutcomes(outcome);
  const message: Localized = { 'zh-CN': outcome.message('zh-CN'), en: outcome.message('en') };
  if (Object.values(message).some((text) => typeof text !== 'string')) throw notOutcomes(outcome);
  return { ...outcome, message: (locale) => message[locale] };
}

function isOutcome(value: unknown): value is Outcome {
  if (typeof value !== 'object' || value === null) return false;
  const { verdict, cells, message, severity } = value as Readonly<Record<string, unknown>>;
  return (
    (verdict === 'broken' || verdict === 'undecided') &&
    Array.isArray(cells) &&
    cells.every((path) => typeof path === 'string' && isCellPath(path)) &&
    typeof message === 'function' &&
    (severity === undefined || SEVERITIES.some((known) => known === severity))
  );
}

function notOutcomes(value: unknown): LocalizedError {
  const given = Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value;
  return new LocalizedError({
    'zh-CN': `返回的不是结果（${given}）；应返回 { verdict, cells, message } 的列表，没有问题时返回空列表`,
    en: `it gives ${given}, not outcomes; a rule gives a list of { verdict, cells, message }, an empty one if it holds`,
  });
}

/** What rules of packs are given: a copy, so that a rule that changes something of it fails and spoils nothing. */
export function frozenContext({ form, figureOf: _, ...others }: CheckContext): CheckContext {
  const copy = frozen(structuredClone(others));
  return { ...copy, form, ...figuresOn(form, copy.figures) };
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** How engines say that something frozen was to be changed. */
const CHANGES = /read.?only|not extensible|cannot (?:delete|add|define) property/iu;
