import type { Locale } from '../form/vocabulary.ts';
import { type Unplaced, type UnreadableFile, unreadableFile } from './file-row.ts';
import { type FolderOptions, isPath, pathOf, tasksOf } from './file-source.ts';
import { type FileThreadOptions, startReading } from './file-threads.ts';
import { fileWords } from './file-words.ts';
import { holdsLines } from './folder-files.ts';
import { inOrder } from './in-order.ts';
import type { FileTask } from './read-file.ts';
import { indexReports, isIndex, type ReportIndex } from './report-index.ts';

/** The reports on the year before, to be looked up, until they are closed. */
export interface PreviousFiles {
  readonly index: ReportIndex;
  /** What of it cannot be used, and why. */
  readonly unusable: readonly Unplaced<UnreadableFile>[];
  readonly close: () => Promise<void>;
}

/**
 * Reads the reports on the year before, of any formats, into one file of JSON lines for as long as they are
 * needed: an index of it is little, and goes to every thread.
 */
async function indexFiles(
  tasks: readonly FileTask[],
  locale: Locale,
  options: FileThreadOptions,
  signal: AbortSignal | undefined,
): Promise<PreviousFiles> {
  const [{ mkdtemp, open, rm }, { tmpdir }, { join }] = await Promise.all([
    import('node:fs/promises'),
    import('node:os'),
    import('node:path'),
  ]);
  const work = await startReading(locale, options);
  const folder = await mkdtemp(join(tmpdir(), 'ogi-previous-'));
  const close = () => rm(folder, { recursive: true, force: true });
  const unusable: Unplaced<UnreadableFile>[] = [];
  const names: string[] = [];
  try {
    const path = join(folder, 'reports.ndjson');
    const file = await open(path, 'w');
    try {
      for await (const read of inOrder(tasks.values(), work.run, work.room, signal)) {
        if ('problems' in read) unusable.push(read);
        else {
          names.push(read.name);
          await file.writeFile(`${JSON.stringify(read.report)}\n`);
        }
      }
    } finally {
      await file.close();
    }
    const index = await indexReports(path, {
      locale,
      onUnreadable: ({ line, problems }) => {
        const messages = problems.map(({ message }) => message);
        unusable.push(unreadableFile(names[line - 1] ?? '', 'unreadable', ...messages));
      },
      ...(signal ? { signal } : {}),
    });
    return { index, unusable, close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    await work.close();
  }
}

/** Makes the reports on the year before ready to be looked up, if they are given as files or an index. */
export async function openPrevious(
  previous: unknown,
  folderOptions: FolderOptions,
  locale: Locale = 'zh-CN',
  options: FileThreadOptions,
  signal: AbortSignal | undefined,
): Promise<PreviousFiles | undefined> {
  const none = { unusable: [], close: async () => {} };
  if (isIndex(previous)) return { index: previous, ...none };
  if (!isPath(previous)) return undefined;
  const { tasks, folders } = await tasksOf([previous], folderOptions);
  const path = await pathOf(previous);
  if (!holdsLines(path) || tasks[0]?.name !== path) {
    const files = await indexFiles(tasks, locale, options, signal);
    // where folders in a folder are looked into, what is left aside is links
    const why = fileWords[folderOptions.recursive ? 'linkNotFollowed' : 'notLookedInto'][locale];
    const aside = folders.map((name) => unreadableFile(name, 'not-opened', why));
    const none =
      tasks.length > 0 ? [] : [unreadableFile(path, 'unreadable', fileWords.noneToCompare[locale])];
    return { ...files, unusable: [...none, ...aside, ...files.unusable] };
  }
  const unusable: Unplaced<UnreadableFile>[] = [];
  const index = await indexReports(path, {
    locale,
    onUnreadable: ({ line, problems }) => {
      const messages = problems.map(({ message }) => message);
      unusable.push(unreadableFile(`${path}:${line}`, 'unreadable', ...messages));
    },
    ...(signal ? { signal } : {}),
  });
  return { ...none, index, unusable };
}
