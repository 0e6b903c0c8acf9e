import type { Locale } from 'ogi-annual-report';
import type { FileResult } from '../../../src/results/checked-report.ts';
import { checkFiles, type NamedFile } from './check-files.ts';

/** The files that were given together; see `startFolder`. */
export type Folder = ReturnType<typeof startFolder>;

/** While files are checked, the page is drawn anew so often at most, and less often the more there is to draw. */
const MIN_MILLISECONDS = 200;

/**
 * Keeps what came of many files that were given together, while they are checked and after.
 *
 * @param changed
 *   Is called after every change.
 */
export function startFolder(changed: () => void) {
  let files: readonly NamedFile[] = [];
  let results: readonly FileResult[] = [];
  let running: AbortController | undefined;
  let isShown = false;
  let isWaiting = false;

  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      changed();
    }, MIN_MILLISECONDS + results.length);
  };
  const positionOf = (name: string) => files.findIndex((each) => each.name === name);
  const check = async (given: readonly NamedFile[], locale: Locale) => {
    running?.abort();
    const own = new AbortController();
    running = own;
    files = given;
    results = [];
    changed();
    const positions = new Map(given.map(({ name }, position) => [name, position]));
    const inOrder: (FileResult | undefined)[] = [];
    const report = (result: FileResult) => {
      if (own.signal.aborted) return;
      inOrder[positions.get(result.name) ?? inOrder.length] = result;
      results = inOrder.filter((each) => each !== undefined);
      soon();
    };
    await checkFiles(given, locale, report, own.signal);
    if (running !== own) return;
    running = undefined;
    changed();
  };

  return {
    /** Whether there are several files to look at. */
    get isOpen() {
      return files.length > 0;
    },
    /** Whether they are what the page shows. */
    get isShown() {
      return isShown && files.length > 0;
    },
    get isRunning() {
      return running !== undefined;
    },
    get count() {
      return files.length;
    },
    /** What came of the files so far. */
    get results() {
      return results;
    },
    /** Where the file of a result stands among all. */
    positionOf,
    /** The file of a result. */
    fileOf: (name: string) => files.find((each) => each.name === name)?.file,
    /** Checks files, in the place of those before. */
    async open(given: readonly NamedFile[], locale: Locale) {
      isShown = true;
      await check(namedApart(given), locale);
    },
    /** Checks the same files again, in another language. */
    async again(locale: Locale) {
      if (files.length > 0) await check(files, locale);
    },
    /** Leaves unchecked what is not checked yet. */
    stop() {
      running?.abort();
      running = undefined;
      changed();
    },
    /** Forgets the files. */
    close() {
      running?.abort();
      running = undefined;
      files = [];
      results = [];
      isShown = false;
      changed();
    },
    show(shown: boolean) {
      isShown = shown;
      changed();
    },
  };
}

/** Files of one name, as from several folders, get a number behind it. */
function namedApart(files: readonly NamedFile[]): NamedFile[] {
  const taken = new Map<string, number>();
  return files.map(({ name, file }) => {
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return { name: before === 0 ? name : `${name} (${before + 1})`, file };
  });
}
