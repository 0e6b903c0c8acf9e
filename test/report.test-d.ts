import { assertType, describe, expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type { Forms } from '../src/form/editions.ts';
import { type Edition, type Table, table } from '../src/form/vocabulary.ts';
import type { XlsxOptions } from '../src/formats/xlsx/index.ts';
import {
  type AnyDraft,
  type AnyReport,
  type CellPath,
  checkReport,
  type Draft,
  type draftSchema,
  figureAt,
  figuresOf,
  parseReport,
  type Renderer,
  type RenderOptions,
  type Report,
  type Row,
  reportSchema,
  type TablesOf,
  tablesFrom,
  toRow,
} from '../src/index.ts';
import type { ResultHtmlOptions } from '../src/results/index.ts';
import type { SqlOptions } from '../src/sql/index.ts';

describe('types', () => {
  test('a report has the rows and columns of the form', () => {
    expectTypeOf<Report['tables']['applications']['newlyReceived']['total']>().toEqualTypeOf<number>();
    expectTypeOf<keyof Report['tables']['applications']['newlyReceived']>().toEqualTypeOf<
      | 'naturalPerson'
      | 'commercialEnterprise'
      | 'researchInstitution'
      | 'socialWelfareOrganization'
      | 'legalServiceInstitution'
      | 'otherOrganization'
      | 'total'
    >();
    expectTypeOf<keyof Report['tables']>().toEqualTypeOf<
      'documents' | 'licensing' | 'enforcement' | 'fees' | 'applications' | 'disputes'
    >();
    expectTypeOf<Draft['tables']['disputes']['reconsideration']['upheld']>().toEqualTypeOf<number | null>();
  });

  test('the written types have the rows and columns that the form declares, and no others', () => {
    type Declared<E extends Edition> = {
      -readonly [Id in keyof Forms[E]['tables']]: Forms[E]['tables'][Id] extends Table<
        infer RowId,
        infer ColumnId
      >
        ? { [Row in RowId]: { [Column in ColumnId]: number } }
        : never;
    };
    expectTypeOf<TablesOf<number, '2019'>>().toEqualTypeOf<Declared<'2019'>>();
    expectTypeOf<TablesOf<number, '2021'>>().toEqualTypeOf<Declared<'2021'>>();
  });

  test('the schemas give the types', () => {
    expectTypeOf<z.output<ReturnType<typeof reportSchema<'2021'>>>>().toEqualTypeOf<Report>();
    expectTypeOf<z.output<ReturnType<typeof draftSchema<'2021'>>>>().toEqualTypeOf<Draft>();
    expectTypeOf(reportSchema()['~standard'].version).toEqualTypeOf<1>();
  });

  test('a report is a draft, a draft is no report', () => {
    expectTypeOf<Report>().toExtend<Draft>();
    expectTypeOf<Draft>().not.toExtend<Report>();
    expectTypeOf(checkReport).toBeCallableWith({} as Report);
  });

  test('a cell that is not on the form has no name', () => {
    assertType<CellPath>('applications.granted.total');
    // @ts-expect-error a misspelt row
    assertType<CellPath>('applications.grantd.total');
    // @ts-expect-error a column of another table
    assertType<CellPath>('applications.granted.upheld');
  });

  test('a figure of a report is a number, and of a draft may be blank', () => {
    const path = 'applications.granted.total';
    expectTypeOf(figureAt({} as Report, path)).toEqualTypeOf<number>();
    expectTypeOf(figureAt({} as AnyReport, path)).toEqualTypeOf<number>();
    expectTypeOf(figureAt({} as Draft, path)).toEqualTypeOf<number | null>();
    expectTypeOf(figureAt({} as AnyDraft, path)).toEqualTypeOf<number | null>();
  });

  test('a row has the cells and facts of the report, by their paths', () => {
    const row = toRow({} as Report);
    expectTypeOf(row['applications.granted.total']).toEqualTypeOf<number | null>();
    expectTypeOf(row['contact.phone']).toEqualTypeOf<string | number | null>();
    // @ts-expect-error a row that is not on the form
    row['applications.approved.total'];
    // @ts-expect-error a column of 2019
    row['documents.rules.newlyMade'];
    expectTypeOf(toRow({} as Report<'2019'>)['documents.rules.newlyMade']).toEqualTypeOf<number | null>();
    expectTypeOf(row).toExtend<Row>();
    expectTypeOf(toRow({} as Report, { names: 'column' })).toEqualTypeOf<Row>();
    // @ts-expect-error a column of 2019, of a report that may be on another edition
    toRow({} as AnyDraft)['documents.rules.newlyMade'];
    expectTypeOf(toRow({} as AnyDraft)['applications.granted.total']).toEqualTypeOf<number | null>();
  });

  test('a cell of another edition is not on the report', () => {
    const [report, draft] = [{} as Report, {} as AnyDraft];
    assertType<CellPath<'2019'>>('documents.rules.newlyMade');
    // @ts-expect-error a column of 2019
    assertType<CellPath<'2021'>>('documents.rules.newlyMade');
    // @ts-expect-error a column of 2019 on a report of 2021
    figureAt(report, 'documents.rules.newlyMade');
    assertType<number | null>(figureAt(report, 'documents.rules.issued'));
    assertType<number | null>(figureAt(draft, 'documents.rules.newlyMade'));
    assertType<number | null>(figureAt(report, {} as CellPath));
  });

  test('a row misspelt in an equation does not compile', () => {
    table({
      unit: 'count',
      columns: [{ id: 'total', label: '总计', english: 'Total' }],
      rows: [
        { id: 'received', label: '收到', english: 'Received' },
        { id: 'handled', label: '办理', english: 'Handled' },
      ],
      rowEquations: [
        {
          id: 'X-01',
          text: { 'zh-CN': '相等', en: 'equal' },
          left: ['received'],
          // @ts-expect-error “handeld” is no row of the table
          right: ['handeld'],
          authority: { kind: 'form', citation: { 'zh-CN': '', en: '' } },
        },
      ],
    });
  });

  test('figures of a report are numbers, of a draft perhaps null', () => {
    expectTypeOf(figuresOf({} as Report)).toEqualTypeOf<number[]>();
    expectTypeOf(figuresOf({} as Draft)).toEqualTypeOf<(number | null)[]>();
    expectTypeOf(tablesFrom([] as number[])).toEqualTypeOf<Report['tables']>();
    expectTypeOf(tablesFrom([] as (number | null)[])).toEqualTypeOf<Draft['tables']>();
  });

  test('a parsed value must be asked whether it is there', () => {
    const parsed = parseReport({});
    // @ts-expect-error there may be none
    assertType(parsed.value);
    if (parsed.ok) expectTypeOf(parsed.value).toEqualTypeOf<Report>();
    else expectTypeOf(parsed.problems[0]?.message).toEqualTypeOf<string | undefined>();
  });

  test('a renderer is an object literal', () => {
    assertType<Renderer>({
      id: 'mine',
      mediaType: 'text/plain',
      extension: 'txt',
      render: ({ year }) => `${year}`,
    });
    // @ts-expect-error a renderer gives text or bytes
    assertType<Renderer>({ id: 'mine', mediaType: 'text/plain', extension: 'txt', render: () => 12 });
  });
});

describe('options', () => {
  test('may be undefined, as those that a caller passes on are', () => {
    const [locale, previous] = [undefined as 'en' | undefined, undefined as Report | undefined];
    expectTypeOf(checkReport).toBeCallableWith({} as Report, { locale, previous });
    assertType<RenderOptions>({ locale });
    assertType<XlsxOptions>({ locale, previous });
    assertType<ResultHtmlOptions>({ locale });
    assertType<SqlOptions>({ table: undefined });
  });
});
