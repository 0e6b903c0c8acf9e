import { emptyDraft, reportTitle } from 'ogi-annual-report';
import { ask } from './ask.ts';
import type { NamedFile } from './check-files.ts';
import { download } from './downloads.ts';
import type { Folder } from './folder.ts';
import { MAX_FILES, namedFiles } from './gather.ts';
import type { Notices } from './notices.ts';
import { takeIn, takeInBytes } from './take-in.ts';
import { words } from './words.ts';
import type { Source, Workspace } from './workspace.ts';

/** Ways to open a report; see `startOpening`. */
export type Opening = ReturnType<typeof startOpening>;

/**
 * Opens reports, one after the other: the one that is open stays until another was read, what was dropped
 * last wins, and changes that were not downloaded are not lost without a question.
 */
export function startOpening(workspace: Workspace, folder: Folder, notices: Notices) {
  let turns = 0;
  /** The file whose report is open. */
  let openFile: Blob | undefined;
  /** The turn whose report is open. */
  let shown = 0;
  const pending = new Set<number>();
  const say = () => words[workspace.locale];

  const mayReplace = async (name: string): Promise<boolean> => {
    if (!workspace.isEdited) return true;
    const old = reportTitle(workspace.draft);
    const choice = await ask(say().replaceTitle, say().replaceQuestion(old, name), [
      say().replaceKeep,
      say().replaceSave,
      say().replaceDiscard,
    ]);
    if (choice === 1) await download(workspace, 'json', false);
    return choice > 0;
  };
  const read = async (name: string, file: Blob): Promise<Source | undefined> => {
    const turn = ++turns;
    pending.add(turn);
    notices.busy(say().reading(name));
    const taken = await takeIn(name, file, workspace.locale, say());
    pending.delete(turn);
    if (pending.size === 0) notices.busy();
    if (!('why' in taken)) return taken;
    const unchanged = workspace.isOpen ? [say().unchanged] : [];
    const sentences = [say().refused(name, taken.why), ...unchanged];
    notices.tell(sentences.join(workspace.locale === 'en' ? ' ' : ''), 'warning', taken.reasons);
    return undefined;
  };

  return {
    /** Opens a file. */
    async file(name: string, file: Blob) {
      notices.clear();
      const turn = turns + 1;
      const source = await read(name, file);
      if (!source || turn < shown || !(await mayReplace(name)) || turn < shown) return;
      shown = turn;
      openFile = file;
      folder.show(false);
      workspace.open(name, source.reading.draft, source);
      notices.say(say().opened(name));
    },
    /** Opens a file, or checks several together. */
    async files(files: readonly File[]) {
      const [only, another] = files;
      if (only && !another && !only.webkitRelativePath) await this.file(only.name, only);
      else if (only) await this.folder(namedFiles(files));
    },
    /** Checks the files of a folder. */
    async folder(files: readonly NamedFile[]) {
      notices.clear();
      if (files.length === 0) return notices.tell(say().emptyFolder, 'note');
      if (files.length > MAX_FILES) notices.tell(say().tooMany(MAX_FILES));
      await folder.open(files.slice(0, MAX_FILES), workspace.locale);
      if (folder.isShown && !folder.isRunning) notices.say(say().folderDone(folder.results.length));
    },
    /** Opens a file of the folder; the one that is open is shown as it is, with what was changed in it. */
    async ofFolder(name: string) {
      const file = folder.fileOf(name);
      if (!file) return;
      if (workspace.isOpen && openFile === file) folder.show(false);
      else {
        await this.file(name, file);
        document.getElementById('result-heading')?.focus();
      }
    },
    /** Opens text, or a piece of a web page. */
    async text(text: string) {
      if (text.trim() === '') notices.tell(say().nothingPasted, 'note');
      else await this.file(say().pasted, new Blob([text]));
    },
    /** Opens one of the reports to try. */
    async example(which: 'right' | 'wrong') {
      let examples: typeof import('./examples.ts');
      try {
        examples = await import('./examples.ts');
      } catch {
        notices.tell(say().partMissing);
        return;
      }
      const { name, text } = examples.examples[which];
      await this.file(name, new Blob([text]));
    },
    /** Opens the blank form. */
    async blank() {
      const turn = ++turns;
      notices.clear();
      if (!(await mayReplace(say().blankForm)) || turn < shown) return;
      shown = turn;
      openFile = undefined;
      folder.show(false);
      workspace.open(say().blankForm, emptyDraft<'2021'>());
    },
    /** Reads last year's report. */
    async previous(file: File) {
      notices.clear();
      const source = await read(file.name, file);
      if (source && workspace.isOpen) workspace.compare(source);
    },
    /** Changes the language: what readers object to is reported anew. */
    async language() {
      const locale = workspace.locale === 'en' ? 'zh-CN' : 'en';
      const source = workspace.isOpen ? workspace.source : undefined;
      const again = source && (await takeInBytes(source.name, source.bytes, locale, words[locale]));
      if (source !== (workspace.isOpen ? workspace.source : undefined)) return;
      notices.clear();
      workspace.speak(locale, again && 'reading' in again ? again : source);
      await folder.again(locale);
    },
  };
}
