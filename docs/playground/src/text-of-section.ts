import type { AnyDraft, Block } from 'ogi-annual-report';
import { blocksOf } from '../../../src/reading/narrative.ts';
import type { SectionName } from './workspace.ts';

/** The text of a section as it is edited: a paragraph or heading a line. */
export function textOfSection(draft: AnyDraft, section: SectionName): string {
  return (draft.sections[section] ?? []).map(({ text }) => text.replaceAll('\n', ' ')).join('\n');
}

/**
 * What was typed, as paragraphs and headings. A line that stood there before stays what it was; of others, those that are
 * numbered as headings of official documents are, are headings.
 */
export function blocksOfText(text: string, before: readonly Block[]): Block[] {
  const known = new Map(before.map((block) => [block.text.replaceAll('\n', ' '), block]));
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => known.get(line) ?? blocksOf([sourceLine(line)], ONE_LINE_EACH));
}

const ONE_LINE_EACH = { indented: false, width: undefined };

function sourceLine(text: string) {
  return { number: 1, text, key: text, indented: false, apart: false, ended: true };
}
