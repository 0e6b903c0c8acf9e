import { editions, formInForce } from '../form/editions.ts';
import type { Authority } from '../form/vocabulary.ts';

/** The first year of reports under the Regulations as they are (国令第711号), on either edition of the form. */
export const FIRST_YEAR_OF_REGULATIONS = Math.min(...editions.map(({ firstYear }) => firstYear));

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
  const { label } = formInForce.source;
  return { kind: 'form', citation: { 'zh-CN': `${label}${part}`, en: `${label}${english}` } };
}

/** A notice of a higher office. */
export function guidance(chinese: string, english: string): Authority {
  return { kind: 'guidance', citation: { 'zh-CN': chinese, en: english } };
}

/** What follows from the meaning of the headings. */
export function deduction(chinese: string, english: string): Authority {
  return { kind: 'inference', citation: { 'zh-CN': chinese, en: english } };
}
