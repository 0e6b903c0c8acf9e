import { type Figure, figuresIn } from './figures.ts';
import type { Candidate, Quantity } from './quantities.ts';

/** Something a line states: a figure, or that there was none. */
export interface Stated {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
  readonly value: number;
  readonly unit: string | null;
  readonly kind: 'figure' | 'nought' | 'allDone';
  /** Words that only make it likely that the quantity is meant. */
  readonly isLoose: boolean;
  /** The sums it may state, where they are others than those of the quantity. */
  readonly candidates?: readonly Candidate[];
}

/** What of the context decides how words are taken. */
export interface Speaker {
  readonly year: number;
  readonly kind: string | null;
  readonly agencyName: string;
}

/** What prose is about, until it speaks of something else. */
export type Topic = 'applications' | 'disputes' | 'documents' | 'enforcement' | 'processingFee' | 'proactive';

/** The words around a figure. */
export interface Mention {
  readonly line: string;
  readonly figure: Figure;
  /** From the figure before, or the start of the sentence, to this one; brackets left out. */
  readonly before: string;
  /** The same with its brackets. */
  readonly beforeWithBrackets: string;
  /** The last of it after a comma, a colon or a bracket. */
  readonly clause: string;
  /** The clause without punctuation before it. */
  readonly head: string;
  /** The last of it after a comma; enumerations stay together. */
  readonly phrase: string;
  /** The last of it after a semicolon. */
  readonly stretch: string;
  /** From the figure to the next punctuation or figure. */
  readonly after: string;
  /** The clause holds no noun, so that it stands after the figure: 8件予以公开. */
  readonly isBare: boolean;
  /** The words the figure belongs to. */
  readonly words: string;
  /** The phrase, and what follows if the clause holds no noun. */
  readonly whole: string;
  /** From an open bracket to the figure; `undefined` outside brackets. */
  readonly inBracket: string | undefined;
  readonly bracketStart: number;
  readonly sentenceStart: number;
  readonly sentence: string;
  /** The sentence up to the figure. */
  readonly sentenceBefore: string;
  /** The text since the last figure, across sentences. */
  readonly sinceLast: string;
}

const BARE = /^(?:对|其中|另有|有|共|还有|除|[,、“"])*$/u;
const ENDS_CLAUSE = ',;:、(。';
const ENDS_PHRASE = ',;。';
const ENDS_STRETCH = ';:。';

/** The last piece of a text after one of the marks. */
export function lastAfter(text: string, marks: string): string {
  let last = -1;
  for (const mark of marks) last = Math.max(last, text.lastIndexOf(mark));
  return text.slice(last + 1);
}

/** Every figure of a line with the words around it. */
export function mentionsIn(line: string): Mention[] {
  const figures = figuresIn(line);
  let lastEnd = 0;
  return figures.map((figure, index) => {
    const { start, end } = figure;
    const sentenceStart = Math.max(line.lastIndexOf('。', start - 1), line.lastIndexOf('!', start - 1)) + 1;
    const stop = line.indexOf('。', end);
    const sentence = line.slice(sentenceStart, stop < 0 ? undefined : stop);
    const sinceLast = line.slice(lastEnd, start);
    const beforeWithBrackets = line.slice(Math.max(lastEnd, sentenceStart), start);
    const before = beforeWithBrackets.includes(')')
      ? beforeWithBrackets.replace(/\([^()]*\)/gu, '')
      : beforeWithBrackets;
    lastEnd = end;
    const clause = before.endsWith('“') || before.endsWith('"') ? before : lastAfter(before, ENDS_CLAUSE);
    const head = clause.replace(/^[,;:、]+/u, '');
    const isBare = BARE.test(head);
    const phrase = lastAfter(before, ENDS_PHRASE);
    const following = line.slice(end, figures[index + 1]?.start);
    const punctuation = following.search(/[,;。、()]/u);
    const after = punctuation < 0 ? following : following.slice(0, punctuation);
    const bracketStart = line.lastIndexOf('(', start - 1);
    const isInside =
      bracketStart >= sentenceStart && start > 0 && !line.slice(bracketStart, start).includes(')');
    return {
      line,
      figure,
      before,
      beforeWithBrackets,
      clause,
      head,
      phrase,
      stretch: lastAfter(before, ENDS_STRETCH),
      after,
      isBare,
      words: isBare ? after : head,
      whole: phrase + (isBare ? after : ''),
      inBracket: isInside ? line.slice(bracketStart + 1, start) : undefined,
      bracketStart,
      sentenceStart,
      sentence,
      sentenceBefore: line.slice(sentenceStart, start),
      sinceLast,
    };
  });
}
