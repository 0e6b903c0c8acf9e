import type { Locale } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import type { Labels, Output } from './renderer.ts';

/** What every form to fill in understands. */
interface TemplateOptions {
  /** Language of what is not part of the form; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /** Headings of the form as printed, or with their meaning in English beneath. */
  readonly labels?: Labels | undefined;
  /** The report on the year before, where the form can show it beside. */
  readonly previous?: AnyDraft | undefined;
}

/** A form to fill in. */
export interface Template {
  /** Name on the command line. */
  readonly id: string;
  /** File name extension, without a dot. */
  readonly extension: string;
  /** Whether it shows last year's figures beside. */
  readonly showsPrevious: boolean;
  /** Writes the empty form. */
  render(options?: TemplateOptions): Output | Promise<Output>;
}

/** The forms to fill in, by name; the command `ogi-report template` gives these. */
export const templates: Readonly<Record<string, Template>> = {
  xlsx: {
    id: 'xlsx',
    extension: 'xlsx',
    showsPrevious: true,
    render: async (options) => (await import('./xlsx/write.ts')).renderXlsxTemplate(options),
  },
  docx: {
    id: 'docx',
    extension: 'docx',
    showsPrevious: false,
    render: async (options) => (await import('./docx/template.ts')).renderDocxTemplate(options),
  },
};
