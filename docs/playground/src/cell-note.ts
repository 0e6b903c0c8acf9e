import {
  type AnyDraft,
  type CellPath,
  type CheckResult,
  cellAt,
  cellMarks,
  figureAt,
} from 'ogi-annual-report';
import { placeText } from '../../../src/reading/place-text.ts';
import { contentInWords, printedInstead } from '../../../src/rules/cell-content.ts';
import { element } from './element.ts';
import { shownResult } from './filling.ts';
import type { Said } from './text-marks.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** What is to be said about words of the text: what is found about them, or how they compare with the tables. */
export function wordsNote({ words: said, findings }: Said): Node[] {
  return [
    element('strong', {}, said),
    ...findings.map(({ message }) => element('span', { class: 'objection' }, message)),
  ];
}

/** What is to be said about a cell: where it is, what the source prints there, and what is wrong with it. */
export function cellNote(workspace: Workspace, path: CellPath): Node[] {
  const { draft, locale } = workspace;
  const result = shownResult(workspace);
  const cell = cellAt(path, draft.form);
  const remark = draft.remarks?.[path];
  const facts = [
    ...provenance(workspace, path),
    ...(remark === undefined ? [] : [words[locale].remark(remark)]),
  ];
  return [
    element('strong', {}, cell.address[locale]),
    element('span', {}, facts.join(locale === 'en' ? '. ' : '。')),
    ...objections(workspace, path, draft, result).map((text) =>
      element('span', { class: 'objection' }, text),
    ),
  ];
}

function provenance({ source, draft, locale }: Workspace, path: CellPath): string[] {
  const read = source?.reading.cells[path];
  if (!source || !read) return [];
  const say = words[locale];
  const before = figureAt(source.reading.draft, path);
  const instead = printedInstead(source.reading.cells)[path];
  const changed =
    before === figureAt(draft, path) ? [] : [say.changedFrom(contentInWords(before, instead)[locale])];
  if (!read.place) return [say.notFound, ...changed];
  const place = placeText(read.place)[locale];
  return [
    read.printed.trim() === '' ? say.printedBlank(place) : say.printedAs(read.printed, place),
    ...changed,
  ];
}

function objections(
  { locale, notNumber }: Workspace,
  path: CellPath,
  draft: AnyDraft,
  result: CheckResult,
): string[] {
  const mark = cellMarks(result).get(path);
  const typed = notNumber(path);
  const say = words[locale];
  const causes = mark ? causesOf(result, path) : [];
  return [
    ...(typed === undefined ? [] : [say.notANumber(typed)]),
    ...(mark?.to === undefined || mark.to === figureAt(draft, path) ? [] : [say.shouldBe(mark.to)]),
    ...(causes.length > 0 ? causes : (mark?.findings ?? []).map(({ message }) => message)).slice(0, 1),
  ];
}

function causesOf({ diagnoses }: CheckResult, path: CellPath): string[] {
  return diagnoses
    .filter(({ changes }) => changes.some(({ cell }) => cell === path))
    .map(({ message }) => message);
}
