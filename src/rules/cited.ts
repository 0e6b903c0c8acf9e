import { type Forms, forms } from '../form/editions.ts';
import type { Authority } from '../form/vocabulary.ts';

/** The first year of reports under the Regulations as they are (国令第711号), on whatever edition of the form. */
export const FIRST_YEAR_OF_REGULATIONS = forms['2019'].firstYear;

/**
 * The form that the rules were written for: what they cite, name rows of, and date from. That stays so when
 * another comes into force; on other editions they hold as far as these have their cells.
 */
export const formOfRules: Forms['2021'] = forms['2021'];

/** An article of the Regulations on government information disclosure. */
export function law(article: string, english: string): Authority {
  return {
    kind: 'law',
    citation: {
      'zh-CN': `《政府信息公开条例》${article}`,
      en: `Regulations on government information disclosure, ${english}`,
    },
  };
}

/** A part of the notice that lays the form down. */
export function notice(part: string, english: string): Authority {
  const { label } = formOfRules.source;
  return { kind: 'form', citation: { 'zh-CN': `${label}${part}`, en: `${label}${english}` } };
}

/** A notice of a higher office, to all whom the rule is for; what one region asks of its own is `practice`. */
export function guidance(chinese: string, english: string): Authority {
  return { kind: 'guidance', citation: { 'zh-CN': chinese, en: english } };
}

/** What some regions or published reports do: known from there, binding nobody elsewhere. */
export function practice(chinese: string, english: string): Authority {
  return { kind: 'practice', citation: { 'zh-CN': chinese, en: english } };
}

/** What follows from the meaning of the headings. */
export function deduction(chinese: string, english: string): Authority {
  return { kind: 'inference', citation: { 'zh-CN': chinese, en: english } };
}
