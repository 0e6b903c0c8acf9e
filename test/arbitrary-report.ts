import fc from 'fast-check';
import {
  type AnyDraft,
  type Block,
  type Cell,
  type CellPath,
  cells,
  type Draft,
  type Edition,
  forms,
  type Report,
  reportTitle,
  tablesFrom,
} from '../src/index.ts';

const han = fc.constantFrom(...'政府信息公开工作加强监督推进服务群众办理答复及时准确完善制度全年本机关开展');
const words = (least: number, most: number) =>
  fc.array(han, { minLength: least, maxLength: most }).map((characters) => characters.join(''));

/** Prose as it is written: sentences with numbers, quotations and signs that mean something to some format. */
const sentence = fc
  .tuple(
    words(4, 30),
    fc.constantFrom(
      '',
      '“三安全一稳定”',
      ' 12 件',
      '（含上年结转）',
      '<b>&amp;',
      '*_`#',
      '50%',
      'A|B',
      '2024年',
    ),
    words(2, 20),
  )
  .map(([before, middle, after]) => `${before}${middle}${after}。`);

const paragraph: fc.Arbitrary<Block> = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .map((sentences) => ({ kind: 'paragraph', text: sentences.join('') }));

const NUMBERS = { 2: '（一）', 3: '1.', 4: '（1）' } as const;

const heading: fc.Arbitrary<Block> = fc
  .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), words(3, 15))
  .map(([level, text]) => ({ kind: 'heading', level, text: `${NUMBERS[level]}${text}` }));

const blocks = fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, heading), { maxLength: 6 });
const prose = fc.array(paragraph, { minLength: 1, maxLength: 2 });

const count = fc.oneof(
  { weight: 5, arbitrary: fc.nat(20) },
  { weight: 3, arbitrary: fc.nat(100_000) },
  { weight: 1, arbitrary: fc.maxSafeNat() },
);
const amount = fc.oneof(
  count.filter((value) => value < 9e9),
  fc.nat(9_999_999_999).map((value) => value / 1e4),
);

const day = fc
  .date({ min: new Date('2021-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const contact = fc.record(
  {
    address: words(5, 20),
    postalCode: fc.nat(899_999).map((code) => String(code + 100_000)),
    phone: fc.nat(8_999_999).map((number) => `0517-${number + 1_000_000}`),
    fax: fc.nat(8_999_999).map((number) => `0517-${number + 1_000_000}`),
    email: fc.constant('office@example.gov.cn'),
    website: fc.constant('https://www.example.gov.cn/'),
  },
  { requiredKeys: ['address'] },
);

const agencyName = words(2, 8).map((place) => `${place}市民政局`);

/** What a cell may hold; a change may be below 0. */
function figureOf({ unit, column }: Cell): fc.Arbitrary<number> {
  if (unit !== 'count') return amount;
  return column.signed ? fc.integer({ min: -500, max: 500 }) : count;
}

/** A random report on an edition of the form, with everything a report can have; its figures add up only by chance. */
export function arbitraryReportOn<E extends Edition>(edition: E): fc.Arbitrary<Report<E>> {
  const form = forms[edition];
  const paths = cells(form.id).map(({ path }) => path);
  return fc
    .record({
      year: fc.integer({ min: form.firstYear, max: 2029 }),
      agency: fc.record(
        {
          name: agencyName,
          kind: fc.constantFrom(
            'government',
            'governmentOffice',
            'department',
            'township',
            'authorizedOrganization',
          ),
          level: fc.constantFrom('national', 'province', 'prefecture', 'county', 'township'),
          divisionCode: fc.nat(899_999).map((code) => String(code + 100_000)),
          creditCode: fc.constant('11320800014000000X'),
        },
        { requiredKeys: ['name', 'kind', 'level'] },
      ),
      scope: fc.constantFrom('agency' as const, 'territory' as const),
      title: optional(fc.constantFrom('政府信息公开工作年度报告', '2021年政府信息公开工作年度报告')),
      publishedOn: optional(day),
      indexNumber: optional(fc.constantFrom('014000/2025-001', 'K12345678-2025-0001')),
      period: optional(fc.record({ start: day, end: day })),
      contact: optional(contact),
      preamble: optional(prose),
      overview: optional(blocks),
      proactiveDisclosure: optional(prose),
      applications: optional(prose),
      disputes: optional(prose),
      problemsAndImprovements: optional(blocks),
      otherMatters: blocks,
      processingFee: optional(
        fc.record({
          noticesIssued: fc.nat(1000),
          amountNoticedYuan: fc.nat(1_000_000),
          amountReceivedYuan: fc.nat(1_000_000).map((cents) => cents / 100),
        }),
      ),
      remarks: optional(fc.dictionary(fc.constantFrom(...paths), words(2, 10), { minKeys: 1, maxKeys: 5 })),
      // 200 figures made small one after the other would take minutes; what differs is seen without it.
      figures: fc.noShrink(fc.tuple(...cells(form.id).map(figureOf))),
    })
    .map(
      ({
        figures,
        preamble,
        overview,
        proactiveDisclosure,
        applications,
        disputes,
        problemsAndImprovements,
        otherMatters,
        ...rest
      }) =>
        defined({
          form: edition,
          ...rest,
          sections: defined({
            preamble,
            overview,
            proactiveDisclosure,
            applications,
            disputes,
            problemsAndImprovements,
            otherMatters,
          }),
          tables: tablesFrom(figures as number[], edition),
        }) as unknown as Report<E>,
    );
}

/** A random report on the form in force. */
export const arbitraryReport: fc.Arbitrary<Report> = arbitraryReportOn('2021');

/** A random draft: some of its figures are blank. */
export const arbitraryDraft: fc.Arbitrary<Draft> = fc
  .tuple(arbitraryReport, fc.subarray(cells().map(({ path }) => path)))
  .map(([report, blank]) => {
    const draft: Draft = structuredClone(report);
    const { [blank[0] as CellPath]: _, ...remarks } = draft.remarks ?? {};
    const gone = new Set<CellPath>(blank);
    const tables = draft.tables as Record<string, Record<string, Record<string, number | null>>>;
    for (const { path, tableId, row, column } of cells()) {
      const figures = tables[tableId]?.[row.id];
      if (gone.has(path) && figures) figures[column.id] = null;
    }
    delete draft.remarks;
    const kept = Object.entries(remarks).filter(([path]) => !gone.has(path as CellPath));
    if (kept.length > 0) draft.remarks = Object.fromEntries(kept);
    return draft;
  });

/** Narrative that looks like something else: headings, a title, particulars, rows of a table, what surrounds a page. */
export const MISLEADING: readonly string[] = [
  '一、总体情况',
  '六、其他需要报告的事项',
  '（一）主动公开情况',
  '1.加强组织领导',
  '淮安市人民政府2023年政府信息公开工作年度报告',
  '公布日期：2024-01-20',
  '统计口径：本机关',
  '第二十条第（一）项',
  '信息内容 本年制发件数 本年废止件数 现行有效件数',
  '规章 1 2 3',
  '行政许可 12',
  '总计',
  '（七）总计 3',
  '一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1',
  '一、本年新收政府信息公开申请数量12件。',
  '打印',
  '【关闭】',
  '来源：本机关',
  '12',
  '/',
  '无。',
  '※',
  '| 规章 | 1 |',
  '=1+1',
  '注：以上为本机关数据',
];

/** Any of these texts, as a paragraph or as a heading, which most formats tell apart. */
const misleading: fc.Arbitrary<Block> = fc
  .tuple(fc.constantFrom(...MISLEADING), fc.constantFrom(undefined, 2 as const, 3 as const, 4 as const))
  .map(([text, level]) => (level ? { kind: 'heading', level, text } : { kind: 'paragraph', text }));

/** Those that differ from the rest by being set in, which is all that plain text does; a section's heading is not. */
export const misleadingParagraph: fc.Arbitrary<Block> = fc
  .constantFrom(...MISLEADING.filter((text) => !/^[一六]、(?:总体|其他)/.test(text)))
  .map((text) => ({ kind: 'paragraph', text }));

const unrulyRemark = fc.oneof(
  words(1, 8),
  fc
    .tuple(words(0, 4), words(1, 4), words(0, 4))
    .map(([before, within, after]) => `${before}（${within}）${after}`),
  fc.constantFrom('1', '一', '无', '/', '万元', '同比增长3%', '2023年为3', '见注(1)', '<b>', '※'),
);

function unrulyFigureOf({ unit, column }: Cell): fc.Arbitrary<number> {
  if (unit !== 'count')
    return fc.oneof(
      fc.nat(9_999_999).map((value) => value / 1e6),
      fc.constantFrom(0, 0.000001, 9_007_199_254),
    );
  const most = fc.constantFrom(0, 2024, 1_000_000, Number.MAX_SAFE_INTEGER);
  return column.signed
    ? most.chain((value) => fc.constantFrom(value, 0 - value))
    : fc.oneof(fc.nat(99), most);
}

/** A random draft whose texts look like something else, with remarks in brackets, blanks, and figures at their limits. */
export function arbitraryUnrulyDraftOn(edition: Edition, strange = misleading): fc.Arbitrary<AnyDraft> {
  const all = cells(edition);
  const paths = all.map(({ path }) => path);
  const ids = ['preamble', ...forms[edition].sections.map(({ id }) => id)];
  return fc
    .record({
      report: arbitraryReportOn(edition),
      sections: fc.dictionary(
        fc.constantFrom(...ids),
        fc.array(fc.oneof(strange, paragraph, heading), { minLength: 1, maxLength: 5 }),
      ),
      figures: fc.noShrink(fc.tuple(...all.map(unrulyFigureOf))),
      blank: fc.subarray(paths),
      remarks: fc.dictionary(fc.constantFrom(...paths), unrulyRemark, { maxKeys: 6 }),
    })
    .map(({ report, sections, figures, blank, remarks }) => {
      const gone = new Set<string>(blank);
      const kept = Object.entries(remarks).filter(([path]) => !gone.has(path));
      const { remarks: _, ...rest } = report;
      return {
        ...rest,
        // The fee is printed in section 六, which is then there.
        sections: { ...(report.processingFee && { otherMatters: [] }), ...sections },
        tables: tablesFrom(
          paths.map((path, at) => (gone.has(path) ? null : ((figures[at] as number | undefined) ?? 0))),
          edition,
        ),
        ...(kept.length > 0 ? { remarks: Object.fromEntries(kept) } : {}),
      } as unknown as AnyDraft;
    });
}

/** A report as it stands once it was printed: with a title. */
export function printedOnce<T extends AnyDraft>(report: T): T {
  return { ...report, title: reportTitle(report) };
}

function defined<T extends object>(object: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
