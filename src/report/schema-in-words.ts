import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import { once } from '../form/once-per.ts';
import type { Edition, Locale } from '../form/vocabulary.ts';
import { explainAll } from './problems.ts';

/** An object whose issues are put into words. */
interface DefinitionInWords extends z.core.$ZodObjectDef {
  /** Puts what is wrong with a value into words. */
  readonly say: (issues: readonly z.core.$ZodRawIssue[], value: unknown) => z.core.$ZodRawIssue[];
}

type ObjectInWords = z.core.$constructor<z.ZodObject, DefinitionInWords>;

/**
 * Objects as zod has them but for their messages. A kind of schema of its own has them still when it is refined or
 * described, or is part of another; and it is made when it is asked for, so that programs without schemas go without.
 */
const objectInWords = once((): ObjectInWords => {
  const ZodObject: z.core.$constructor<z.ZodObject> = z.ZodObject;
  return $constructor('ObjectInWords', (schema: z.ZodObject, definition: DefinitionInWords) => {
    ZodObject.init(schema, definition);
    const { parse } = schema._zod;
    schema._zod.parse = (payload, context) => {
      const { value, issues } = payload;
      const before = issues.length;
      const say = (parsed: z.core.ParsePayload) => {
        if (parsed.issues.length > before)
          parsed.issues.push(...definition.say(parsed.issues.splice(before), value));
        return parsed;
      };
      const parsed = parse(payload, context);
      return parsed instanceof Promise ? parsed.then(say) : say(parsed);
    };
  });
});

/**
 * Makes the schema of a contract say what is wrong in the words of `parseReport`.
 *
 * @param schema
 *   The schema.
 * @param edition
 *   The edition whose contract it is.
 * @param locale
 *   Language of the messages.
 * @returns
 *   A schema that takes the same values.
 */
export function inWords(schema: z.ZodObject, edition: Edition, locale: Locale): z.ZodObject {
  const InWords = objectInWords();
  return new InWords({
    ...schema.def,
    say: (issues, value) => {
      const found = issues.map((issue) => ({ ...issue, path: issue.path ?? [] }) as z.core.$ZodIssue);
      // paths are copied, since schemas around this one put theirs before them
      return explainAll(found, value, { edition, locale }).map(
        ({ problem: { message }, issue = { code: 'custom', path: [] } }) =>
          ({ ...issue, path: [...issue.path], message }) as z.core.$ZodRawIssue,
      );
    },
  });
}
