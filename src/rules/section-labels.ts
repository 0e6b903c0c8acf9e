import { formInForce } from '../form/editions.ts';
import type { SectionId } from '../report/report.ts';

/** The heading of a section, as the form prints it. */
function headingOf(id: SectionId): string {
  return formInForce.sections.find((section) => section.id === id)?.label ?? '';
}

/** The headings of the sections of text, for messages. */
export const OVERVIEW: string = headingOf('overview');
export const PROBLEMS: string = headingOf('problemsAndImprovements');
export const OTHER_MATTERS: string = headingOf('otherMatters');
