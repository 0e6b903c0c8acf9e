// How long HTML takes, beside Handlebars and React server rendering of the same report
// from the same grid. First it is proved that all three print the same figures and headings.
//
//   npm run build && node bench/rendering-html.js

import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { bench, run, summary } from 'mitata';
import { readHtml, renderHtml } from 'ogi-annual-report/html';
import { printed } from 'ogi-annual-report/renderers';

// React looks at this when it is loaded
process.env.NODE_ENV = 'production';
const { createElement } = await import('react');
const { renderToStaticMarkup } = await import('react-dom/server');

const json = readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8');
const report = JSON.parse(json);

/** What all three are given: the report in the order of print, covered positions left out. */
const modelOf = () => {
  const { title, preamble, sections } = printed(report);
  return {
    title,
    preamble: preamble.map(({ text }) => text),
    sections: sections.map(({ section, blocks, grid }) => ({
      label: section.label,
      blocks: blocks.map(({ kind, text }) => ({ text, isHeading: kind === 'heading' })),
      hasTable: grid.length > 0,
      rows: grid.map((row) =>
        row.filter(Boolean).map((cell) => ({ ...cell, isHeading: cell.kind === 'heading' })),
      ),
    })),
  };
};

const template = Handlebars.compile(`<article><h1>{{title}}</h1>{{#each preamble}}<p>{{this}}</p>{{/each}}
{{#each sections}}<section><h2>{{label}}</h2>{{#each blocks}}{{#if isHeading}}<h3>{{text}}</h3>{{else}}<p>{{text}}</p>{{/if}}{{/each}}
{{#if hasTable}}<table><tbody>{{#each rows}}<tr>{{#each this}}{{#if isHeading}}<th scope="{{scope}}" rowspan="{{rowSpan}}" colspan="{{colSpan}}">{{text}}</th>{{else}}<td rowspan="{{rowSpan}}" colspan="{{colSpan}}">{{text}}</td>{{/if}}{{/each}}</tr>{{/each}}</tbody></table>{{/if}}</section>{{/each}}</article>`);

const e = createElement;
function Report({ title, preamble, sections }) {
  return e(
    'article',
    null,
    e('h1', null, title),
    preamble.map((text, at) => e('p', { key: at }, text)),
    sections.map(({ label, blocks, hasTable, rows }) =>
      e(
        'section',
        { key: label },
        e('h2', null, label),
        blocks.map(({ text, isHeading }, at) => e(isHeading ? 'h3' : 'p', { key: at }, text)),
        hasTable &&
          e(
            'table',
            null,
            e(
              'tbody',
              null,
              rows.map((row, at) => e('tr', { key: at }, row.map(Cell))),
            ),
          ),
      ),
    ),
  );
}
function Cell({ text, isHeading, scope, rowSpan, colSpan }, key) {
  return e(isHeading ? 'th' : 'td', { key, rowSpan, colSpan, ...(isHeading ? { scope } : {}) }, text);
}

const renderers = {
  'ogi-annual-report, a page': () => renderHtml(report),
  'ogi-annual-report, a fragment': () => renderHtml(report, { fragment: true }),
  Handlebars: () => template(modelOf()),
  'React server rendering': () => renderToStaticMarkup(e(Report, modelOf())),
};

const cells = (html) => [...html.matchAll(/<t[hd]\b[^>]*>([^<]*)</g)].map(([, text]) => text);
const [first, ...others] = Object.values(renderers).map((render) => render());
for (const html of others)
  if (JSON.stringify(cells(html)) !== JSON.stringify(cells(first)))
    throw new Error('The renderers print different cells, so there is nothing to compare.');
for (const html of [first, ...others]) {
  const { status, draft } = readHtml(html);
  if (status !== 'complete' || JSON.stringify(draft.tables) !== JSON.stringify(report.tables))
    throw new Error('A renderer does not print the figures of the report.');
}

summary(() => {
  for (const [name, render] of Object.entries(renderers))
    bench(name, render).baseline(name === 'ogi-annual-report, a page');
});
await run();
