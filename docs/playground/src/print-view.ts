import { inLanguage } from '../../../src/form/in-language.ts';
import { causesBesides } from '../../../src/results/causes.ts';
import { resultWords } from '../../../src/results/words.ts';
import { element } from './element.ts';
import { shownResult } from './filling.ts';
import { summaryText, withoutOpening } from './result-view.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** What was found, as it is printed before the report. */
export function listOnPaper(workspace: Workspace): Node[] {
  const { locale, draft, name } = workspace;
  const say = words[locale];
  const result = shownResult(workspace);
  const others = causesBesides({ name, report: draft, result }, inLanguage(resultWords, locale)).filter(
    ({ kind }) => kind === 'error' || kind === 'warning',
  );
  if (result.diagnoses.length + others.length === 0) return [];
  return [
    element('h2', {}, `${say.result}${locale === 'en' ? ': ' : '：'}${summaryText(workspace)}`),
    element(
      'ol',
      {},
      ...result.diagnoses.map((diagnosis) => element('li', {}, withoutOpening(diagnosis, locale))),
      ...others.map(({ messages }) => element('li', {}, messages.join(locale === 'en' ? ' ' : '；'))),
    ),
  ];
}

/** Prints the report, with what was found or without. */
export function printReport(marked: boolean): void {
  document.body.classList.toggle('printed-plain', !marked);
  print();
}
