import type * as z from 'zod';

/**
 * Copies a value that a schema accepts, some ten times as fast as zod, and says no more than that: why a
 * value is refused is for zod to explain. What it does is read off the schema, so nothing is declared twice.
 */
export type QuickCopy = (value: unknown) => unknown;

/** What a quick copy gives for a value that the schema may not accept. */
export const REFUSED: unique symbol = Symbol('refused');

/**
 * Makes the quick copy of a schema.
 *
 * Copies are plain objects with the keys in the order of the schema, as zod makes them, whatever the value
 * was; what a getter gives is checked in the copy. Keys that are symbols, which JSON does not have, are copied along.
 *
 * @returns
 *   `undefined` if the schema has something in it that is not known here.
 */
export function quickCopyOf(schema: z.core.$ZodType): QuickCopy | undefined {
  const part = partOf(schema);
  if (!part) return undefined;
  return 'copy' in part ? part.copy : (value) => (part.accepts(value) ? value : REFUSED);
}

/** A part of a schema: an object or list to be copied, or a value that is taken as it is. */
type Part = Composite | Leaf;

interface Composite {
  readonly copy: QuickCopy;
}

interface Leaf {
  readonly accepts: (value: unknown) => boolean;
  /** Whether it takes whole numbers from 0 and nothing else, as almost all do. */
  readonly isCount?: boolean;
}

function partOf(schema: z.core.$ZodType): Part | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return isPlain(def) && def.catchall?._zod.def.type === 'never' ? objectOf(def.shape) : undefined;
    case 'array':
      return isPlain(def) ? listOf(def.element) : undefined;
    case 'union':
      return 'discriminator' in def ? choiceOf(def as z.core.$ZodDiscriminatedUnionDef) : undefined;
    case 'nullable':
      return nullableOf(partOf(def.innerType));
    case 'literal':
    case 'enum': {
      const values = schema._zod.values;
      return values && { accepts: (value) => values.has(value as z.core.util.Primitive) };
    }
    case 'string':
    case 'number':
      return leafOf(def);
    default:
      return undefined;
  }
}

function isPlain({ checks = [] }: { readonly checks?: readonly unknown[] | undefined }): boolean {
  return checks.length === 0;
}

/* Leaves */

type Test<Value> = (value: Value) => boolean;

function leafOf(def: z.core.$ZodStringDef | z.core.$ZodNumberDef): Leaf | undefined {
  const own = 'check' in def ? [def as unknown as z.core.$ZodCheckDef] : [];
  const checks = [...own, ...(def.checks ?? []).map(({ _zod }) => _zod.def)] as CheckDef[];
  const tests = checks.map(testOf);
  if (tests.includes(undefined)) return undefined;
  const all = tests as Test<never>[];
  const { type } = def;
  const isCount =
    type === 'number' &&
    checks.length === 2 &&
    checks.some((check) => check.check === 'number_format') &&
    checks.some((check) => check.check === 'greater_than' && check.inclusive && check.value === 0);
  const isOfType = type === 'number' ? Number.isFinite : (value: unknown) => typeof value === 'string';
  const accepts = (value: unknown) => {
    if (!isOfType(value)) return false;
    for (const test of all) if (!test(value as never)) return false;
    return true;
  };
  return { accepts, isCount };
}

type CheckDef = z.core.$ZodChecks['_zod']['def'] | z.core.$ZodCustomDef;

function testOf(check: CheckDef): Test<never> | undefined {
  switch (check.check) {
    case 'number_format':
      return check.format === 'safeint' ? Number.isSafeInteger : undefined;
    case 'greater_than':
      return bound(check, (value, limit) => value > limit);
    case 'less_than':
      return bound(check, (value, limit) => value < limit);
    case 'min_length':
      return ({ length }: string) => length >= check.minimum;
    case 'string_format': {
      const { pattern } = check;
      return pattern && !pattern.global ? (value: string) => pattern.test(value) : undefined;
    }
    case 'custom':
      return (value: unknown) => Boolean(check.fn(value));
    default:
      return undefined;
  }
}

function bound(
  { value: limit, inclusive }: { readonly value: z.core.util.Numeric; readonly inclusive: boolean },
  isWithin: (value: number, limit: number) => boolean,
): Test<number> | undefined {
  if (typeof limit !== 'number') return undefined;
  return (value) => isWithin(value, limit) || (inclusive && value === limit);
}

function nullableOf(part: Part | undefined): Part | undefined {
  if (!part) return undefined;
  if ('copy' in part) return { copy: (value) => (value === null ? null : part.copy(value)) };
  return { accepts: (value) => value === null || part.accepts(value) };
}

/* Objects */

type Values = Record<string, unknown>;

/** The fields of an object, side by side, in the order of the schema. */
interface Fields {
  readonly keys: readonly string[];
  readonly isOptional: readonly boolean[];
  readonly parts: readonly Part[];
}

function objectOf(shape: z.core.$ZodShape): Composite | undefined {
  const keys = Object.keys(shape);
  const isOptional: boolean[] = [];
  const parts: Part[] = [];
  for (const key of keys) {
    const field = shape[key] as z.core.$ZodType;
    const { def } = (field as z.core.$ZodTypes)._zod;
    const isMissable = field._zod.traits.has('$ZodExactOptional');
    const part = partOf(isMissable && def.type === 'optional' ? def.innerType : field);
    if (!part) return undefined;
    isOptional.push(isMissable);
    parts.push(part);
  }
  const fields: Fields = { keys, isOptional, parts };
  const isRow = parts.every((part) => 'isCount' in part && part.isCount) && !isOptional.includes(true);
  return { copy: isRow ? rowCopy(keys) : objectCopy(fields) };
}

/** Whether a value is an object as JSON has them, so that nothing in it is inherited. */
function isPlainObject(value: unknown): value is Values {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Copies an object that holds counts and nothing else: a row of a table. */
function rowCopy(keys: readonly string[]): QuickCopy {
  return (value) => {
    if (!isPlainObject(value)) return REFUSED;
    // Looked at before, so that nothing but rows of the form is copied here: objects of a few shapes are
    // copied much faster than objects of any shape. Looked at again, because a getter may have its own mind.
    const verdict = hasCounts(value, keys);
    if (verdict === false) return REFUSED;
    const copy = verdict === true ? { ...value } : inOrder(value, keys);
    return copy && hasCounts(copy, keys) === true ? copy : REFUSED;
  };
}

function hasCounts(copy: Values, keys: readonly string[]): boolean | 'in another order' {
  let at = 0;
  for (const key in copy) {
    if (at === keys.length || key !== keys[at]) return 'in another order';
    const value = copy[key];
    if (typeof value !== 'number') return false;
    if ((value | 0) !== value || value < 0) {
      if (!(Number.isSafeInteger(value) && value >= 0)) return false;
    }
    at += 1;
  }
  return at === keys.length;
}

/** A copy of an object with its keys in order; `undefined` if it has others. */
function inOrder(object: Values, keys: readonly string[]): Values | undefined {
  const ordered: Values = {};
  let left = Object.keys(object).length;
  for (const key of keys) {
    if (!Object.hasOwn(object, key)) continue;
    ordered[key] = object[key];
    left -= 1;
  }
  return left === 0 ? ordered : undefined;
}

function objectCopy(fields: Fields): QuickCopy {
  return (value) => {
    if (!isPlainObject(value)) return REFUSED;
    const copy = { ...value };
    const verdict = hasFields(copy, fields);
    if (verdict !== 'in another order') return verdict ? copy : REFUSED;
    const ordered = inOrder(copy, fields.keys);
    return ordered && hasFields(ordered, fields) === true ? ordered : REFUSED;
  };
}

/** Checks the fields of a copy, and replaces objects in it by copies. */
function hasFields(copy: Values, { keys, isOptional, parts }: Fields): boolean | 'in another order' {
  let at = 0;
  for (const key in copy) {
    while (isOptional[at] && key !== keys[at]) at += 1;
    const part = parts[at];
    if (!part || key !== keys[at]) return 'in another order';
    at += 1;
    const value = copy[key];
    if ('accepts' in part) {
      if (!part.accepts(value)) return false;
    } else {
      const own = part.copy(value);
      if (own === REFUSED) return false;
      copy[key] = own;
    }
  }
  while (at < keys.length) {
    if (!isOptional[at]) return false;
    at += 1;
  }
  return true;
}

/* Lists, and objects of several kinds */

function listOf(element: z.core.$ZodType): Composite | undefined {
  const part = partOf(element);
  if (!part || !('copy' in part)) return undefined;
  const { copy } = part;
  return {
    copy(value) {
      if (!Array.isArray(value)) return REFUSED;
      const items: unknown[] = [];
      for (let at = 0; at < value.length; at += 1) {
        const own = copy(value[at]);
        if (own === REFUSED) return REFUSED;
        items.push(own);
      }
      return items;
    },
  };
}

function choiceOf({ discriminator, options }: z.core.$ZodDiscriminatedUnionDef): Composite | undefined {
  const copies = new Map<unknown, QuickCopy>();
  for (const option of options) {
    const part = partOf(option);
    const values = (option as z.core.$ZodObject)._zod.propValues?.[discriminator];
    if (!part || !('copy' in part) || !values) return undefined;
    for (const value of values) copies.set(value, part.copy);
  }
  return {
    copy(value) {
      if (typeof value !== 'object' || value === null) return REFUSED;
      return copies.get((value as Values)[discriminator])?.(value) ?? REFUSED;
    },
  };
}
