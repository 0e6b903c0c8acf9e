// The same report as HTML by Handlebars and by React server rendering, from the same grid.

import Handlebars from 'handlebars';
import { documentOf as printed } from 'ogi-annual-report';

// React looks at this when it is loaded
process.env.NODE_ENV = 'production';
const { createElement: e } = await import('react');
const { renderToStaticMarkup } = await import('react-dom/server');

/** What both are given: the report in the order of print, covered positions left out. */
function modelOf(report) {
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
}

const template = Handlebars.compile(`<article><h1>{{title}}</h1>{{#each preamble}}<p>{{this}}</p>{{/each}}
{{#each sections}}<section><h2>{{label}}</h2>{{#each blocks}}{{#if isHeading}}<h3>{{text}}</h3>{{else}}<p>{{text}}</p>{{/if}}{{/each}}
{{#if hasTable}}<table><tbody>{{#each rows}}<tr>{{#each this}}{{#if isHeading}}<th scope="{{scope}}" rowspan="{{rowSpan}}" colspan="{{colSpan}}">{{text}}</th>{{else}}<td rowspan="{{rowSpan}}" colspan="{{colSpan}}">{{text}}</td>{{/if}}{{/each}}</tr>{{/each}}</tbody></table>{{/if}}</section>{{/each}}</article>`);

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

export const byHandlebars = (report) => template(modelOf(report));

export const byReact = (report) => renderToStaticMarkup(e(Report, modelOf(report)));
