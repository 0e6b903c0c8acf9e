// zod: the schema that this library exports, with the sums as a refinement written by hand.

import { reportSchema } from 'ogi-annual-report';
import { brokenEquations } from './sums.js';

const schema = reportSchema().superRefine(({ tables }, context) => {
  for (const message of brokenEquations(tables)) context.addIssue({ code: 'custom', message });
});

export function check(json) {
  const { success, error } = schema.safeParse(json);
  if (success) return [];
  return error.issues.every(({ code, path }) => code === 'custom' && path.length === 0)
    ? error.issues.map(({ message }) => message)
    : undefined;
}
