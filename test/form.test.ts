import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { equations } from '../src/form/equations.ts';
import { cellAt, cells, form2021, isCellPath, layout } from '../src/index.ts';

const official = readFileSync(new URL('official/form-2021.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

test('every heading is that of the official annex, character for character and in its order', () => {
  const printed = form2021.sections.flatMap((section) => [
    section.label,
    ...layout(section.id)
      .map((row) => row.flatMap((cell) => (cell && cell.kind !== 'figure' ? [cell.text] : [])).join('|'))
      .filter(Boolean),
  ]);
  expect(printed).toEqual(official);
});

describe('the 200 cells', () => {
  test('are 10 in table 2, 175 in table 3 and 15 in table 4', () => {
    const count = (...tables: string[]) => cells().filter(({ tableId }) => tables.includes(tableId)).length;
    expect(count('documents', 'licensing', 'enforcement', 'fees')).toBe(10);
    expect(count('applications')).toBe(175);
    expect(count('disputes')).toBe(15);
    expect(cells()).toHaveLength(200);
  });

  test('have a name of three words and a position of their own', () => {
    expect(new Set(cells().map(({ path }) => path)).size).toBe(200);
    expect(cells().map(({ position }) => position)).toEqual(Array.from({ length: 200 }, (_, at) => at));
    for (const { path, tableId, row, column } of cells())
      expect(path).toBe(`${tableId}.${row.id}.${column.id}`);
  });

  test.each([
    ['documents.rules.issued', '表二第二十条第（一）项“规章”行“本年制发件数”列'],
    ['applications.newlyReceived.total', '表三“一、本年新收政府信息公开申请数量”行“总计”列'],
    ['applications.granted.naturalPerson', '表三“三（一）予以公开”行“自然人”列'],
    ['applications.stateSecret.naturalPerson', '表三“三（三）1.属于国家秘密”行“自然人”列'],
    ['applications.otherHandling.otherOrganization', '表三“三（六）3.其他”行“其他”列'],
    ['applications.totalProcessed.total', '表三“三（七）总计”行“总计”列'],
    ['disputes.reconsideration.upheld', '表四“行政复议”部分“结果维持”列'],
    ['disputes.directLitigation.total', '表四“行政诉讼 未经复议直接起诉”部分“总计”列'],
  ] as const)('%s is called %s', (path, address) => {
    expect(cellAt(path).address['zh-CN']).toBe(address);
  });

  test('have an address of their own in both languages', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(new Set(cells().map(({ address }) => address[locale])).size).toBe(200);
    }
  });

  test('count 件, except for the fees, which are 万元', () => {
    expect(
      cells()
        .filter(({ unit }) => unit === 'wanYuan')
        .map(({ path }) => path),
    ).toEqual(['fees.administrativeFees.amountWan']);
  });

  test('of another name do not exist', () => {
    expect(isCellPath('applications.granted.total')).toBe(true);
    expect(isCellPath('__proto__')).toBe(false);
    expect(() => cellAt('applications.granted.sum' as never)).toThrow(
      'The form of 2021 has no cell “applications.granted.sum”',
    );
  });
});

test('the equations are written out 42 times: 7 and 7 columns, 25 rows, 3 blocks', () => {
  const count = (id: string) => equations().filter(({ equation }) => equation.id === id).length;
  expect(['T3-01', 'T3-02', 'T3-03', 'T4-01', 'T4-02', 'T4-03'].map(count)).toEqual([7, 7, 25, 1, 1, 1]);
  expect(equations()).toHaveLength(42);
});

describe('the printed tables', () => {
  const grid = (at: number) => {
    const section = form2021.sections[at];
    if (!section) throw new Error('no such section');
    return layout(section.id);
  };

  test('are laid out in full: no position is left over or covered twice', () => {
    for (const rows of [1, 2, 3].map(grid)) {
      const taken = rows.map((row) => row.map(() => 0));
      for (const [r, row] of rows.entries()) {
        for (const [c, cell] of row.entries()) {
          for (let i = 0; i < (cell?.rowSpan ?? 0); i += 1) {
            for (let j = 0; j < (cell?.colSpan ?? 0); j += 1) {
              const covered = taken[r + i];
              if (covered) covered[c + j] = (covered[c + j] ?? 0) + 1;
            }
          }
        }
      }
      expect(taken.flat().every((times) => times === 1)).toBe(true);
      expect(new Set(taken.map((row) => row.length)).size).toBe(1);
    }
  });

  test('merge headings as on the form: 本年度办理结果 over 22 rows, 申请人情况 over 7 columns', () => {
    const spans = (label: string) => {
      const cell = [1, 2, 3].flatMap((at) => grid(at).flat()).find((other) => other?.text === label);
      return [cell?.rowSpan, cell?.colSpan];
    };
    expect(spans('三、本年度办理结果')).toEqual([22, 1]);
    expect(spans('（三）不予公开')).toEqual([8, 1]);
    expect(spans('申请人情况')).toEqual([1, 7]);
    expect(spans('法人或其他组织')).toEqual([1, 5]);
    expect(spans('自然人')).toEqual([2, 1]);
    expect(spans('一、本年新收政府信息公开申请数量')).toEqual([1, 3]);
    expect(spans('（一）予以公开')).toEqual([1, 2]);
    expect(spans('第二十条第（五）项')).toEqual([1, 4]);
    expect(spans('本年处理决定数量')).toEqual([1, 3]);
    expect(spans('行政诉讼')).toEqual([1, 10]);
  });

  test('print table 4 as one row of fifteen', () => {
    const figures = grid(3).map((row) => row.filter((cell) => cell?.kind === 'figure').length);
    expect(figures).toEqual([0, 0, 0, 15]);
  });
});
