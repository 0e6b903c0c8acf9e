import { type Form2019, form2019 } from './2019.ts';
import { type Form2021, form2021 } from './2021.ts';
import { oncePer } from './once-per.ts';
import type { Edition, Form } from './vocabulary.ts';

/** The editions of the form, as types, by name. */
export interface Forms extends Readonly<Record<Edition, Form>> {
  /** On trial (国办公开办函〔2019〕60号), for reports on 2019 and 2020. */
  readonly '2019': Form2019;
  /** In force (国办公开办函〔2021〕30号), for reports on 2021 and later. */
  readonly '2021': Form2021;
}

/**
 * The edition in force, which is the default wherever an edition can be named.
 *
 * @example
 *   forms[editionInForce].firstYear
 *   //=> 2021
 */
export const editionInForce = '2021' satisfies Edition;

/** The edition in force, as a type. */
export type EditionInForce = typeof editionInForce;

/**
 * The editions of the form by name, the older one first.
 *
 * @example
 *   forms['2019'].tables.documents.columns[0]?.label
 *   //=> '本年新制作数量'
 */
export const forms: Forms = { '2019': form2019, '2021': form2021 };

/** Every edition of the form, the older one first. */
export const editions: readonly Form[] = Object.values(forms);

/** The form in force. */
export const formInForce: Forms[EditionInForce] = forms[editionInForce];

/** The last year of reports on a form; `null` while it is in force. */
export function lastYearOf(form: Form): number | null {
  const later = editions.map(({ firstYear }) => firstYear).filter((first) => first > form.firstYear);
  return later.length > 0 ? Math.min(...later) - 1 : null;
}

/** The form of an edition, of the one in force if none is named; throws if it is given anything else. */
export function formOf(edition: Edition = editionInForce): Form {
  if (isEdition(edition)) return forms[edition];
  const given = typeof edition === 'string' ? `'${edition}'` : `a value of type ${typeof edition}`;
  const editionNames = Object.keys(forms).map((id) => `'${id}'`);
  throw new TypeError(`An edition of the form is named by ${editionNames.join(' or ')}, not by ${given}.`);
}

/**
 * Makes a function of an edition, of the one in force if none is named, that works its answer out once for
 * each.
 */
export function oncePerEdition<Answer>(workOut: (form: Form) => Answer): (edition?: Edition) => Answer {
  const ofForm = oncePer(workOut);
  return (edition) => ofForm(formOf(edition));
}

/** Whether a text is the name of an edition. */
export function isEdition(text: unknown): text is Edition {
  return typeof text === 'string' && Object.hasOwn(forms, text);
}
