// A renderer of one's own: an article for an official WeChat account. WeChat takes style sheets, classes and ids
// away and is read on phones, so all looks are inline and tables become lists: a line for each row of the form.
//
//   npx ogi-report render huaian-shi-2024.json --plugin ./examples/wechat-article.js --to wechat -o article.html

import { documentOf, escapeHtml } from 'ogi-annual-report';

const TITLE = 'font-size: 20px; font-weight: bold; text-align: center; margin: 16px 0';
const SECTION =
  'font-size: 17px; font-weight: bold; color: #0b4fb3; border-left: 4px solid #0b4fb3; padding-left: 8px; margin: 24px 0 8px';
const HEADING = 'font-size: 15px; font-weight: bold; margin: 12px 0 4px';
const TEXT = 'font-size: 15px; line-height: 1.75; text-indent: 2em; margin: 0 0 8px';
const ROW = 'font-size: 14px; line-height: 1.6; margin: 0 0 8px; padding: 6px 8px; background: #f0f3f7';

/** Makes the renderer; `sections` names the sections that go into the article, all if left out. */
export function wechatArticle({ sections } = {}) {
  return {
    id: 'wechat',
    mediaType: 'text/html',
    extension: 'html',
    render(report, options = {}) {
      const { title, sections: all } = documentOf(report, options);
      const chosen = all.filter(({ section }) => !sections || sections.includes(section.id));
      return [
        '<section>',
        element('p', TITLE, title),
        ...chosen.flatMap(({ section, blocks, grid }) => [
          element('p', SECTION, ...headingLines(section, options.labels)),
          ...blocks.map(({ kind, text }) =>
            element('p', kind === 'heading' ? HEADING : TEXT, ...text.split('\n')),
          ),
          ...list(grid, options.labels),
        ]),
        '</section>',
        '',
      ].join('\n');
    },
  };
}

export default wechatArticle();

/** A heading of the form, with its meaning in English if that is asked for. */
function headingLines({ label, english }, labels) {
  if (label === '') return [];
  return labels === 'bilingual' ? [label, english] : [label];
}

/** A table as a list: the headings of each row of figures, beneath them its figures, a line for each group. */
function list(grid, labels) {
  const lines = [];
  for (const [at, row] of grid.entries()) {
    const figures = row.flatMap((cell, column) => (cell?.kind === 'figure' ? [{ cell, column }] : []));
    const [first] = figures;
    if (!first) {
      // a heading over the whole width stands above several rows
      if (row[0]?.colSpan === row.length) lines.push(element('p', HEADING, name([row[0]], labels)));
      continue;
    }
    const corner = first.column > 0 ? headingsAbove(grid, at, 0, 1) : [];
    const beside = [...corner, ...headingsBeside(grid, at, first.column)];
    if (beside.length > 0) lines.push(element('p', HEADING, name(beside, labels)));
    const groups = new Map();
    for (const { cell, column } of figures) {
      const above = headingsAbove(grid, at, column, cell.colSpan);
      const group = name(above.slice(0, -1), labels);
      groups.set(group, [...(groups.get(group) ?? []), `${name(above.slice(-1), labels)} ${cell.text}`]);
    }
    const texts = [...groups].map(([group, all]) => `${group === '' ? '' : `${group}：`}${all.join('，')}`);
    lines.push(element('p', ROW, ...texts));
  }
  return lines;
}

function name(headings, labels) {
  return headings.map(({ heading }) => headingLines(heading, labels).join(' ')).join(' · ');
}

/** The headings to the left of a figure, outermost first. */
function headingsBeside(grid, row, to) {
  const found = [];
  for (let column = 0; column < to; column += 1) {
    const at = grid.findLastIndex((line, index) => index <= row && line[column] !== undefined);
    const cell = grid[at]?.[column];
    if (cell?.kind === 'heading' && at + cell.rowSpan > row) found.push(cell);
  }
  return found;
}

/** The headings above a figure, in the rows of headings nearest to it, outermost first. */
function headingsAbove(grid, row, column, width) {
  const isHead = (line) => line.every((cell) => cell?.kind !== 'figure');
  const last = grid.findLastIndex((line, at) => at < row && isHead(line));
  let first = last;
  while (first > 0 && isHead(grid[first - 1])) first -= 1;
  const found = [];
  for (let at = first; at <= last; at += 1) {
    const [left, cell] =
      [...grid[at].entries()].find(
        ([start, other]) => other && start < column + width && start + other.colSpan > column,
      ) ?? [];
    if (cell?.kind === 'heading' && left !== undefined && cell.colSpan < grid[at].length) found.push(cell);
  }
  return found;
}

function element(tag, style, ...lines) {
  return `<${tag} style="${style}">${lines.map(escapeHtml).join('<br>')}</${tag}>`;
}
