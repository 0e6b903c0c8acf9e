import { Paragraph } from 'docx';
import { formInForce } from '../../form/editions.ts';
import type { Locale, Localized } from '../../form/vocabulary.ts';
import { emptyDraft } from '../../report/figures.ts';
import { particulars } from '../../report/particulars.ts';
import { type Draft, reportTitle } from '../../report/report.ts';
import { documentOf } from '../document.ts';
import { particular, sectionElements } from './body.ts';
import { dropDown } from './drop-down.ts';
import { fileOf } from './file.ts';
import { hints } from './hints.ts';
import type { DocxOptions } from './options.ts';
import { style } from './styles.ts';
import { lineRuns, runs } from './text.ts';

/** Options of the Word template: those of the renderer, but for what needs a report. */
export type DocxTemplateOptions = Omit<DocxOptions, 'check'>;

/**
 * Renders the empty form as a Word file (`.docx`) to fill in, set like the report itself.
 *
 * The figures are blank. Hints in 〔 〕 say what belongs in the title, after the particulars and in the
 * sections of text. `readDocx` reads the file, filled in or not, and never takes a hint for text.
 *
 * @param options
 *   Fonts, when it was made; headings, language of the hints.
 * @returns
 *   The file.
 * @example
 *   await writeFile('template.docx', await renderDocxTemplate());
 */
export async function renderDocxTemplate(options: DocxTemplateOptions = {}): Promise<Uint8Array> {
  const { locale = 'zh-CN', labels } = options;
  const tables = { labels, marked: new Map(), comments: new Map() };
  const narrative = Object.fromEntries(
    formInForce.sections.flatMap(({ id, tables: sectionTables }) =>
      sectionTables.length === 0 ? [[id, []]] : [],
    ),
  );
  const empty = { ...emptyDraft(), sections: narrative };
  const { sections } = documentOf(empty, options);
  const title = reportTitle(empty);
  return fileOf(
    {
      form: formInForce,
      title,
      creator: '',
      children: [
        new Paragraph({
          style: style.templateTitle,
          children: runs(`${hints.agency[locale]}\n${hints.year[locale]}${title}`),
        }),
        ...toState(locale),
        ...placeFor('preamble', locale),
        ...sections.flatMap((section) => [
          ...sectionElements(section, tables),
          ...(section.grid.length === 0 ? placeFor(section.section.id, locale) : []),
        ]),
      ],
    },
    options,
  );
}

/** The particulars that readers can find nowhere else in a report: those with words to choose from, and the day. */
function toState(locale: Locale): Paragraph[] {
  const stated = particulars.filter(({ path, values }) => values !== undefined || path === DAY);
  return stated.map(({ path, values }, index) => {
    const label = labelOf(path, locale);
    const words = Object.values(values ?? {}).map((word) => word[locale]);
    const place = values ? [dropDown(label, hints.choose[locale], words)] : lineRuns(hints.day[locale]);
    return particular([...lineRuns(`${label}：`), ...place], index === stated.length - 1);
  });
}

const DAY = 'publishedOn' satisfies keyof Draft;

function labelOf(path: string, locale: Locale): string {
  return particulars.find((candidate) => candidate.path === path)?.label[locale] ?? path;
}

/** The place for a text: a hint, which the author deletes, and an empty paragraph. */
function placeFor(id: string, locale: Locale): Paragraph[] {
  const hintTexts: Readonly<Record<string, Localized>> = hints;
  return [
    new Paragraph({ style: style.hint, children: lineRuns((hintTexts[id] ?? hints.text)[locale]) }),
    new Paragraph({ style: style.paragraph }),
  ];
}
