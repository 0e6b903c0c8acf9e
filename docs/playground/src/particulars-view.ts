import type { AnyDraft, Contact } from 'ogi-annual-report';
import { type Particular, particulars, valueAt } from '../../../src/report/particulars.ts';
import { element } from './element.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** What rules look at, and sources often do not say. */
const ASKED = ['agency.name', 'year', 'agency.kind', 'agency.level', 'scope', 'publishedOn'];

/** Where to ask about the report; sources rarely say all of it, and no rule looks at it. */
const CONTACT = /^contact\./u;

/** What the report says about itself, to be filled in. */
export function particularsView(workspace: Workspace): Node[] {
  const { locale } = workspace;
  const say = words[locale];
  const asked = particulars.filter(({ path }) => ASKED.includes(path));
  const missing = asked.filter(({ path }) => (valueAt(workspace.draft, path) ?? '') === '');
  const isOpen = workspace.canUndo && document.querySelector('#particulars[open]') !== null;
  return [
    element(
      'details',
      // it does not close on those who are filling it in
      { id: 'particulars', open: isOpen || missing.some(({ path }) => path !== 'publishedOn') },
      element(
        'summary',
        {},
        element('h2', {}, say.particulars),
        missing.length > 0 ? ` ${say.missing(missing.map(({ label }) => label[locale]))}` : '',
      ),
      element('p', { class: 'hint' }, say.particularsHint),
      element('div', { class: 'fields' }, ...asked.map((one) => field(one, workspace))),
      element('h3', {}, say.contact),
      element(
        'div',
        { class: 'fields' },
        ...particulars.filter(({ path }) => CONTACT.test(path)).map((one) => field(one, workspace)),
      ),
    ),
  ];
}

function field(asked: Particular, workspace: Workspace): HTMLElement {
  const { draft, locale } = workspace;
  const { path, label, values } = asked;
  const value = String(valueAt(draft, path) ?? '');
  // once what was clicked has the focus, which would be lost with the field that is drawn anew
  const take = (text: string) =>
    setTimeout(() => workspace.describe(withParticular(workspace.draft, path, text)));
  const id = `field-${path}`;
  const missing = value === '' && !CONTACT.test(path) ? 'missing' : '';
  const entry = values
    ? element(
        'select',
        { id, class: missing, onchange: ({ target }) => take((target as HTMLSelectElement).value) },
        ...Object.entries({
          '': { 'zh-CN': words['zh-CN'].notStated, en: words.en.notStated },
          ...values,
        }).map(([key, text]) => element('option', { value: key, selected: key === value }, text[locale])),
      )
    : element('input', {
        id,
        class: missing,
        value,
        autocomplete: 'off',
        ...(path === 'publishedOn' ? { type: 'date' } : { type: 'text' }),
        ...(path === 'year' ? { inputmode: 'numeric', pattern: '20[0-9]{2}' } : {}),
        onchange: ({ target }) => take((target as HTMLInputElement).value),
      });
  return element('div', { class: 'field' }, element('label', { for: id }, label[locale]), entry);
}

/** The report with one of its particulars replaced; nothing typed is “not known”. */
function withParticular(draft: AnyDraft, path: string, text: string): AnyDraft {
  const value = text.trim() === '' ? null : text.trim();
  if (path === 'publishedOn') {
    const { publishedOn: _, ...rest } = draft;
    return value === null ? rest : { ...rest, publishedOn: value };
  }
  if (path === 'year') return { ...draft, year: value && /^20\d\d$/u.test(value) ? Number(value) : null };
  const [group, key = ''] = path.split('.');
  if (group === 'contact') {
    const { contact: { [key as keyof Contact]: _, ...others } = {}, ...rest } = draft;
    const contact = value === null ? others : { ...others, [key]: value };
    return Object.keys(contact).length === 0 ? rest : { ...rest, contact };
  }
  if (group === 'agency') return { ...draft, agency: { ...draft.agency, [key]: value } };
  return { ...draft, [path]: value };
}
