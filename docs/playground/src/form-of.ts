import { type AnyDraft, type Form, forms } from 'ogi-annual-report';

/** The edition of the form that a report is on. */
export function formOf({ form }: AnyDraft): Form {
  return forms[form];
}
