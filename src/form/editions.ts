import { type Form2019, form2019 } from './2019.ts';
import { type Form2021, form2021 } from './2021.ts';
import type { Form } from './vocabulary.ts';

/** The editions of the form, as types, by name. */
export interface Forms {
  /** On trial (国办公开办函〔2019〕60号), for reports on 2019 and 2020. */
  readonly '2019': Form2019;
  /** In force (国办公开办函〔2021〕30号), for reports on 2021 and later. */
  readonly '2021': Form2021;
}

/** Name of an edition of the form, as `form` in the JSON of a report. */
export type Edition = keyof Forms;

/**
 * The editions of the form by name, the older one first.
 *
 * @example
 *   forms['2019'].tables.documents.columns[0]?.label
 *   //=> '本年新制作数量'
 */
export const forms: Forms = { '2019': form2019, '2021': form2021 };

/** Every edition of the form, the older one first. */
export const editions: readonly Form[] = [form2019, form2021];

/** Whether a text is the name of an edition. */
export function isEdition(text: unknown): text is Edition {
  return typeof text === 'string' && Object.hasOwn(forms, text);
}
