import { cells, type Form, form2021 } from '../src/index.ts';

const UNITS = { count: '件', wanYuan: '万元', money: '元, 万元' };

/** Writes docs/form-2021.md and docs/form-2019.md: the cells with their names and addresses. */
export function formPage(form: Form): string {
  const all = cells(form.id);
  const rows = all.map(
    ({ position, path, address, unit }) =>
      `| ${position} | \`${path}\` | ${address['zh-CN']} | ${address.en} | ${UNITS[unit]} |`,
  );
  const years =
    form === form2021
      ? `for reports on ${form.firstYear} and later`
      : `for reports on ${form.firstYear} to ${form2021.firstYear - 1}`;
  return `${[
    `# The form of ${form.id} and its ${all.length} cells`,
    '',
    `<!-- Generated from src/form/${form.id}.ts; \`npx vitest run test/docs.test.ts -u\` writes it anew. -->`,
    '',
    `Laid down by ${form.source.label}, ${years}. A cell is named by three words,`,
    '`table.row.column`; the name is its path below `tables` in the JSON report, and the position is its index in',
    'the vector of `figuresOf`.',
    '',
    '| position | name | on the form | in English | unit |',
    '| ---: | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}
