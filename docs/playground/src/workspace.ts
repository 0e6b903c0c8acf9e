import {
  type AnyDraft,
  type Block,
  type CellPath,
  type Change,
  type CheckResult,
  type CheckSession,
  cells,
  figureAt,
  type Locale,
  type Reading,
  startChecking,
} from 'ogi-annual-report';

/** A file that was read; a blank form has none. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

/** A part of the text. */
export type SectionName = keyof AnyDraft['sections'];

/** What changed: figures or text of the report, or anything, so that it has to be drawn anew. */
export type Changed = 'content' | 'all';

/** The report that is open, with every state it had, and the check of the present one. */
interface Open {
  readonly name: string;
  readonly source: Source | undefined;
  session: CheckSession;
  states: AnyDraft[];
  at: number;
  /** The state that was downloaded last, or read. */
  kept: number;
}

/** The report in work; see `startWorkspace`. */
export type Workspace = ReturnType<typeof startWorkspace>;

/**
 * Keeps the report that is being worked on: what was read, what was changed since, undo, last year's report
 * and the check, which follows every change.
 *
 * @param language
 *   Language of findings.
 * @param changed
 *   Is called after every change.
 * @returns
 *   What the page may ask and do.
 */
export function startWorkspace(language: Locale, changed: (what: Changed) => void) {
  let locale = language;
  let open: Open | undefined;
  let previous: Source | undefined;
  /** The cell or section that is being typed in: one step of undo, however many keys. */
  let typing: CellPath | SectionName | undefined;
  /** What stands in cells and is no number. */
  const notNumbers = new Map<CellPath, string>();

  const opened = (): Open => {
    if (!open) throw new Error('No report is open: call `open` first.');
    return open;
  };
  const check = (draft: AnyDraft, source: Source | undefined) => {
    const options = { locale, ...(previous ? { previous: previous.reading.draft } : {}) };
    if (!source) return startChecking(draft, options);
    // It starts with the figures that were read, so that it knows which of them were changed. All cells are before the
    // person's eyes, and numbers without a cell are listed: what is incomplete is a blank cell, not the reading.
    const { reading } = source;
    const asRead = { ...draft, tables: reading.draft.tables } as AnyDraft;
    const session = startChecking({ ...reading, status: 'complete', draft: asRead }, options);
    for (const { path } of cells(draft.form)) {
      const figure = figureAt(draft, path);
      if (figure !== figureAt(asRead, path)) session.set(path, figure);
    }
    return session;
  };
  const restart = (what: Changed = 'all') => {
    if (open) open.session = check(open.states[open.at] ?? open.session.report, open.source);
    changed(what);
  };
  const remember = (draft: AnyDraft, place?: CellPath | SectionName) => {
    const now = opened();
    const goesOn = place !== undefined && place === typing && now.at > now.kept;
    now.states = [...now.states.slice(0, goesOn ? now.at : now.at + 1), draft];
    now.at = now.states.length - 1;
    typing = place;
  };
  const goTo = (at: number) => {
    const now = opened();
    if (!now.states[at]) return false;
    now.at = at;
    typing = undefined;
    notNumbers.clear();
    restart();
    return true;
  };

  return {
    get locale() {
      return locale;
    },
    get isOpen() {
      return open !== undefined;
    },
    get name() {
      return opened().name;
    },
    get source() {
      return opened().source;
    },
    get draft() {
      return opened().session.report;
    },
    get previous() {
      return previous;
    },
    /** The verdict and all findings, those of the reader first. */
    get result(): CheckResult {
      return opened().session.result;
    },
    get canUndo() {
      return open !== undefined && open.at > 0;
    },
    get canRedo() {
      return open !== undefined && open.at < open.states.length - 1;
    },
    /** Whether there are changes that were not downloaded. */
    get isEdited() {
      return open !== undefined && open.at !== open.kept;
    },
    /** What was typed into a cell, if it is no number. */
    notNumber: (path: CellPath) => notNumbers.get(path),
    /** Opens a report; a `source` with its draft, or a draft alone. */
    open(name: string, draft: AnyDraft, source?: Source) {
      previous = undefined;
      typing = undefined;
      notNumbers.clear();
      open = { name, source, session: check(draft, source), states: [draft], at: 0, kept: 0 };
      changed('all');
    },
    /** Takes what was typed into a cell. */
    type(path: CellPath, text: string) {
      const figure = figureOf(text);
      if (figure === undefined) notNumbers.set(path, text);
      else notNumbers.delete(path);
      const { session } = opened();
      if (figureAt(session.report, path) !== (figure ?? null)) {
        session.set(path, figure ?? null);
        remember(session.report, path);
      }
      changed('content');
    },
    /** Ends the step of undo that typing is. */
    typed() {
      typing = undefined;
    },
    /** Makes the changes of a diagnosis, as one step. */
    apply(changes: readonly Change[]) {
      const { session } = opened();
      for (const { cell, to } of changes) {
        notNumbers.delete(cell);
        session.set(cell, to);
      }
      remember(session.report);
      changed('content');
    },
    /** Replaces what the report says about itself, as one step. */
    describe(draft: AnyDraft) {
      remember(draft);
      restart();
    },
    /** Fills in figures of cells that were blank, as one step. */
    fill(draft: AnyDraft) {
      for (const path of notNumbers.keys()) if (figureAt(draft, path) !== null) notNumbers.delete(path);
      remember(draft);
      restart('content');
    },
    /** Replaces the text of a section. */
    write(section: SectionName, blocks: readonly Block[]) {
      const { report } = opened().session;
      remember({ ...report, sections: { ...report.sections, [section]: blocks } }, section);
      restart('content');
    },
    undo: () => goTo(opened().at - 1),
    redo: () => goTo(opened().at + 1),
    /** What there is now was downloaded. */
    keep() {
      typing = undefined;
      opened().kept = opened().at;
      changed('content');
    },
    compare(source: Source | undefined) {
      previous = source;
      restart();
    },
    /** Changes the language; `source` is what was read, with its problems in that language. */
    speak(wanted: Locale, source: Source | undefined) {
      locale = wanted;
      if (open && source) open = { ...open, source };
      restart();
    },
  };
}

/** The number that was typed, `null` for nothing, `undefined` for what is no number. */
function figureOf(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/[\s,]/gu, '');
  if (text === '') return null;
  return /^[-+−]?\d{1,16}(?:\.\d{1,6})?$/u.test(text) ? Number(text.replace('−', '-')) : undefined;
}
