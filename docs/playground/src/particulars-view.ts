import type { AnyDraft, Contact, DraftAgency } from 'ogi-annual-report';
import { CREDIT_CODE, DIVISION_CODE } from '../../../src/report/codes.ts';
import { type Particular, particulars, valueAt } from '../../../src/report/particulars.ts';
import { element } from './element.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** What rules look at, and sources often do not say. */
const ASKED = ['agency.name', 'year', 'agency.kind', 'agency.level', 'scope', 'publishedOn'];

/** Where to ask about the report. */
const CONTACT = /^contact\./u;

/** How what is typed has to be written, where not everything can be taken. */
const PATTERNS: Readonly<Record<string, string>> = {
  year: '20[0-9]{2}',
  'agency.divisionCode': DIVISION_CODE.source,
  'agency.creditCode': CREDIT_CODE.source,
};

const DATES = ['publishedOn', 'period.start', 'period.end'];

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
      fields(
        particulars.filter(({ path }) => !CONTACT.test(path)),
        workspace,
      ),
      element('h3', {}, say.contact),
      fields(
        particulars.filter(({ path }) => CONTACT.test(path)),
        workspace,
      ),
    ),
  ];
}

function fields(shown: readonly Particular[], workspace: Workspace): HTMLElement {
  return element('div', { class: 'fields' }, ...shown.map((one) => field(one, workspace)));
}

function field(asked: Particular, workspace: Workspace): HTMLElement {
  const { draft, locale } = workspace;
  const { path, label, values } = asked;
  const value = String(valueAt(draft, path) ?? '');
  // once what was clicked has the focus, which would be lost with the field that is drawn anew
  const take = (text: string) =>
    setTimeout(() => workspace.describe(withParticular(workspace.draft, path, text)));
  const id = `field-${path}`;
  const missing = value === '' && ASKED.includes(path) ? 'missing' : '';
  const pattern = PATTERNS[path];
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
        type: DATES.includes(path) ? 'date' : 'text',
        ...(pattern ? { pattern } : {}),
        ...(path === 'year' ? { inputmode: 'numeric' } : {}),
        oninput: ({ target }) => (target as HTMLInputElement).setCustomValidity(''),
        onchange: ({ target }) => {
          const input = target as HTMLInputElement;
          input.value = input.value.trim();
          if (input.checkValidity()) take(input.value);
          else {
            input.setCustomValidity(words[locale].wrongField(label[locale]));
            input.reportValidity();
          }
        },
      });
  return element('div', { class: 'field' }, element('label', { for: id }, label[locale]), entry);
}

/** The report with one of its particulars replaced; nothing typed is “not known”. */
function withParticular(draft: AnyDraft, path: string, text: string): AnyDraft {
  const value = text === '' ? null : text;
  const [group, key = ''] = path.split('.');
  switch (group) {
    case 'year':
      return { ...draft, year: value === null ? null : Number(value) };
    case 'scope':
      return { ...draft, scope: value as AnyDraft['scope'] };
    case 'agency': {
      const { [key as keyof DraftAgency]: _, ...others } = draft.agency;
      // a code that is not known is left out
      const isLeftOut = value === null && PATTERNS[path] !== undefined;
      return { ...draft, agency: (isLeftOut ? others : { ...others, [key]: value }) as DraftAgency };
    }
    case 'period': {
      const { period, ...rest } = draft;
      if (value === null) return rest;
      // a period has two ends: until the other is stated, it is that of the year
      const year = value.slice(0, 4);
      return { ...rest, period: { start: `${year}-01-01`, end: `${year}-12-31`, ...period, [key]: value } };
    }
    case 'contact': {
      const { contact: { [key as keyof Contact]: _, ...others } = {}, ...rest } = draft;
      const contact = value === null ? others : { ...others, [key]: value };
      return Object.keys(contact).length === 0 ? rest : { ...rest, contact };
    }
    default: {
      const { [path as 'publishedOn' | 'indexNumber']: _, ...rest } = draft;
      return (value === null ? rest : { ...rest, [path]: value }) as AnyDraft;
    }
  }
}
