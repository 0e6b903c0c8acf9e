import { expect, test } from 'vitest';
import { readHtml } from '../src/formats/html/index.ts';
import { figureAt } from '../src/index.ts';

/** Table 3 as far as its first rows, each with a cell left out before its figures and one put after them. */
const read = (...rows: readonly string[]) =>
  readHtml(`<p>青石县档案馆2024年政府信息公开工作年度报告</p><table>
    <tr><td colspan="3" rowspan="3">申请人情况</td><td colspan="7">申请人情况</td></tr>
    <tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
    <tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
    ${rows.map((row) => `<tr><td colspan="2">${row.replaceAll('|', '</td><td>')}</td></tr>`).join('')}</table>`);
const newlyReceived = '一、本年新收政府信息公开申请数量';
const carriedOver = '二、上年结转政府信息公开申请数量';

test('figures that a program moved one column to the left are moved back', () => {
  const { draft, ledger } = read(`${newlyReceived}|30|5|0|0|6|4|45|`, `${carriedOver}|0|0|0|0|0|0|0|`);
  expect(figureAt(draft, 'applications.newlyReceived.naturalPerson')).toBe(30);
  expect(figureAt(draft, 'applications.newlyReceived.total')).toBe(45);
  expect(figureAt(draft, 'applications.carriedOver.total')).toBe(0);
  expect(ledger).toMatchObject({ found: 14, placed: 14 });
});

test('a row that does not add up is moved back with the others, so that its mistake is found', () => {
  const { draft } = read(
    `${newlyReceived}|30|5|0|0|6|4|45|`,
    `${carriedOver}|3|0|0|0|0|0|3|`,
    '（一）予以公开|3|0|0|0|0|0|4|',
  );
  expect(figureAt(draft, 'applications.granted.naturalPerson')).toBe(3);
  expect(figureAt(draft, 'applications.granted.total')).toBe(4);
});

test('a number before the figures of rows whose totals are blank is none of them', () => {
  const { draft, ledger } = read(`${newlyReceived}|1|30|5|0|0|6|4|`, `${carriedOver}|2|3|0|0|0|0|0|`);
  expect(figureAt(draft, 'applications.newlyReceived.naturalPerson')).toBe(30);
  expect(figureAt(draft, 'applications.newlyReceived.total')).toBeNull();
  expect(ledger.unplaced.map(({ printed }) => printed)).toEqual(['1', '2']);
});
