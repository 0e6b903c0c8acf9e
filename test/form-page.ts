import { cells, form2021 } from '../src/index.ts';

/** Writes docs/form-2021.md: the 200 cells with their names and addresses. */
export function formPage(): string {
  const rows = cells().map(
    ({ position, path, address, unit }) =>
      `| ${position} | \`${path}\` | ${address['zh-CN']} | ${address.en} | ${unit === 'count' ? '件' : '万元'} |`,
  );
  return `${[
    '# The form of 2021 and its 200 cells',
    '',
    '<!-- Generated from src/form/2021.ts; `npx vitest run test/docs.test.ts -u` writes it anew. -->',
    '',
    `Laid down by ${form2021.source.label}, for reports on ${form2021.firstYear} and later. A cell is named by three words,`,
    '`table.row.column`; the name is its path below `tables` in the JSON report, and the position is its index in',
    'the vector of `toFigures`.',
    '',
    '| position | name | on the form | in English | unit |',
    '| ---: | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}
