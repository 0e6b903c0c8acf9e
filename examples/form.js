// The script of form.html: the tables are laid out from the form, and every key is followed by a check.

import { config } from 'zod';

config({ jitless: true }); // before the package is loaded: zod then does not try whether the page allows eval

const { emptyDraft, form2021, layout, startChecking } = await import('ogi-annual-report');

const session = startChecking(emptyDraft());
const verdicts = { pass: '没有发现问题', fail: '有错误', incomplete: '还没有填完' };
const byId = (id) => document.getElementById(id);

for (const section of form2021.sections) {
  const grid = layout(section.id);
  if (grid.length === 0) continue;
  const region = byId('tables').appendChild(document.createElement('section'));
  region.appendChild(document.createElement('h2')).textContent = section.label;
  const frame = region.appendChild(document.createElement('div'));
  Object.assign(frame, { className: 'table', tabIndex: 0, role: 'region', ariaLabel: section.label });
  const table = frame.appendChild(document.createElement('table'));
  for (const cells of grid) {
    const row = table.insertRow();
    for (const cell of cells) if (cell) row.append(cell.cell ? figure(cell) : heading(cell));
  }
}
tell(session.result);

function heading({ text, kind, scope, rowSpan, colSpan }) {
  const element = document.createElement(kind === 'heading' ? 'th' : 'td');
  if (scope) element.scope = scope;
  return Object.assign(element, { textContent: text, rowSpan, colSpan });
}

function figure({ cell: { path, address, unit }, rowSpan, colSpan }) {
  const input = document.createElement('input');
  Object.assign(input, {
    name: path,
    inputMode: unit === 'count' ? 'numeric' : 'decimal',
    autocomplete: 'off',
  });
  input.setAttribute('aria-label', address['zh-CN']);
  input.addEventListener('input', () => {
    const text = input.value.trim();
    const number = text === '' ? null : Number(text);
    input.setCustomValidity(Number.isNaN(number) ? '请填写数字' : '');
    tell(session.set(path, Number.isNaN(number) ? null : number)); // what is no number is not known
  });
  const element = document.createElement('td');
  element.append(input);
  return Object.assign(element, { rowSpan, colSpan });
}

/** Says what is wrong now, and marks the cells: those to change, or, where nobody can tell which, all concerned. */
function tell({ verdict, findings, diagnoses }) {
  // what is no matter of figures, such as sections, is not filled in on this page
  const errors = findings.filter(({ severity, cells }) => severity === 'error' && cells.length > 0);
  const settled = diagnoses.flatMap(({ settles }) => settles.map(({ fingerprint }) => fingerprint));
  const open = errors.filter(({ fingerprint }) => !settled.includes(fingerprint));
  const wrong = new Set([
    ...diagnoses.flatMap(({ changes }) => changes.map(({ cell }) => cell)),
    ...open.flatMap(({ cells }) => cells),
  ]);
  byId('verdict').textContent =
    errors.length > 0 ? verdicts.fail : verdicts[verdict === 'fail' ? 'incomplete' : verdict];
  byId('findings').replaceChildren(
    ...[...diagnoses, ...open].map(({ message }) =>
      Object.assign(document.createElement('li'), { textContent: message }),
    ),
  );
  for (const input of document.querySelectorAll('input'))
    input.setAttribute('aria-invalid', String(wrong.has(input.name) || input.validationMessage !== ''));
}
