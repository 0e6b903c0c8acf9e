import { oncePer } from '../form/once-per.ts';
import { type Form, type Section, type SectionId, type Table, tablesOf } from '../form/vocabulary.ts';
import type { OtherWording } from '../rules/source-structure.ts';
import { headingKey, labelKey } from './form-names.ts';
import type { SourceLine } from './lines/source-lines.ts';
import { FENCE, wordsOf } from './lines/tokens.ts';
import { keyOf } from './normalize.ts';
import { isFigure, printedFigure } from './printed-figure.ts';
import { UNIT_NAMES, unitsInCaption } from './units.ts';

/** A section as found in a source: its heading is the lines from `start`, its content goes up to `end`. */
export interface FoundSection {
  readonly section: Section;
  readonly start: number;
  /** Where its heading begins for the first time, if it is printed twice; else `start`. */
  readonly firstStart: number;
  /** Index of the first line of its content. */
  readonly from: number;
  readonly end: number;
}

interface Heading {
  readonly section: number;
  readonly start: number;
  readonly from: number;
}

/**
 * Finds the numbered sections of a report.
 *
 * The last run of headings in the right order counts, so that a table of contents or another
 * numbering before it does no harm; where numbered headings stand in another order, the last of each.
 * A table that stands under no heading is found by its first label.
 */
export function outlineOf(form: Form, lines: readonly SourceLine[]): FoundSection[] {
  const { sections } = form;
  const headings = headingsIn(form, lines);
  const inOrder = headingsInOrder(form, lines, headings);
  const inAnyOrder = lastNumbered(lines, headings);
  const chosen = inAnyOrder.length > inOrder.length ? inAnyOrder : inOrder;
  return chosen.flatMap(({ section, start, from }, index) => {
    const foundSection = sections[section];
    const nextHeading = chosen[index + 1];
    const end = nextHeading ? startOfRepeated(headings, nextHeading, lines) : lines.length;
    const firstStart = startOfRepeated(headings, { section, start, from }, lines);
    return foundSection ? [{ section: foundSection, start, firstStart, from, end }] : [];
  });
}

/** The last run of headings in the order of the form. */
function headingsInOrder(
  form: Form,
  lines: readonly SourceLine[],
  headings: readonly Heading[],
): readonly Heading[] {
  const { sections } = form;
  const sectionHeadings: Heading[] = [];
  let nextStart = lines.length;
  for (let section = sections.length - 1; section >= 0; section -= 1) {
    const heading =
      headings.findLast((candidate) => candidate.section === section && candidate.start < nextStart) ??
      tableAt(form, lines, section, nextStart);
    if (!heading) continue;
    sectionHeadings.unshift(heading);
    nextStart = startOfRepeated(headings, heading, lines);
  }
  return sectionHeadings;
}

/** The last numbered heading of each section, in the order of the source. */
function lastNumbered(lines: readonly SourceLine[], headings: readonly Heading[]): readonly Heading[] {
  const last = new Map<number, Heading>();
  for (const heading of headings)
    if (NUMBERED.test(lines[heading.start]?.text ?? '')) last.set(heading.section, heading);
  return [...last.values()].sort((one, other) => one.start - other.start);
}

/**
 * Where a heading begins, if it is printed twice in a row, the second time as the caption of its table; a caption with the
 * unit may stand between them.
 */
function startOfRepeated(
  headings: readonly Heading[],
  { section, start }: Heading,
  lines: readonly SourceLine[],
): number {
  let above = start;
  while (above > 0 && unitsInCaption(lines[above - 1]?.text ?? '').length > 0) above -= 1;
  const repeated = headings.find(
    (candidate) => candidate.section === section && candidate.from >= above && candidate.from <= start,
  );
  return repeated?.start ?? start;
}

const NUMBERED = /^[一二三四五六七八九十]\s*[、.．,，]/u;

/** All lines that may be the heading of a section; those that the source calls text only if no others are. */
function headingsIn(form: Form, lines: readonly SourceLine[]): Heading[] {
  const allHeadings = lines.flatMap((_, start) => headingAt(form, lines, start) ?? []);
  const unlabelled = allHeadings.filter(({ start }) => lines[start]?.kind === undefined);
  return unlabelled.length > 0 ? unlabelled : allHeadings;
}

/** A heading on one line, or broken over two. */
function headingAt(form: Form, lines: readonly SourceLine[], start: number): Heading | undefined {
  const [line, nextLine] = [lines[start], lines[start + 1]];
  if (!line || line.text.length > 60) return undefined;
  const onOneLine = findSection(form, line.text, line.key);
  if (onOneLine !== undefined) return { section: onOneLine, start, from: start + 1 };
  const isNumbered = NUMBERED.test(line.text);
  const onTwoLines =
    isNumbered && nextLine && nextLine.text.length <= 60
      ? findSection(form, line.text + nextLine.text, line.key + nextLine.key)
      : undefined;
  return onTwoLines === undefined ? undefined : { section: onTwoLines, start, from: start + 2 };
}

/** Which section each heading is that of, without its number. */
const sectionsByKey = oncePer(({ sections }: Form): ReadonlyMap<string, number> => {
  const byKey = new Map<string, number>();
  for (const [sectionIndex, { label, variants = [] }] of sections.entries())
    for (const key of [withoutNumber(label), ...variants].map(keyOf))
      if (!byKey.has(key)) byKey.set(key, sectionIndex);
  return byKey;
});

/** Which section a text is the heading of; `（一）主动公开政府信息情况` is a heading inside a section. */
function findSection(form: Form, text: string, key: string): number | undefined {
  const byKey = sectionsByKey(form);
  if (!byKey.has(key) && !byKey.has(key.slice(1))) return undefined;
  const unmarked = text.replace(/^[|｜│#*\s]+|(?<![|｜│*\s])[|｜│*\s]+$/gu, '');
  if (/^[（(]/u.test(unmarked) || /[。；]/u.test(unmarked)) return undefined;
  return byKey.get(NUMBERED.test(unmarked) ? key.slice(1) : key);
}

/** Whether a text is the heading of a section. */
export function isSectionHeading(form: Form, text: string): boolean {
  return sectionNumber(form, { text }) !== undefined;
}

/**
 * The lines from the heading of the section on in which they end, which may be printed more than once; all of them if
 * none is a heading.
 */
export function linesOfSection<T extends { readonly text: string; readonly key?: string }>(
  form: Form,
  lines: readonly T[],
): { readonly lines: readonly T[]; readonly hasHeading: boolean } {
  let from = -1;
  let section: number | undefined;
  for (const [at, line] of lines.entries()) {
    const found = sectionNumber(form, line);
    if (found === undefined || found === section) continue;
    [section, from] = [found, at];
  }
  return { lines: lines.slice(Math.max(from, 0)), hasHeading: from >= 0 };
}

/** Which section, counted from 0, a line is the heading of. */
export function sectionNumber(
  form: Form,
  { text, key }: { readonly text: string; readonly key?: string },
): number | undefined {
  return text.length <= 60 ? findSection(form, text, key ?? keyOf(text)) : undefined;
}

function withoutNumber(text: string): string {
  return text.replace(/^[一二三四五六七八九十]\s*[、.．,，]\s*/u, '');
}

/**
 * The sections in the order in which their numbered headings stand in the source, each where it stands
 * last, so that a table of contents does no harm.
 */
export function sectionOrder(form: Form, lines: readonly SourceLine[]): SectionId[] {
  return lastNumbered(lines, headingsIn(form, lines)).map(
    ({ section }) => form.sections[section]?.id as SectionId,
  );
}

/** The headings of sections that are worded in another way than the form's. */
export function otherHeadings(
  outline: readonly FoundSection[],
  lines: readonly SourceLine[],
): OtherWording[] {
  return outline.flatMap(({ section: { label }, start, from }) => {
    const printed = lines
      .slice(start, from)
      .map(({ text }) => text)
      .join('');
    return printed === '' || keyOf(printed) === keyOf(label) ? [] : [{ label, printed }];
  });
}

/** Where the table of a section begins that stands under no heading: at its band, its note or its first row. */
function tableAt(
  form: Form,
  lines: readonly SourceLine[],
  section: number,
  endLine: number,
): Heading | undefined {
  const tableSection = form.sections[section];
  const table = tableSection && tablesOf(form, tableSection)[0]?.table;
  if (!table || table.rowsSideBySide) return undefined;
  const anchors = [table.band, table.cornerIsNote ? table.corner : undefined, table.rows[0]];
  const keys = anchors.flatMap((anchor) => (anchor ? [headingKey(anchor)] : []));
  const start = lines.findIndex(
    ({ key }, lineIndex) => lineIndex < endLine && keys.some((tableKey) => key.startsWith(tableKey)),
  );
  return start < 0 ? undefined : { section, start, from: start };
}

/**
 * Where in the content of a section its table begins: at the first line that consists of headings of
 * the table and figures. Lines before it are text, as are those set in like a paragraph, if the rows of
 * the table stand between bars.
 *
 * @returns
 *   Index of the line; `end` if there is no such line.
 */
export function tableStart(
  form: Form,
  { section, from, end }: FoundSection,
  lines: readonly SourceLine[],
): number {
  const labels = keysOfTables(form, section);
  const tableLines: SourceLine[] = [];
  for (const line of lines.slice(from, end)) {
    if (line.text.includes('。') || !belongsToTable(line, labels)) continue;
    tableLines.push(line);
    if (tableLines.length === 1 && !line.indented) break;
  }
  const [firstLine] = withoutParagraphs(tableLines);
  let start = firstLine ? lines.indexOf(firstLine, from) : end;
  const candidates = new Set(withoutParagraphs(lines.slice(from, end)));
  start = startByFigures(lines, from, start, candidates) ?? start;
  // rows whose labels are misprinted stand between bars with those that are not
  while (start > from && !lines[start]?.apart && isRow(lines[start]) && isRow(lines[start - 1])) start -= 1;
  return start;
}

/** So many figures that follow each other stand in a table, whatever its headings say. */
const MIN_FIGURES = 3;

/** Where a table whose headings are not known begins by its figures, if any stand there: at the lines before them that are no sentences. */
function startByFigures(
  lines: readonly SourceLine[],
  from: number,
  end: number,
  candidates: ReadonlySet<SourceLine>,
): number | undefined {
  let [count, start] = [0, from];
  for (let at = from; at < end; at += 1) {
    const line = lines[at];
    if (!line || !candidates.has(line)) continue;
    const { text } = line;
    const words = wordsOf(text);
    const figures =
      words.length - 1 - words.findLastIndex((word) => !isFigure(word, printedFigure(word, true)));
    if (text.includes('。')) start = at + 1;
    count = figures === words.length ? count + figures : figures;
    if (count >= MIN_FIGURES && start <= at) return start;
  }
  return undefined;
}

/** Whether a line holds cells between bars, and no sentence. */
function isRow(line: SourceLine | undefined): boolean {
  return line !== undefined && FENCE.test(line.text) && !line.text.includes('。');
}

/** The lines without those that are set in like a paragraph and have no bars, if any of them stands between bars. */
export function withoutParagraphs(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => FENCE.test(text))) return lines;
  return lines.filter(({ indented, text }) => !indented || FENCE.test(text));
}

function belongsToTable({ key, text }: SourceLine, labels: readonly string[]): boolean {
  if (key.length < 2) return false;
  if (labels.some((label) => label.startsWith(key)) || labels.includes(labelKey(text))) return true;
  let remainingKey = key;
  for (const label of labels) remainingKey = remainingKey.replaceAll(label, '');
  return (
    (remainingKey !== key && remainingKey.replace(/(?<!\d)\d+$/u, '').length <= 2) ||
    isOfFragments(text, labels)
  );
}

/** Whether a line is made of parts of several headings, such as stand side by side where they are broken. */
function isOfFragments(text: string, labels: readonly string[]): boolean {
  const fragments = wordsOf(text)
    .map(keyOf)
    .filter((fragment) => fragment !== '');
  return (
    fragments.length > 1 &&
    fragments.every((fragment) => labels.some((label) => label.includes(fragment))) &&
    fragments.some((fragment) => fragment.length >= MIN_FRAGMENT_LENGTH)
  );
}

/** Words of this length in a heading are not there by chance. */
const MIN_FRAGMENT_LENGTH = 4;

/** The keys of all headings of a section's tables, longest first. */
export function keysOfTables(form: Form, section: Section): readonly string[] {
  return labelKeys(form).get(section) ?? [];
}

const labelKeys = oncePer(
  (form: Form) => new Map(form.sections.map((section) => [section, collectKeys(form, section)])),
);

function collectKeys(form: Form, section: Section): string[] {
  const keys = tablesOf(form, section).flatMap(({ table }) => {
    return [table.band, table.corner, ...table.rows, ...table.columns].flatMap((heading) => {
      if (!heading) return [];
      const { label, under = [], variants = [] } = heading as Table['rows'][number];
      return [label, ...variants, ...under.map((mergedHeading) => mergedHeading.label)].map(keyOf);
    });
  });
  return [...new Set(keys)].sort((a, b) => b.length - a.length);
}

/** A figure in the last cell of a row, in Chinese numerals too, with or without a unit or a per cent sign, a remark or the mark of a note. */
const ENDS_IN_FIGURE = new RegExp(
  String.raw`(?:^|[\s|｜│])[\d零〇一二三四五六七八九十百千万两.,，/—–-]{1,40}\s?(?:${UNIT_NAMES}|[%％])?(?:[（(][^（()）]{0,80}[）)])?[*＊※①-⒇㉑-㉟㊱-㊿]?[|｜│\s]{0,40}$`,
  'u',
);
const MAX_ENDING_LENGTH = 100;

/** The line after the table: the first line of prose behind its last figure. */
export function tableEnd(
  form: Form,
  start: number,
  { section, end }: FoundSection,
  lines: readonly SourceLine[],
): number {
  let endOfFigures = start;
  for (let lineIndex = start; lineIndex < end; lineIndex += 1) {
    const text = lines[lineIndex]?.text ?? '';
    if (!text.includes('。') && ENDS_IN_FIGURE.test(text.slice(-MAX_ENDING_LENGTH)))
      endOfFigures = lineIndex + 1;
  }
  const labels = keysOfTables(form, section);
  for (let lineIndex = endOfFigures; lineIndex < end; lineIndex += 1) {
    const line = lines[lineIndex];
    if (line && /[。：:]|^[注备]/u.test(line.text) && !belongsToTable(line, labels)) return lineIndex;
  }
  return end;
}
