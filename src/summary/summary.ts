import type { ChartId } from '../charts/built-in.ts';
import type { Chart, ChartOptions } from '../charts/chart.ts';
import { cleaned, subjectOf } from '../charts/words.ts';
import { counted } from '../form/in-language.ts';
import type { RenderOptions } from '../formats/renderer.ts';
import type { AnyDraft } from '../report/report.ts';
import { reportTitle } from '../report/report.ts';
import { type KeyFigures, keyFigures } from './key-figures.ts';
import { isWithoutEvents, sentences } from './sentences.ts';

/** Options of the illustrated summary. */
export interface SummaryOptions extends RenderOptions {
  /** The report on the year before; changes are reported where both figures are known. */
  readonly previous?: AnyDraft | undefined;
  /** Charts to show, built-in or your own; who applied, outcomes, refusals and disputes if left out. */
  readonly charts?: readonly (ChartId | Chart)[] | undefined;
  /** Fonts, most wanted first; common Chinese sans-serif fonts if left out. */
  readonly fontFamily?: NonNullable<ChartOptions['fontFamily']> | undefined;
}

/** What both forms of the summary have in common. */
export interface Summary {
  readonly title: string;
  readonly subject: string;
  readonly heading: string;
  readonly keyFigures: readonly KeyFigures[];
  readonly sentences: readonly string[];
  readonly charts: readonly (ChartId | Chart)[];
  /** What the reader has to know about the figures. */
  readonly notes: readonly string[];
}

const CHARTS: readonly ChartId[] = ['applicants', 'outcomes', 'refusals', 'disputes'];

/** Takes from a report what a summary tells. */
export function summaryOf(report: AnyDraft, options: SummaryOptions): Summary {
  const { locale = 'zh-CN', previous, charts = isWithoutEvents(report) ? [] : CHARTS, check } = options;
  const toNote = (check?.findings ?? []).filter(({ severity, waived }) => severity !== 'info' && !waived);
  return {
    title: `${locale === 'en' ? 'At a glance: ' : '一图读懂'}${cleaned(reportTitle(report))}`,
    subject: subjectOf([report], locale),
    heading: locale === 'en' ? 'Illustrated summary' : '图解',
    keyFigures: keyFigures(report, previous, locale),
    sentences: sentences(report, locale),
    charts,
    notes: [
      locale === 'en'
        ? 'The figures are those of the report; where it states no subtotal, the rows are added up.'
        : '数据以报告所载为准；报告未列小计的，由各行相加得出。',
      ...(toNote.length > 0
        ? [
            locale === 'en'
              ? `The check of the report has ${counted(toNote.length, 'finding')}.`
              : `核对报告发现 ${toNote.length} 处问题。`,
          ]
        : []),
    ],
  };
}
