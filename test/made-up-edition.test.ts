import { afterAll, expect, test } from 'vitest';
import { startCheck } from '../src/check/engine.ts';
import { givenOf } from '../src/check/given.ts';
import { cellAt, cells } from '../src/form/cells.ts';
import type { Edition, Form, Table } from '../src/form/vocabulary.ts';
import { forms } from '../src/index.ts';
import { rulesOf } from '../src/rules/catalogue.ts';
import { type CheckContext, figuresOn, type Outcome } from '../src/rules/rule.ts';
import { givenOf as givenOfCase, optionsOf, ruleCases } from './rule-cases.ts';

/** An edition with the cells of the one in force at other positions: its rows stand upside down. */
const form2021: Form = forms['2021'];
const upsideDown: Form = {
  ...form2021,
  id: 'upside down' as Edition,
  tables: Object.fromEntries(
    Object.entries<Table>(form2021.tables).map(([id, table]) => [
      id,
      { ...table, rows: [...table.rows].reverse() },
    ]),
  ),
};
Object.assign(forms, { [upsideDown.id]: upsideDown });
// other test files may share the module
afterAll(() => {
  Reflect.deleteProperty(forms, upsideDown.id);
});

/** The same figures in the order of that edition. */
function inItsOrder(figures: CheckContext['figures']): (number | null)[] {
  return cells(upsideDown.id).map(({ path }) => figures[cellAt(path).position] ?? null);
}

/** What a rule objects to, whatever the order. */
function objections(id: string, form: Form, context: CheckContext): string[] {
  const outcomes = rulesOf(form.id)
    .filter((rule) => rule.id === id)
    .flatMap(({ instances }) => instances.flatMap(({ check }): readonly Outcome[] => check(context)));
  return outcomes
    .map(({ verdict, cells, actual, expected }) =>
      JSON.stringify([verdict, [...cells].sort(), actual, expected]),
    )
    .sort();
}

/** CELL-04 is about rows that stand side by side, and STR-04 about editions other than the one in force. */
const OTHERWISE = ['CELL-04', 'STR-04'];
const ids = Object.keys(ruleCases).filter(
  (id) => !OTHERWISE.includes(id) && rulesOf().some((rule) => rule.id === id),
);

test.each(ids)('%s looks its cells up in the edition of the report, wherever they stand in it', (id) => {
  const { breaks, holds = [], undecided = [] } = ruleCases[id] ?? { breaks: [] };
  expect(breaks).not.toEqual([]);
  for (const one of [...breaks, ...holds, ...undecided]) {
    const context = startCheck(givenOf(givenOfCase(one)), optionsOf(one)).context();
    if (context.form !== form2021) continue;
    const moved: CheckContext = {
      ...context,
      form: upsideDown,
      ...figuresOn(upsideDown, inItsOrder(context.figures)),
      ...(context.previous ? { previous: inItsOrder(context.previous) } : {}),
    };
    expect(objections(id, upsideDown, moved)).toEqual(objections(id, form2021, context));
  }
});
