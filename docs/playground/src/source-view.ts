import { cells, figureAt, forms } from 'ogi-annual-report';
import { placeText } from '../../../src/reading/place-text.ts';
import { element } from './element.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** How far the source was read, and which numbers in it belong to no cell. */
export function sourceView({ source, draft, locale }: Workspace): Node[] {
  if (!source) return [];
  const say = words[locale];
  const { reading, name } = source;
  const form = forms[draft.form];
  const all = cells(form.id);
  const absent = all.filter(({ path }) => reading.cells[path]?.state === 'absent');
  const open = absent.filter(({ path }) => figureAt(draft, path) === null);
  const { placed, unplaced } = reading.ledger;
  return [
    element('h2', {}, say.source),
    element(
      'p',
      open.length > 0 ? { class: 'warning' } : {},
      open.length > 0
        ? say.readInPart(name, absent.length, all.length)
        : absent.length > 0
          ? say.filledIn(name, absent.length)
          : say.readWhole(name, placed),
    ),
    ...(form === forms['2021']
      ? []
      : [element('p', {}, say.otherEdition(locale === 'en' ? form.source.english : form.source.label))]),
    ...(unplaced.length > 0
      ? [
          element('p', { class: 'warning' }, say.unplaced(unplaced.length)),
          element(
            'ul',
            { class: 'unplaced' },
            ...unplaced.map(({ printed, place }) =>
              element('li', {}, element('strong', {}, printed), ` ${placeText(place)[locale]}`),
            ),
          ),
        ]
      : []),
  ];
}
