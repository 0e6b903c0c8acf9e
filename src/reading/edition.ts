import { editions, formInForce } from '../form/editions.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form } from '../form/vocabulary.ts';
import { parseTitle } from '../report/report.ts';
import { headingKey, keysOf } from './form-names.ts';

/** Headings of fewer characters turn up by chance. */
const MIN_LABEL_LENGTH = 4;
/** Fewer of them may be words of the text; a table has more. */
const MIN_HEADINGS = 3;
/** Between texts, so that no heading is made up of two. */
const APART = ' ';

/** The headings of rows and columns that no other edition has, not even as a part of one of its own. */
const ownHeadings = oncePer((form: Form): readonly string[] => {
  const otherHeadings = editions.filter((otherEdition) => otherEdition !== form).flatMap(headings);
  return headings(form).filter(
    (key) =>
      key.length >= MIN_LABEL_LENGTH && !otherHeadings.some((otherHeading) => otherHeading.includes(key)),
  );
});

function headings(form: Form): readonly string[] {
  const lines = Object.values(form.tables).flatMap(({ rows, columns }) => [...rows, ...columns]);
  return [...new Set(lines.flatMap((line) => [...keysOf(line), ...(line.under ?? []).map(headingKey)]))];
}

/** Whether words hold a heading that only another edition of the form has. */
export function hasHeadingOfAnother(form: Form, words: string): boolean {
  return editions.some(
    (otherEdition) => otherEdition !== form && ownHeadings(otherEdition).some((key) => words.includes(key)),
  );
}

/**
 * Which edition of the form a source is on: the one of which it has the most headings that are no other
 * edition's; the one in force, where it has as many of each.
 *
 * @param keys
 *   Keys of the lines or cells of the source.
 * @param lines
 *   Lines of the source, among them its title: where hardly a heading tells, as in a report without its tables, the
 *   edition is the one that was in force in the year it is on.
 */
export function editionOf(keys: readonly string[], lines: readonly { readonly text: string }[] = []): Form {
  const text = keys.join(APART);
  const countHeadings = (form: Form) => ownHeadings(form).filter((key) => text.includes(key)).length;
  let [bestEdition, bestCount] = [formInForce as Form, 0];
  for (const form of editions.filter((edition) => edition !== formInForce)) {
    const count = countHeadings(form);
    if (count > bestCount) [bestEdition, bestCount] = [form, count];
  }
  if (Math.max(bestCount, countHeadings(formInForce)) < MIN_HEADINGS) return inForceFor(lines) ?? formInForce;
  return bestCount > countHeadings(formInForce) ? bestEdition : formInForce;
}

function inForceFor(lines: readonly { readonly text: string }[]): Form | undefined {
  const year = lines.map(({ text }) => yearInTitle(text)).find((titleYear) => titleYear !== null) ?? null;
  if (year === null) return undefined;
  return [...editions]
    .sort((first, second) => second.firstYear - first.firstYear)
    .find(({ firstYear }) => firstYear <= year);
}

const MAX_TITLE_LENGTH = 80;

function yearInTitle(text: string): number | null {
  return text.length > MAX_TITLE_LENGTH ? null : (parseTitle(text.replace(/\s+/gu, ''))?.year ?? null);
}
