import { escapeHtml as encode } from '../formats/html/escape-html.ts';
import { type FileResult, shownProblems } from './checked-report.ts';
import {
  byAttention,
  FILE_STATES,
  type FileState,
  hasMoreToSay,
  isChecked,
  isUnreadable,
  stateOf,
  totalsOf,
} from './file-state.ts';
import { items, type PageSetting, reportLists } from './html-parts.ts';
import { type OverviewRow, overviewRow } from './overview.ts';

/** Identifier of the overview, for the way back. */
const OVERVIEW = 'overview';

/**
 * Many files as the content of a page: totals, an overview with a row a file, sorted by what needs attention, that can be
 * filtered without a script, and a section for each of which there is more to say than that it passes.
 */
export function overviewPage(results: readonly FileResult[], setting: PageSetting): string[] {
  const { say, locale, audience } = setting;
  const files = byAttention(results);
  const entries = files.map((file, index) => ({
    file,
    id: `report-${index + 1}`,
    row: overviewRow(file, say, locale),
    hasSection:
      audience !== 'summary' && (isUnreadable(file) ? file.problems.length > 1 : hasMoreToSay(file)),
  }));
  return [
    `<p class="totals">${encode(say.totals(files.length, totalsOf(files)))}</p>`,
    '<div class="results">',
    ...filters(files, setting),
    `<div class="table" id="${OVERVIEW}" role="group" tabindex="0" aria-label="${encode(say.overview)}"><table class="overview"><thead><tr>${headings(setting)}</tr></thead><tbody>`,
    ...entries.map(({ row, id, hasSection }) => line(row, hasSection ? id : undefined, setting)),
    '</tbody></table></div>',
    ...entries.flatMap(({ file, id, row, hasSection }) =>
      hasSection ? section(file, id, row, setting) : [],
    ),
    '</div>',
  ];
}

/** Buttons that show what came to one verdict; they stand before what they filter, as style sheets want it. */
function filters(files: readonly FileResult[], { say }: PageSetting): string[] {
  const totals = totalsOf(files);
  if (totals.length < 2) return [];
  const choice = (value: FileState | 'all', label: string) => [
    `<input type="radio" name="shown" id="show-${value}"${value === 'all' ? ' checked' : ''}>`,
    `<label for="show-${value}">${encode(label)}</label>`,
  ];
  return [
    `<span class="showing">${encode(say.showing)}</span>`,
    ...choice('all', `${say.all} ${files.length}`),
    ...totals.flatMap(([state, count]) => choice(state, `${say.states[state]} ${count}`)),
  ];
}

/** The file stands below the agency, so that it needs no column. */
function headings({ say }: PageSetting): string {
  const [agency, year, verdict, errors, warnings, changes, , first] = say.columns;
  return [agency, year, verdict, errors, warnings, changes, first]
    .map((column = '') => `<th scope="col">${encode(column)}</th>`)
    .join('');
}

function line(row: OverviewRow, id: string | undefined, { say }: PageSetting): string {
  const [, year = '', , errors = '', warnings = '', changes = ''] = say.columns;
  const label = encode(labelOf(row));
  const linked = id === undefined ? label : `<a href="#${id}">${label}</a>`;
  const file = row.agency === '' ? '' : `<br><small>${encode(row.name)}</small>`;
  const number = (heading: string, value: number | null) =>
    `<td class="number" data-heading="${encode(heading)}">${value ?? ''}</td>`;
  return [
    `<tr class="${row.state}"><th scope="row">${linked}${file}</th>`,
    number(year, row.year),
    `<td class="state">${encode(row.verdict)}</td>`,
    number(errors, row.errors),
    number(warnings, row.warnings),
    number(changes, row.changes),
    `<td class="first">${encode(row.first)}</td></tr>`,
  ].join('');
}

function labelOf({ agency, name }: OverviewRow): string {
  return agency === '' ? name : agency;
}

function section(file: FileResult, id: string, row: OverviewRow, setting: PageSetting): string[] {
  const { say } = setting;
  return [
    `<section class="result ${stateOf(file)}" id="${id}">`,
    `<h2>${encode(labelOf(row))}</h2>`,
    ...(row.agency === '' ? [] : [`<p><small>${encode(row.name)}</small></p>`]),
    ...(isChecked(file)
      ? reportLists(file, id, setting)
      : [
          `<p class="verdict unreadable">${encode(row.verdict)}</p>`,
          ...items(shownProblems(file, say).map(encode)),
        ]),
    `<p class="back"><a href="#${OVERVIEW}">${encode(say.back)}</a></p>`,
    '</section>',
  ];
}

/** What the overview looks like, on wide and narrow screens and on paper. */
export const overviewStyle = `
main { max-width: 76rem; }
.totals { font-size: 1.1em; font-weight: bold; }
.results > input { position: absolute; opacity: 0; }
.results > label { display: inline-block; border: 1px solid var(--ogi-line); border-radius: 1em; padding: .1em .8em; margin: 0 .2em .5em 0; cursor: pointer; min-height: 24px; }
.results > .showing { margin-right: .5em; color: var(--ogi-muted); }
.results > input:checked + label { background: var(--ogi-accent); border-color: var(--ogi-accent); color: var(--ogi-background); }
.results > input:focus-visible + label { outline: 3px solid var(--ogi-accent); outline-offset: 2px; }
${FILE_STATES.map((state) => `#show-${state}:checked ~ .table tbody tr:not(.${state}), #show-${state}:checked ~ .result:not(.${state})`).join(', ')} { display: none; }
.overview td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.overview td.state, .overview thead th { white-space: nowrap; }
.overview th[scope="row"] { min-width: 17em; }
.overview small { color: var(--ogi-muted); }
.overview a, .back a { color: var(--ogi-accent); }
tr.fail .state, tr.unreadable .state, .verdict.unreadable { background: var(--ogi-wrong); color: var(--ogi-wrong-text); }
tr.incomplete .state, tr.partial .state { background: var(--ogi-concerned); color: var(--ogi-concerned-text); }
tr.pass .state { background: var(--ogi-passed); }
@media screen and (max-width: 45rem) {
  .overview thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .overview tbody, .overview tr { display: block; }
  .overview tr { border: 1px solid var(--ogi-line); margin-bottom: .6em; padding: .3em .5em; }
  .overview tbody th, .overview tbody td { display: inline-block; border: 0; padding: .1em .3em; }
  .overview tbody th[scope="row"], .overview td.first { display: block; min-width: 0; }
  .overview td.number:not(:empty)::before { content: attr(data-heading) " "; color: var(--ogi-muted); }
  .overview td.number:empty, .overview td.first:empty { display: none; }
}
@media print {
  @page { margin: 15mm; }
  .table { overflow: visible; padding-right: 1px; }
  .overview th[scope="row"] { min-width: 0; width: 28%; }
  .overview td.first { width: 40%; }
  .overview td, .verdict { print-color-adjust: exact; }
  .result { margin-top: 1rem; border-top-width: 1px; }
  .results > input, .results > label, .results > .showing, .back { display: none; }
  .overview thead { display: table-header-group; }
  .overview tr, .result > ul > li { break-inside: avoid; }
  .overview.overview { font-size: 8.5pt; line-height: 1.4; }
  .result { font-size: 10pt; line-height: 1.5; }
  .result > h2, .result > h3, .result > p:not(.back) { break-after: avoid; }
}
`;
