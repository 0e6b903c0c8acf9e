import { type CellPath, cells } from '../form/cells.ts';
import type { Edition, Form, SectionId } from '../form/vocabulary.ts';
import { emptyDraft, tablesFrom } from '../report/figures.ts';
import { parseFeeSentence } from '../report/processing-fee.ts';
import type { AnyDraft, Block, Sections } from '../report/report.ts';
import { contactIn, periodIn, type TitleBlock, withStated } from './title-block.ts';

/** A section as it was read. */
export interface ReadSection {
  readonly id: SectionId;
  /** Whether it has a table, so that it may well have no text. */
  readonly hasTable: boolean;
  readonly blocks: readonly Block[];
}

/** The parts of a report that were read. */
export interface ReadParts {
  readonly titleBlock: TitleBlock;
  readonly preamble: readonly Block[];
  readonly sections: readonly ReadSection[];
  readonly figures: ReadonlyMap<CellPath, number>;
  readonly remarks: ReadonlyMap<CellPath, string>;
}

/** Characters of the preamble that are searched for period and contact. */
const MAX_OPENING_LENGTH = 20_000;

/** Builds a draft from the parts that were read. */
export function draftOf(
  form: Form,
  { titleBlock, preamble, sections, figures, remarks }: ReadParts,
): AnyDraft {
  const edition = form.id as Edition;
  const opening = preamble
    .map((block) => block.text)
    .join('\n')
    .slice(0, MAX_OPENING_LENGTH);
  const period = periodIn(opening);
  const contact = contactIn(opening);
  const sentence = sections.at(-1)?.blocks.at(-1);
  const fee = sentence && parseFeeSentence(sentence.text);
  return withStated(
    {
      ...emptyDraft(edition),
      ...(titleBlock.title === undefined ? {} : { title: titleBlock.title }),
      year: titleBlock.year ?? (period ? Number(period.start.slice(0, 4)) : null),
      agency: { name: titleBlock.agency, kind: null, level: null },
      ...(period ? { period } : {}),
      ...(contact ? { contact } : {}),
      sections: sectionsOf(preamble, sections),
      ...(fee ? { processingFee: fee } : {}),
      tables: tablesFrom(
        cells(form.id).map(({ path }) => figures.get(path) ?? null),
        edition,
      ),
      ...(remarks.size > 0 ? { remarks: Object.fromEntries(remarks) } : {}),
    } as AnyDraft,
    titleBlock.stated,
  );
}

/** The narrative: what stands beside a table is kept only if there is any. */
function sectionsOf(preamble: readonly Block[], readSections: readonly ReadSection[]): Sections {
  const sections: Record<string, Block[]> = preamble.length > 0 ? { preamble: [...preamble] } : {};
  for (const { id, hasTable, blocks } of readSections) {
    const text = withoutFee(blocks);
    if (!hasTable || text.length > 0) sections[id] = text;
  }
  return sections;
}

function withoutFee(blocks: readonly Block[]): Block[] {
  const lastBlock = blocks.at(-1);
  return lastBlock && parseFeeSentence(lastBlock.text) ? blocks.slice(0, -1) : [...blocks];
}
