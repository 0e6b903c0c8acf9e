import { type Cell, cellAt, cells } from '../form/cells.ts';
import { equations } from '../form/equations.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form } from '../form/vocabulary.ts';
import { deduction, formOfRules } from './cited.ts';
import { defineRule } from './define-rule.ts';
import { type CheckContext, inLocale, type Outcome, type Rule } from './rule.ts';
import type { Quantity } from './statements/quantities.ts';
import { statementsOf } from './statements/report-statements.ts';

/** Below this many applications a share says nothing. */
const FEW = 10;

/** The column 总计. */
const TOTAL = 'total';

/** The cells of table 3. */
const table3 = oncePer((form: Form) => cells(form.id).filter(({ tableId }) => tableId === 'applications'));

/** The totals of table 4. */
const totalsOfTable4 = oncePer((form: Form) =>
  cells(form.id).filter(({ tableId, column }) => tableId === 'disputes' && column.id === TOTAL),
);

/** The rules about figures that can hardly be meant, though nothing forbids them. */
export const plausibilityRules = (form: Form): readonly Rule[] => [
  defineRule({
    id: 'T2-03',
    family: 'plausibility',
    scope: 'table2',
    severity: 'info',
    text: {
      'zh-CN': '本年制发件数一般不大于现行有效件数',
      en: 'no more is usually issued in a year than is in force at its end',
    },
    authority: deduction(
      '“现行有效件数”的含义；当年制发当年废止的除外',
      'the meaning of 现行有效件数; except for what is issued and repealed in one year',
    ),
    relations: formOfRules.tables.documents.rows.map(({ id }) => ({
      left: [`documents.${id}.issued`],
      is: 'at-most',
      right: [`documents.${id}.inForce`],
    })),
  }),
  defineRule({
    id: 'T3-09',
    family: 'plausibility',
    scope: 'tables',
    severity: 'warning',
    text: {
      'zh-CN': '表三全部为 0，而表四有案件或者文字说收到申请的，请核对',
      en: 'Table 3 is not all 0 where Table 4 has cases or the text speaks of applications received',
    },
    authority: deduction('复议、诉讼因申请而起', 'disputes follow from applications'),
    reads: [...table3(form), ...totalsOfTable4(form)].map(({ path }) => path),
    check: applicationsLeftOut,
  }),
  defineRule({
    id: 'T3-10',
    family: 'plausibility',
    scope: 'table3',
    severity: 'info',
    text: {
      'zh-CN': '两列的差额一正一负、正好相抵的，多半是同一申请归入了不同的申请人类别',
      en: 'opposite differences in two columns that cancel out point to one application booked under two kinds of applicant',
    },
    authority: deduction(
      '表三勾稽关系；例如洋河新区 2025 年报告',
      'the equations of Table 3; for example the report of 洋河新区 on 2025',
    ),
    reads: table3(form).map(({ path }) => path),
    check: oppositeDifferences,
  }),
  defineRule({
    id: 'T3-11',
    family: 'plausibility',
    scope: 'table3',
    severity: 'info',
    text: {
      'zh-CN': '结转下年度的申请一般不超过本年新收的三成（比例可由地方设定）',
      en: 'what is carried forward is usually at most three tenths of what was newly received (the share is a setting)',
    },
    authority: {
      kind: 'inference',
      citation: {
        'zh-CN':
          '《政府信息公开条例》第三十三条（20 个工作日内答复，延长不超过 20 个工作日）；三成的比例为本工具设定',
        en: 'Regulations on government information disclosure, article 33 (20 working days, extended by at most 20); the share is set by this tool',
      },
    },
    reads: ['applications.carriedForward.total', 'applications.newlyReceived.total'],
    check: ({ figures, settings }) => {
      const [forward, received] = [
        cellAt('applications.carriedForward.total', form.id),
        cellAt('applications.newlyReceived.total', form.id),
      ];
      const [open, all] = [figures[forward.position] ?? null, figures[received.position] ?? null];
      if (open === null || all === null || all < FEW || open <= all * settings.carriedForwardShare) return [];
      const percent = Math.round((open / all) * 1000) / 10;
      return [
        {
          verdict: 'broken',
          cells: [forward.path, received.path],
          actual: open,
          message: inLocale({
            'zh-CN': `${forward.address['zh-CN']} ${open}，是本年新收 ${all} 的 ${percent}%，偏高，请核对`,
            en: `${forward.address.en} ${open} is ${percent}% of the ${all} newly received, which is high; check it`,
          }),
        },
      ];
    },
  }),
  defineRule({
    id: 'T4-10',
    family: 'plausibility',
    scope: 'tables',
    severity: 'info',
    text: {
      'zh-CN': '审结的复议案件一般不超过本年度办理的申请总数',
      en: 'no more reconsideration cases are usually concluded than applications processed',
    },
    authority: deduction(
      '复议因申请的办理结果而起',
      'reconsideration follows from how applications are processed',
    ),
    relations: [
      {
        left: ['disputes.reconsideration.total'],
        is: 'at-most',
        right: ['applications.totalProcessed.total', 'disputes.reconsideration.pending'],
      },
    ],
  }),
];

/** What a text may say of applications received. */
const RECEIVED: readonly Quantity[] = ['received', 'newlyReceived', 'receivedAndCarriedOver', 'handled'];

function applicationsLeftOut({ figures, form, report }: CheckContext): Outcome[] {
  if (table3(form).some(({ position }) => figures[position] !== 0)) return [];
  const disputed = totalsOfTable4(form).filter(({ position }) => (figures[position] ?? 0) > 0);
  const [first] = disputed;
  const received = cellAt('applications.newlyReceived.total', form.id);
  if (first) {
    const figure = figures[first.position] ?? 0;
    return [
      {
        verdict: 'broken',
        cells: [received.path, ...disputed.map(({ path }) => path)],
        actual: 0,
        message: inLocale({
          'zh-CN': `表三全部为 0，而${first.address['zh-CN']} ${figure}；如果收到过申请，请补填表三`,
          en: `Table 3 is all 0, but ${first.address.en} is ${figure}; if applications were received, fill in Table 3`,
        }),
      },
    ];
  }
  const said = statementsOf(report).find(
    ({ statement: { quantity, value } }) => RECEIVED.includes(quantity) && value > 0,
  );
  if (!said) return [];
  const { quote: words, span } = said;
  return [
    {
      verdict: 'broken',
      cells: [received.path],
      actual: 0,
      span,
      message: inLocale({
        'zh-CN': `表三全部为 0，而文字部分写“${words}”；如果收到过申请，请补填表三`,
        en: `Table 3 is all 0, but the text says “${words}”; if applications were received, fill in Table 3`,
      }),
    },
  ];
}

/** The equations of table 3 between rows, which hold in every column; those of the column 总计 last. */
const balancesOf = oncePer((form: Form) =>
  equations(form.id).filter(({ left, along }) => along === 'rows' && left[0]?.tableId === 'applications'),
);

function oppositeDifferences({ figures, form }: CheckContext): Outcome[] {
  const unbalanced = balancesOf(form).flatMap(({ equation, at, left, right }) => {
    const by = differenceOf({ left, right }, figures);
    return by === 0 ? [] : [{ id: equation.id, at, left, by }];
  });
  const ids = new Set(unbalanced.map(({ id }) => id));
  return [...ids].flatMap((id): Outcome[] => {
    const off = unbalanced.filter((balance) => balance.id === id);
    const [first, second] = off;
    if (!first || !second || off.length > 2 || first.by === null || second.by === null) return [];
    const isTotalOff = off.some(({ at }) => at.id === TOTAL);
    if (isTotalOff || first.by + second.by !== 0) return [];
    const [more, less] = first.by > 0 ? [first, second] : [second, first];
    const by = Math.abs(first.by);
    return [
      {
        verdict: 'broken',
        cells: [...first.left, ...second.left].map(({ path }) => path),
        message: inLocale({
          'zh-CN': `表三“${more.at.label}”列多 ${by}，“${less.at.label}”列少 ${by}，总计相抵：多半是同一申请在两处归入了不同的申请人类别（${id}）`,
          en: `Table 3: column “${more.at.english}” has ${by} too many, “${less.at.english}” ${by} too few, and the total balances: probably an application was counted under different kinds of applicant in different rows (${id})`,
        }),
      },
    ];
  });
}

function differenceOf(
  { left, right }: { readonly left: readonly Cell[]; readonly right: readonly Cell[] },
  figures: CheckContext['figures'],
): number | null {
  const [more, less] = [sumOf(left, figures), sumOf(right, figures)];
  return more === null || less === null ? null : more - less;
}

function sumOf(terms: readonly Cell[], figures: CheckContext['figures']): number | null {
  let sum = 0;
  for (const { position } of terms) {
    const figure = figures[position] ?? null;
    if (figure === null) return null;
    sum += figure;
  }
  return sum;
}
