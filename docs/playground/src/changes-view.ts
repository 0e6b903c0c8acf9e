import { addressOf, cells, figureAt } from 'ogi-annual-report';
import { particulars, valueAt } from '../../../src/report/particulars.ts';
import { contentInWords, printedInstead } from '../../../src/rules/cell-content.ts';
import { save } from './downloads.ts';
import { button, element } from './element.ts';
import { formOf } from './form-of.ts';
import type { Notices } from './notices.ts';
import { textOfSection } from './text-of-section.ts';
import { words } from './words.ts';
import type { SectionName, Workspace } from './workspace.ts';

/** Something that differs from the source now. */
interface Edit {
  readonly where: string;
  readonly from: string;
  readonly to: string;
}

/** What was changed since the file was read, to be changed in the original too: to look at, copy and download. */
export function changesView(workspace: Workspace, notices: Notices): Node[] {
  const { source, locale, result } = workspace;
  const edits = editsOf(workspace);
  if (!source || edits.length === 0) return [];
  const say = words[locale];
  const list = [
    say.changesIn(source.name, edits.length),
    ...edits.map(({ where, from, to }, at) => `${at + 1}. ${where}${say.colon}${from} → ${to}`),
  ].join('\n');
  const copy = async () => {
    notices.say((await copied(list)) ? say.copied : say.notCopied);
  };
  return [
    element('h2', { id: 'changes-heading' }, say.changesHeading(edits.length)),
    element('p', {}, result.verdict === 'pass' ? say.changesDone : say.changesHint),
    element(
      'table',
      { class: 'edits' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...[say.where, say.original, say.changed].map((label) => element('th', { scope: 'col' }, label)),
        ),
      ),
      element(
        'tbody',
        {},
        ...edits.map(({ where, from, to }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, where),
            element('td', {}, from),
            element('td', { class: 'to' }, to),
          ),
        ),
      ),
    ),
    element(
      'div',
      { class: 'row' },
      button(say.copy, () => void copy(), { id: 'copy-changes', class: 'primary' }),
      button(
        say.downloadChanges,
        () => save(`${say.changesFile}.txt`, new Blob([`\uFEFF${list}\n`], { type: 'text/plain' })),
        { id: 'download-changes' },
      ),
    ),
  ];
}

function editsOf({ source, draft, locale }: Workspace): Edit[] {
  if (!source) return [];
  const say = words[locale];
  const before = source.reading.draft;
  const printed = printedInstead(source.reading.cells);
  const figures = cells(draft.form).flatMap(({ path }): Edit[] => {
    const [from, to] = [figureAt(before, path), figureAt(draft, path)];
    return from === to
      ? []
      : [
          {
            where: addressOf(path)[locale],
            from: contentInWords(from, printed[path])[locale],
            to: contentInWords(to)[locale],
          },
        ];
  });
  const sections: readonly { readonly id: SectionName; readonly label: string }[] = [
    { id: 'preamble', label: say.preamble },
    ...formOf(draft).sections.map(({ id, label, english }) => ({
      id: id as SectionName,
      label: locale === 'en' ? english : label,
    })),
  ];
  const texts = sections.flatMap(({ id, label }): Edit[] =>
    textOfSection(before, id) === textOfSection(draft, id)
      ? []
      : [{ where: say.textOf(label), from: say.asInSource, to: say.textEdited }],
  );
  const facts = particulars.flatMap(({ path, label, values }): Edit[] => {
    const [from, to] = [valueAt(before, path) ?? '', valueAt(draft, path) ?? ''].map(String);
    const shown = (value = '') => (value === '' ? say.blank : (values?.[value]?.[locale] ?? value));
    return from === to ? [] : [{ where: label[locale], from: shown(from), to: shown(to) }];
  });
  return [...figures, ...texts, ...facts];
}

/** Puts text on the clipboard; where the page has no right to, as an old browser does. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element('textarea', { class: 'out-of-sight' });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
