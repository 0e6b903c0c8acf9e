import { type FileChild, Paragraph, TextRun } from 'docx';
import { form2021 } from '../../form/2021.ts';
import type { Locale, Localized, Section } from '../../form/table.ts';
import { emptyDraft } from '../../report/figures.ts';
import { hints } from '../../report/hints.ts';
import { particulars } from '../../report/particulars.ts';
import { type Draft, titleOf } from '../../report/report.ts';
import { printed } from '../document.ts';
import { particular, sectionOf } from './body.ts';
import { fileOf } from './file.ts';
import type { DocxOptions } from './options.ts';
import { paragraphsToWrite, wordsToChoose, wordsToWrite } from './placeholder.ts';
import { style } from './styles.ts';
import { lineRuns } from './text.ts';

/** Options of the Word template: those of the renderer, but for what needs a report. */
export type DocxTemplateOptions = Omit<DocxOptions, 'check'>;

/**
 * Renders the empty form as a Word file (`.docx`) to fill in, set like the report itself.
 *
 * The figures are blank; in the title, after the particulars and in the sections of text, grey hints say
 * what belongs there, and what is written replaces them. `readDocx` reads the file, filled in or not, and
 * never takes a hint for text.
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
    form2021.sections.flatMap(({ id, tables: own }) => (own.length === 0 ? [[id, []]] : [])),
  );
  const empty = { ...emptyDraft(), sections: narrative };
  const { sections } = printed(empty, options);
  const title = titleOf(empty);
  return fileOf(
    {
      title,
      children: [
        new Paragraph({
          style: style.templateTitle,
          children: [
            wordsToWrite(labelOf('agency.name', locale), hints.agency[locale]),
            new TextRun({ break: 1 }),
            wordsToWrite(labelOf('year', locale), hints.year[locale]),
            ...lineRuns(title),
          ],
        }),
        ...toState(locale),
        paragraphsToWrite(title, hints.preamble[locale]),
        ...sections.flatMap((section) => [
          ...sectionOf(section, tables),
          ...(section.grid.length === 0 ? [textOf(section.section, locale)] : []),
        ]),
      ],
    },
    options,
  );
}

/** The particulars that readers can find nowhere else in a report: those with words to choose from, and the day. */
function toState(locale: Locale): Paragraph[] {
  const stated = particulars.filter(({ path, values }) => values !== undefined || path === DAY);
  return stated.map(({ path, values }, at) => {
    const label = labelOf(path, locale);
    const words = Object.values(values ?? {}).map((word) => word[locale]);
    const place = values
      ? wordsToChoose(label, hints.choose[locale], words)
      : wordsToWrite(label, hints.day[locale]);
    return particular([...lineRuns(`${label}：`), place], at === stated.length - 1);
  });
}

const DAY = 'publishedOn' satisfies keyof Draft;

function labelOf(path: string, locale: Locale): string {
  return particulars.find((known) => known.path === path)?.label[locale] ?? path;
}

/** The place for the text of a section, with the hint for it, if there is one. */
function textOf({ id, label }: Section, locale: Locale): FileChild {
  const known: Readonly<Record<string, Localized>> = hints;
  return paragraphsToWrite(label, (known[id] ?? hints.text)[locale]);
}
