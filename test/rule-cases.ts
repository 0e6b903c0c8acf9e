import {
  type AnyDraft,
  type CellPath,
  type Checkable,
  type CheckOptions,
  cells,
  type Draft,
  definePack,
  figuresOf,
  type LocalDeadline,
  type Rule,
  rulesOf,
  type Settings,
  type SourceStructure,
} from '../src/index.ts';
import { lastYear, put, sample } from './sample.ts';

const rules = rulesOf();

/** A report that is the sample but for a few things. */
export interface RuleCase {
  /** Figures that are others. */
  readonly figures?: { readonly [Path in CellPath]?: number | null };
  /** What else is different: a member of the report as a whole. */
  readonly report?: Partial<Draft>;
  /** Sections that are others; `undefined` is a section that is missing. */
  readonly sections?: { readonly [Section in keyof Draft['sections']]?: string | null };
  /** Figures of last year's report that are others. */
  readonly previous?: { readonly [Path in CellPath]?: number | null };
  /** The text of last year's overview. */
  readonly previousOverview?: string;
  /** What the source looked like, if the report was read from one. */
  readonly source?: Partial<SourceStructure>;
  /** What a region sets. */
  readonly settings?: Partial<Settings>;
}

/** Cases of one rule. */
export interface RuleCases {
  /** The smallest changes that break it; the first is shown on the rules page. */
  readonly breaks: readonly [RuleCase, ...RuleCase[]];
  /** Changes that are just not enough to break it. The sample itself is always one. */
  readonly holds?: readonly RuleCase[];
  /** Changes after which it cannot be decided. */
  readonly undecided?: readonly RuleCase[];
}

const paragraphs = (text: string) =>
  text.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line }));

/** The report of a case. */
export function reportOf({ figures = {}, report = {}, sections = {} }: RuleCase): Draft {
  const changed: Draft = { ...sample(), ...report };
  for (const [path, figure] of Object.entries(figures)) put(changed, path as CellPath, figure);
  const all: Record<string, unknown> = { ...changed.sections };
  for (const [section, text] of Object.entries(sections)) {
    if (text === null) delete all[section];
    else all[section] = text === '' ? [] : paragraphs(text);
  }
  for (const key of Object.keys(report) as (keyof Draft)[])
    if (report[key] === undefined) delete changed[key];
  return { ...changed, sections: all };
}

/** The options of a case. */
export function optionsOf({ previous = {}, previousOverview, settings }: RuleCase): CheckOptions {
  const before: Draft = lastYear();
  for (const [path, figure] of Object.entries(previous)) put(before, path as CellPath, figure);
  if (previousOverview !== undefined) before.sections.overview = paragraphs(previousOverview);
  return {
    previous: before,
    ...(settings
      ? { packs: [definePack({ id: 'test', name: { 'zh-CN': '某地', en: 'a place' }, settings })] }
      : {}),
  };
}

/** The rules that judge reports; those about readings have the reader's problems as outcomes. */
export const judgingRules: readonly Rule[] = rules.filter(({ family }) => family !== 'reading');

/** What to check: the report of a case, as it was read if the case says what the source looked like. */
export function givenOf(ruleCase: RuleCase): Checkable {
  return asRead(reportOf(ruleCase), sourceOf(ruleCase));
}

/** What the source of a case looked like, if its report was read. */
export function sourceOf({ source }: RuleCase): SourceStructure | undefined {
  return source && { ...wholeSource, ...source };
}

/** A report as it was read, whole, from a source that looked like this. */
export function asRead(draft: AnyDraft, structure: SourceStructure | undefined): Checkable {
  return structure ? { draft, status: 'complete', problems: [], structure } : draft;
}

/** A source that is just like the form. */
const wholeSource: SourceStructure = {
  sections: [
    'overview',
    'proactiveDisclosure',
    'applications',
    'disputes',
    'problemsAndImprovements',
    'otherMatters',
  ],
  complete: true,
  missing: [],
  extra: [],
  undivided: [],
  otherWordings: [],
};

const agency = (
  kind: Draft['agency']['kind'],
  level: Draft['agency']['level'],
  name = '某局',
): Partial<Draft> => ({
  agency: { name, kind, level },
  title: `${name}2024年政府信息公开工作年度报告`,
});

const county = agency('government', 'county', '某县人民政府');
const local = (deadline: LocalDeadline): Partial<Settings> => ({ localDeadlines: [deadline] });

const noApplications = Object.fromEntries(
  cells().flatMap(({ tableId, path }) => (tableId === 'applications' ? [[path, 0]] : [])),
);
const noDisputes = Object.fromEntries(
  cells().flatMap(({ tableId, path }) => (tableId === 'disputes' ? [[path, 0]] : [])),
);
const noRules = { 'documents.rules.issued': 0, 'documents.rules.repealed': 0, 'documents.rules.inForce': 0 };
const silent = {
  overview: '主动公开、依申请公开、信息管理、平台建设、监督保障均按要求开展，考核、评议、责任追究见附件。',
};

/** What stands in last year's report if its figures were taken over; stocks are left as they are. */
const sameAsThisYear = Object.fromEntries(
  cells().flatMap(({ row, path }, position) =>
    row.id === 'carriedForward' ? [[path, figuresOf(sample())[position] ?? null]] : [],
  ),
);
const zeros = Object.fromEntries(cells().map(({ path }) => [path, 0]));

/** A text of more than 200 letters without a passage that repeats. */
const long =
  '全年举办新闻发布会十二场，回应社会关切问题三十余个，政策解读形式更加多样。各县区在便民服务大厅设置查阅点，配备专人引导群众使用自助终端。老旧小区改造、农村供水、学校食堂等民生工程的进展按月更新，群众可以查到施工单位和完工时间。对涉企政策先问企业再起草，出台以后由起草科室上门讲解，年底回访办理效果。新进人员集中学习一周，业务骨干到先进地区跟班，回来以后给同事讲课。栏目里过期的链接全部清理，搜索功能换成了能按关键词联想的新版本，手机上也能看清表格。监督电话有人接，留言三个工作日内答复。';
const other =
  '今年的工作从整理目录开始，把散在各科室的文件归到一处，逐件标明能不能公开。年初定下的二十项任务，到十二月底完成十九项，剩下一项因为系统升级推迟到明年三月。';

/** For every rule: what just breaks it, and what just does not. */
export const ruleCases: Readonly<Record<string, RuleCases>> = {
  'T3-01': {
    breaks: [
      {
        figures: {
          'applications.carriedOver.legalServiceInstitution': 1,
          'applications.carriedOver.total': 35,
        },
      },
    ],
    holds: [
      {
        figures: {
          'applications.carriedOver.legalServiceInstitution': 1,
          'applications.carriedForward.legalServiceInstitution': 1,
          'applications.carriedOver.total': 35,
          'applications.carriedForward.total': 104,
        },
      },
    ],
    undecided: [{ figures: { 'applications.carriedOver.total': null } }],
  },
  'T3-02': {
    breaks: [
      {
        figures: { 'applications.duplicate.otherOrganization': 1, 'applications.duplicate.total': 26 },
      },
    ],
    holds: [
      {
        figures: {
          'applications.duplicate.otherOrganization': 1,
          'applications.notHeld.otherOrganization': 0,
        },
      },
    ],
    undecided: [{ figures: { 'applications.granted.total': null } }],
  },
  'T3-03': {
    breaks: [
      {
        figures: { 'applications.duplicate.total': 24, 'applications.notHeld.total': 770 },
      },
    ],
    holds: [
      {
        figures: {
          'applications.duplicate.otherOrganization': 1,
          'applications.duplicate.naturalPerson': 24,
        },
      },
    ],
    undecided: [{ figures: { 'applications.granted.total': null } }],
  },
  'T4-01': {
    breaks: [
      {
        figures: { 'disputes.reconsideration.total': 0 },
      },
      // beside a blank, too, where the other items are more than the total already
      { figures: { 'disputes.reconsideration.otherOutcome': null, 'disputes.reconsideration.total': 172 } },
    ],
    holds: [{ figures: { 'disputes.reconsideration.upheld': 73, 'disputes.reconsideration.total': 352 } }],
    undecided: [
      { figures: { 'disputes.reconsideration.total': null } },
      { figures: { 'disputes.reconsideration.otherOutcome': null, 'disputes.reconsideration.total': 173 } },
    ],
  },
  'T4-02': {
    breaks: [
      {
        figures: { 'disputes.directLitigation.upheld': 14 },
      },
    ],
    holds: [{ figures: { 'disputes.directLitigation.upheld': 12, 'disputes.directLitigation.total': 25 } }],
    undecided: [{ figures: { 'disputes.directLitigation.upheld': null } }],
  },
  'T4-03': {
    breaks: [
      {
        figures: { 'disputes.litigationAfterReconsideration.pending': 5 },
      },
    ],
    holds: [
      {
        figures: {
          'disputes.litigationAfterReconsideration.pending': 5,
          'disputes.litigationAfterReconsideration.total': 19,
        },
      },
    ],
    undecided: [{ figures: { 'disputes.litigationAfterReconsideration.pending': null } }],
  },
  'CELL-01': {
    breaks: [
      {
        figures: { 'licensing.licenses.decisions': -1 },
      },
      { figures: { 'licensing.licenses.decisions': 1.5 } },
    ],
    holds: [
      { figures: { 'licensing.licenses.decisions': 0 } },
      { figures: { 'licensing.licenses.decisions': 9007199254740991 } },
    ],
  },
  'CELL-02': {
    breaks: [
      {
        figures: { 'fees.administrativeFees.amountWan': 1.00001 },
      },
      { figures: { 'fees.administrativeFees.amountWan': -1 } },
    ],
    holds: [
      { figures: { 'fees.administrativeFees.amountWan': 1.0001 } },
      { figures: { 'fees.administrativeFees.amountWan': 0 } },
    ],
  },
  'CELL-04': {
    breaks: [
      {
        figures: { 'documents.rules.repealed': null },
      },
    ],
  },
  'T2-01': {
    breaks: [
      {
        figures: { 'documents.rules.inForce': 12, 'documents.rules.repealed': -1 },
      },
    ],
    holds: [{ figures: { 'documents.rules.inForce': 11 } }],
    undecided: [
      { figures: { 'documents.rules.inForce': null } },
      { previous: { 'documents.rules.inForce': null } },
    ],
  },
  'T2-02': {
    breaks: [
      {
        figures: { 'documents.normativeDocuments.inForce': 65 },
      },
    ],
    holds: [
      {
        figures: { 'documents.normativeDocuments.inForce': 65, 'documents.normativeDocuments.repealed': 27 },
      },
    ],
    undecided: [{ figures: { 'documents.rules.repealed': null } }],
  },
  'T2-09': {
    breaks: [
      {
        figures: { 'enforcement.compulsion.decisions': 883 },
      },
      { figures: { 'enforcement.compulsion.decisions': 441416 } },
      { figures: { 'documents.rules.inForce': 2 }, previous: { 'documents.rules.inForce': 20 } },
    ],
    holds: [
      { figures: { 'documents.rules.inForce': 4 }, previous: { 'documents.rules.inForce': 20 } },
      { figures: { 'enforcement.compulsion.decisions': 441415 } },
      { figures: { 'documents.rules.inForce': 1 }, previous: { 'documents.rules.inForce': 19 } },
    ],
  },
  'T3-04': {
    breaks: [
      {
        figures: { 'applications.carriedOver.total': 35 },
      },
    ],
    holds: [
      {
        figures: { 'applications.carriedOver.total': 35 },
        previous: { 'applications.carriedForward.total': 35 },
      },
    ],
    undecided: [{ previous: { 'applications.carriedForward.total': null } }],
  },
  'T3-05': {
    breaks: [
      {
        figures: { 'applications.carriedOver.naturalPerson': 33 },
      },
    ],
    holds: [
      {
        figures: { 'applications.carriedOver.naturalPerson': 33 },
        previous: { 'applications.carriedForward.naturalPerson': 33 },
      },
    ],
    undecided: [{ figures: { 'applications.carriedOver.naturalPerson': null } }],
  },
  'T4-06': {
    breaks: [
      {
        figures: { 'disputes.litigationAfterReconsideration.total': 5 },
      },
    ],
    holds: [{ figures: { 'disputes.litigationAfterReconsideration.total': 6 } }],
    undecided: [{ figures: { 'disputes.litigationAfterReconsideration.total': null } }],
  },

  'T2-03': {
    breaks: [{ figures: { 'documents.rules.issued': 12 } }],
    holds: [{ figures: { 'documents.rules.issued': 11 } }],
    undecided: [{ figures: { 'documents.rules.issued': null } }],
  },
  'T2-10': {
    breaks: [
      {
        figures: { 'fees.administrativeFees.amountWan': 0.039 },
        report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 400, amountReceivedYuan: 400 } },
      },
    ],
    holds: [
      {
        figures: { 'fees.administrativeFees.amountWan': 0.04, 'applications.feeUnpaid.total': 6 },
        report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 400, amountReceivedYuan: 400 } },
      },
      {
        figures: { 'fees.administrativeFees.amountWan': 0 },
        sections: { otherMatters: '信息处理费的收取按规定执行。' },
      },
    ],
  },
  'T3-08': {
    breaks: [
      {
        report: { processingFee: { noticesIssued: 5, amountNoticedYuan: 500, amountReceivedYuan: 0 } },
      },
      { sections: { otherMatters: '没有其他需要报告的事项。' } },
      { sections: { otherMatters: '本年度没有发出收费通知，未收取信息处理费。' } },
    ],
    holds: [
      { report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 600, amountReceivedYuan: 0 } } },
      {
        figures: { 'applications.feeUnpaid.total': 0 },
        sections: { otherMatters: '没有其他需要报告的事项。' },
      },
      { sections: { otherMatters: '全年收费情况见附件。' } },
    ],
  },
  'T3-09': {
    breaks: [
      { figures: noApplications },
      {
        figures: { ...noApplications, ...noDisputes },
        sections: { overview: '依申请公开：收到政府信息公开申请2件，均已答复。' },
      },
      {
        figures: { ...noApplications, ...noDisputes },
        sections: { overview: '全年受理12件政府信息公开申请。' },
      },
    ],
    holds: [
      { figures: { ...noApplications, 'applications.granted.total': 1 } },
      { figures: { ...noApplications, ...noDisputes }, sections: silent },
      { figures: { ...noApplications, ...noDisputes }, sections: { overview: '收到政府信息公开申请0件。' } },
      { figures: { ...noApplications, 'applications.granted.total': null } },
    ],
  },
  'T3-10': {
    breaks: [
      {
        figures: {
          'applications.newlyReceived.naturalPerson': 3000,
          'applications.newlyReceived.otherOrganization': 5,
        },
      },
      {
        figures: {
          'applications.notHeld.naturalPerson': 747,
          'applications.notHeld.commercialEnterprise': 11,
        },
      },
      {
        figures: {
          'applications.newlyReceived.naturalPerson': 3002,
          'applications.newlyReceived.otherOrganization': 3,
        },
      },
    ],
    holds: [
      {
        figures: {
          'applications.newlyReceived.naturalPerson': 3002,
          'applications.newlyReceived.total': 3118,
        },
      },
      {
        figures: {
          'applications.newlyReceived.naturalPerson': 3000,
          'applications.newlyReceived.otherOrganization': 6,
        },
      },
      {
        figures: {
          'applications.newlyReceived.naturalPerson': 3000,
          'applications.newlyReceived.otherOrganization': 5,
          'applications.newlyReceived.total': 3120,
        },
      },
      {
        figures: {
          'applications.newlyReceived.naturalPerson': 3000,
          'applications.newlyReceived.otherOrganization': null,
        },
      },
    ],
  },
  'T3-11': {
    breaks: [
      { figures: { 'applications.carriedForward.total': 936 } },
      {
        figures: { 'applications.newlyReceived.total': 10, 'applications.carriedForward.total': 4 },
      },
      {
        figures: { 'applications.carriedForward.total': 312 },
        settings: { carriedForwardShare: 0.1 },
      },
    ],
    holds: [
      { figures: { 'applications.carriedForward.total': null } },
      { figures: { 'applications.carriedForward.total': 935 } },
      { figures: { 'applications.newlyReceived.total': 10, 'applications.carriedForward.total': 3 } },
      { figures: { 'applications.newlyReceived.total': 9, 'applications.carriedForward.total': 9 } },
      { figures: { 'applications.newlyReceived.total': null, 'applications.carriedForward.total': 9 } },
    ],
  },
  'T4-07': {
    breaks: [{ figures: { 'disputes.directLitigation.total': 27 } }],
    holds: [
      { figures: { 'disputes.directLitigation.total': 25 } },
      {
        figures: { 'disputes.directLitigation.total': 27 },
        previous: { 'disputes.directLitigation.total': 27 },
      },
    ],
    undecided: [{ previous: { 'disputes.directLitigation.total': null } }],
  },
  'T4-11': {
    breaks: [
      {
        figures: { 'disputes.reconsideration.total': 0 },
        previous: { 'disputes.reconsideration.total': 0, 'disputes.reconsideration.pending': 0 },
      },
    ],
    holds: [
      { figures: { 'disputes.reconsideration.total': 0 } },
      { previous: { 'disputes.reconsideration.total': 0 } },
      {
        figures: { 'disputes.reconsideration.total': 0, 'disputes.litigationAfterReconsideration.total': 0 },
        previous: { 'disputes.reconsideration.total': 0 },
      },
      {
        figures: { 'disputes.reconsideration.total': 0 },
        previous: { 'disputes.reconsideration.total': null },
      },
    ],
  },
  'CELL-07': {
    breaks: [{ previous: sameAsThisYear }],
    holds: [
      { previous: { ...sameAsThisYear, 'applications.carriedForward.total': 104 } },
      { figures: zeros, previous: zeros },
    ],
  },
  'T4-10': {
    breaks: [{ figures: { 'disputes.reconsideration.total': 3088 } }],
    holds: [{ figures: { 'disputes.reconsideration.total': 3087 } }],
    undecided: [{ figures: { 'disputes.reconsideration.pending': null } }],
  },
  'CELL-03': {
    breaks: [
      { figures: { 'fees.administrativeFees.amountWan': 961716000 } },
      {
        figures: { 'fees.administrativeFees.amountWan': 4000 },
        previous: { 'fees.administrativeFees.amountWan': 2 },
      },
      {
        figures: { 'fees.administrativeFees.amountWan': 100000 },
        previous: { 'fees.administrativeFees.amountWan': 2 },
      },
    ],
    holds: [
      { figures: { 'fees.administrativeFees.amountWan': null } },
      {
        figures: { 'fees.administrativeFees.amountWan': 3999 },
        previous: { 'fees.administrativeFees.amountWan': 2 },
      },
      {
        figures: { 'fees.administrativeFees.amountWan': 100001 },
        previous: { 'fees.administrativeFees.amountWan': 2 },
      },
      {
        figures: { 'fees.administrativeFees.amountWan': 20000 },
        previous: { 'fees.administrativeFees.amountWan': 0 },
      },
      { previous: { 'fees.administrativeFees.amountWan': null } },
    ],
  },
  'CELL-05': {
    breaks: [
      { report: { remarks: { 'documents.rules.issued': '其中修订1件' } } },
      {
        figures: { 'documents.rules.issued': null },
        report: { remarks: { 'documents.rules.issued': '其中修订1件' } },
      },
    ],
    holds: [{ report: { remarks: {} } }],
  },
  'CELL-06': {
    breaks: [
      { report: county },
      { report: agency('governmentOffice', 'prefecture', '某市人民政府办公室') },
      { report: agency('department', 'national', '国家能源局') },
      { report: agency('department', 'province', '某省财政厅') },
      { report: agency('township', null, '某镇人民政府') },
    ],
    holds: [
      { report: county, figures: noRules },
      { report: agency('government', 'province', '某省人民政府') },
      { report: agency('department', 'national', '财政部') },
      { report: agency('department', null), figures: noRules },
      { report: county, figures: { ...noRules, 'documents.rules.issued': null } },
    ],
    undecided: [{ report: agency(null, 'prefecture') }, { report: agency('department', null) }],
  },
  'STR-01': {
    breaks: [
      { sections: { otherMatters: null } },
      {
        source: {
          sections: [
            'overview',
            'applications',
            'proactiveDisclosure',
            'disputes',
            'problemsAndImprovements',
            'otherMatters',
          ],
        },
      },
    ],
    holds: [
      { sections: { otherMatters: '' } },
      { source: {} },
      { source: { sections: ['overview', 'disputes'] } },
    ],
    undecided: [{ sections: { otherMatters: null }, source: { complete: false } }],
  },
  'STR-02': {
    breaks: [
      {
        source: { missing: ['applications.duplicate.naturalPerson', 'applications.duplicate.total'] },
      },
      { source: { missing: ['licensing.licenses.decisions'] } },
      { source: { extra: ['小计'] } },
    ],
    holds: [{ source: {} }],
  },
  'STR-03': {
    breaks: [{ source: { otherWordings: [{ label: '行政规范性文件', printed: '规范性文件' }] } }],
    holds: [{ source: {} }],
  },
  'STR-04': {
    breaks: [{ source: { undivided: ['（六）其他处理'] } }],
    holds: [{ source: {} }],
  },
  'STR-05': {
    breaks: [
      { report: { title: '淮安市人民政府2023年政府信息公开工作年度报告' } },
      { report: { title: '淮安市人民政府2024年政府信息公开工作报告' } },
      { report: { title: '淮安市人民政府工作总结' } },
      { report: { title: '淮安市人民政府政府信息公开工作年度报告' } },
      { report: { title: '宿迁市人民政府2024年政府信息公开工作年度报告' } },
      { report: { title: '淮安市人民政府政府信息公开工作2024年度报告' } },
      { report: { title: undefined as never }, source: {} },
    ],
    holds: [
      { report: { title: '2024年淮安市人民政府政府信息公开工作年度报告' } },
      { report: { title: '淮安市人民政府政府信息公开工作年度报告（2024年度）' } },
      { report: { title: '淮安市人民政府二〇二四年政府信息公开工作年度报告' } },
      { report: { title: '淮安市人民政府政府信息公开工作年度报告', year: null } },
      { report: { title: '淮安市人民政府2023年政府信息公开工作年度报告', year: null } },
      { report: { title: undefined as never } },
      { report: { title: '市人民政府2024年政府信息公开工作年度报告' } },
    ],
  },
  'STR-06': {
    breaks: [
      { report: { period: { start: '2024-01-01', end: '2024-12-30' } } },
      { report: { period: { start: '2024-01-02', end: '2024-12-31' } } },
    ],
    holds: [{ report: { period: { start: '2023-01-01', end: '2023-12-31' }, year: null } }],
  },
  'NARR-01': {
    breaks: [{ sections: { overview: '全年收到政府信息公开申请3118件。' } }],
    holds: [
      { sections: { overview: '全年收到政府信息公开申请3119件。' } },
      { sections: { overview: '全年收到政府信息公开申请3153件（含上年结转34件）。' } },
      { sections: { overview: '收到政府信息公开申请近3100件。' } },
      { sections: { overview: '区政府办代表区政府受理政府信息公开申请17件。' } },
      { sections: { overview: '收到政府信息公开申请3119件；市局收到政府信息公开申请20件。' } },
    ],
    undecided: [
      {
        figures: { 'applications.newlyReceived.total': null },
        sections: { overview: '收到政府信息公开申请3118件。' },
      },
    ],
  },
  'NARR-02': {
    breaks: [{ sections: { overview: '政府信息公开申请已答复3051件。' } }],
    holds: [{ sections: { overview: '政府信息公开申请已答复3050件。' } }],
    undecided: [
      {
        figures: { 'applications.totalProcessed.total': null },
        sections: { overview: '政府信息公开申请已答复3051件。' },
      },
    ],
  },
  'NARR-03': {
    breaks: [{ sections: { overview: '办理政府信息公开申请，其中予以公开1361件。' } }],
    holds: [{ sections: { overview: '办理政府信息公开申请，其中予以公开1362件。' } }],
  },
  'NARR-04': {
    breaks: [{ sections: { overview: '政府信息公开申请结转下年度继续办理102件。' } }],
    holds: [{ sections: { overview: '政府信息公开申请结转下年度继续办理103件，上年结转34件。' } }],
  },
  'NARR-05': {
    breaks: [{ sections: { overview: '因政府信息公开引起的行政复议9999件。' } }],
    holds: [{ sections: { overview: '加强政府信息公开行政复议、行政诉讼工作。' } }],
  },
  'NARR-06': {
    breaks: [{ sections: { overview: '办理政府信息公开申请，其中予以公开1362件，占46.5%。' } }],
    holds: [{ sections: { overview: '办理政府信息公开申请，其中予以公开1362件，占44.7%。' } }],
  },
  'NARR-07': {
    breaks: [
      {
        sections: { overview: '全年收到政府信息公开申请3119件，同比增长8%。' },
        previous: { 'applications.newlyReceived.total': 3000, 'applications.carriedOver.total': 0 },
      },
    ],
    holds: [
      {
        sections: { overview: '全年收到政府信息公开申请3119件，同比增长3.97%。' },
        previous: { 'applications.newlyReceived.total': 3000, 'applications.carriedOver.total': 0 },
      },
    ],
  },
  'NARR-08': {
    breaks: [
      { sections: { overview: '制发行政规范性文件7件。' } },
      { sections: { overview: '发布行政规范性文件7件。' } },
    ],
    holds: [
      { sections: { overview: '制发行政规范性文件8件，废止26件，现行有效66件。' } },
      { sections: { overview: '公开各部门规范性文件7条。' } },
    ],
  },
  'NARR-10': {
    breaks: [
      { sections: { overview: '全年未收到政府信息公开申请。' } },
      { sections: { overview: '收到政府信息公开申请3119件，均已办结。' } },
    ],
    holds: [{ sections: { overview: '收到政府信息公开申请3119件，均已在规定期限内答复。' } }],
  },
  'NARR-11': {
    breaks: [
      {
        report: { processingFee: { noticesIssued: 1, amountNoticedYuan: 40, amountReceivedYuan: 40 } },
        sections: { otherMatters: '收取信息处理费50元。' },
      },
    ],
    holds: [
      {
        report: { processingFee: { noticesIssued: 1, amountNoticedYuan: 40, amountReceivedYuan: 40 } },
        sections: { otherMatters: '收取信息处理费40元。' },
      },
    ],
  },
  'NARR-12': {
    breaks: [{ sections: { otherMatters: '收取信息处理费1005元。' } }],
    holds: [{ sections: { otherMatters: '收取信息处理费1,010元。' } }],
  },
  'NARR-13': {
    breaks: [
      {
        figures: {
          'applications.newlyReceived.total': null,
          'applications.carriedOver.total': null,
          'applications.totalProcessed.total': null,
          'applications.carriedForward.total': null,
        },
        sections: {
          overview: '新收政府信息公开申请78件，上年结转3件，答复75件，结转下年度3件。',
        },
      },
    ],
    holds: [
      {
        sections: {
          overview: '新收政府信息公开申请3119件，上年结转34件，答复3050件，结转下年度103件。',
        },
      },
    ],
  },
  'NARR-14': {
    breaks: [{ sections: { overview: '2023年，收到政府信息公开申请5件。' } }],
    holds: [
      { sections: { overview: '2024年，收到政府信息公开申请3119件，比2023年多5件。' } },
      { sections: { overview: '2023年结转政府信息公开申请34件。' } },
    ],
  },
  'STR-07': {
    breaks: [
      {
        sections: {
          overview: '主动公开、依申请公开、平台建设和监督保障按要求开展，考核、评议、责任追究正常。',
        },
      },
      { sections: { overview: '考核、评议、责任追究正常。' } },
    ],
    holds: [
      { sections: silent },
      { sections: { overview: '' } },
      { sections: { overview: null } },
      {
        sections: {
          overview:
            '主动公开、依申请公开按时办理。健全政府信息全链条管理。平台建设、监督保障、考核、评议、责任追究正常。',
        },
      },
    ],
  },
  'STR-08': {
    breaks: [
      {
        sections: {
          overview: '主动公开、依申请公开、信息管理、平台建设和监督保障按要求开展，考核、评议正常。',
        },
      },
      { sections: { overview: '主动公开、依申请公开、信息管理、平台建设和监督保障按要求开展。' } },
      {
        report: agency('township', 'township', '某镇人民政府'),
        figures: noRules,
        sections: { overview: '主动公开、依申请公开、信息管理、平台建设和监督保障按要求开展。' },
      },
    ],
    undecided: [
      {
        report: agency(null, null),
        sections: { overview: '主动公开、依申请公开、信息管理、平台建设和监督保障按要求开展。' },
      },
    ],
    holds: [
      {
        report: agency('township', 'township', '某街道办事处'),
        figures: noRules,
        sections: { overview: '主动公开、依申请公开、信息管理、平台建设和监督保障按要求开展。' },
      },
      {
        report: agency('department', 'province', '某省财政厅'),
        sections: { overview: '主动公开、依申请公开、信息管理、平台建设和监督保障按要求开展。' },
      },
      { sections: { overview: '' } },
    ],
  },
  'STR-09': {
    breaks: [
      { sections: { problemsAndImprovements: '' } },
      { sections: { problemsAndImprovements: '无。' } },
      { sections: { problemsAndImprovements: '存在问题：工作人员不足。' } },
      { sections: { problemsAndImprovements: '下一步加强培训。' } },
      { sections: { problemsAndImprovements: '详见附件。' } },
    ],
    holds: [
      { sections: { problemsAndImprovements: '存在不足，将改进。' } },
      { sections: { problemsAndImprovements: '问题：培训没有。已改进' } },
      { sections: { problemsAndImprovements: '无问题记录的单位少，存在差距，已改进' } },
      { sections: { problemsAndImprovements: null } },
    ],
  },
  'STR-10': {
    breaks: [{ sections: { otherMatters: '没有其他需要报告的事项。' } }],
    holds: [
      { sections: { otherMatters: '未收取信息处理费。' } },
      { sections: { otherMatters: '未发出收费通知。' } },
      { sections: { otherMatters: '信息公开工作没有费用。' } },
      { sections: { otherMatters: null } },
      {
        sections: { otherMatters: '没有其他需要报告的事项。' },
        report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 600, amountReceivedYuan: 0 } },
      },
    ],
  },
  'STR-11': {
    breaks: [{ sections: silent, settings: { overviewCharacters: 20 } }],
    holds: [
      { sections: silent, settings: { overviewCharacters: silent.overview.length } },
      { sections: { overview: `${silent.overview}${'公'.repeat(5000)}` } },
    ],
  },
  'STR-12': {
    breaks: [
      { sections: { overview: `${silent.overview}${long}` }, previousOverview: `${silent.overview}${long}` },
      {
        sections: { overview: `${silent.overview}${long}` },
        previousOverview: `${silent.overview}${other}${long.slice(0, 100)}`,
      },
    ],
    holds: [
      {
        sections: { overview: `${silent.overview}${long}` },
        previousOverview: `${silent.overview}${other}`,
      },
      {
        sections: {
          overview: '主动公开、申请、信息管理、平台、监督、考核、评议、追究。',
          problemsAndImprovements: '问题与改进。',
        },
        previousOverview: '主动公开、申请、信息管理、平台、监督、考核、评议、追究。',
      },
    ],
  },
  'STR-13': {
    breaks: [
      { sections: { overview: `${silent.overview}发布信息××条。` } },
      { sections: { overview: `${silent.overview}发布信息  条。` } },
      { sections: { overview: `${silent.overview}发布信息____条。` } },
      { sections: { overview: `${silent.overview}全年发布**条信息。` } },
      { sections: { overview: `${silent.overview}20XX年，（此处填写）` } },
    ],
    holds: [
      { sections: { overview: `${silent.overview}发布信息 20 条。` } },
      { sections: { overview: `${silent.overview}信息公开  条例的学习，页面 3×4 张。` } },
      { sections: { overview: `${silent.overview}申请人李××不服，电话 0517-8388XXXX。` } },
    ],
  },
  'STR-14': {
    breaks: [
      { sections: { preamble: '本报告按照国办公开办函〔2019〕60号的要求编制。' } },
      { sections: { preamble: '根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。' } },
    ],
    holds: [{ sections: { preamble: '本报告按照国办公开办函〔2021〕30号和国务院令第711号编制。' } }],
  },
  'STR-15': {
    breaks: [
      { sections: { overview: `${silent.overview}申请人身份证号11010519491231002X。` } },
      { sections: { overview: `${silent.overview}申请人13912345678要求当面领取。` } },
      { sections: { overview: `${silent.overview}退款到银行卡6222021234567890128。` } },
      { sections: { overview: `${silent.overview}张三（身份证号：110105194912310021）当面领取。` } },
      { sections: { overview: `${silent.overview}申请人手机13912345678。` } },
    ],
    holds: [
      { sections: { overview: `${silent.overview}编号110105194912310021的件。` } },
      { sections: { overview: `${silent.overview}联系电话13912345678。` } },
      { sections: { overview: `${silent.overview}备案号6222021234567890128。` } },
    ],
  },
  'STR-16': {
    breaks: [
      { sections: { preamble: '报告由总体情况等五个部分组成。' } },
      {
        sections: {
          preamble:
            '本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。',
        },
      },
    ],
    holds: [
      { sections: { preamble: '本报告由六个部分组成。' } },
      {
        sections: {
          preamble:
            '本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、提起行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。',
        },
      },
    ],
  },
  'STR-17': {
    breaks: [
      { sections: { overview: `2022年，全市主动公开政府信息。${silent.overview}` } },
      { sections: { ...silent, overview: `宿迁市人民政府全面推进政务公开。${silent.overview}` } },
    ],
    holds: [
      { sections: { overview: '2022年，全市建成平台。2024年，平台运行平稳。' } },
      { sections: { overview: '2023年，全市建成平台。今年，平台运行平稳。' } },
      { sections: { overview: '落实2022年印发的公开制度。' } },
      { sections: { ...silent, overview: '淮安与宿迁市人民政府共建平台。' } },
      { sections: { ...silent, overview: '报送江苏省人民政府备案。' } },
      { sections: { ...silent, overview: '本市学习宿迁市人民政府的做法。' } },
      { sections: { overview: '2022年，全市主动公开政府信息。' }, report: { year: null } },
      {
        sections: { ...silent, overview: '宿迁市人民政府推进公开。' },
        report: { agency: { name: null, kind: null, level: null } },
      },
    ],
  },
  'FEE-01': {
    breaks: [
      {
        report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 1005, amountReceivedYuan: 1000 } },
      },
      {
        report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 1000, amountReceivedYuan: 395 } },
      },
      {
        figures: { 'applications.feeUnpaid.total': 0 },
        report: { processingFee: { noticesIssued: 1, amountNoticedYuan: 710, amountReceivedYuan: 0 } },
      },
      {
        report: { processingFee: { noticesIssued: 7, amountNoticedYuan: 60, amountReceivedYuan: 0 } },
      },
    ],
    holds: [
      {
        figures: { 'applications.feeUnpaid.total': 0 },
        report: { processingFee: { noticesIssued: 1, amountNoticedYuan: 0, amountReceivedYuan: 0 } },
      },
      { report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 60, amountReceivedYuan: 10 } } },
      {
        figures: { 'applications.feeUnpaid.total': 0 },
        report: { processingFee: { noticesIssued: 1, amountNoticedYuan: 720, amountReceivedYuan: 0 } },
      },
      {
        figures: { 'applications.feeUnpaid.total': 0 },
        report: { processingFee: { noticesIssued: 0, amountNoticedYuan: 0, amountReceivedYuan: 0 } },
      },
      { report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 710, amountReceivedYuan: 0 } } },
    ],
  },
  'FEE-02': {
    breaks: [
      {
        report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 600, amountReceivedYuan: 610 } },
      },
    ],
    holds: [
      { report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 600, amountReceivedYuan: 600 } } },
    ],
  },
  'FEE-03': {
    breaks: [
      {
        report: { processingFee: { noticesIssued: 6, amountNoticedYuan: 0, amountReceivedYuan: 0 } },
      },
      {
        figures: { 'applications.feeUnpaid.total': 0 },
        report: { processingFee: { noticesIssued: 0, amountNoticedYuan: 10, amountReceivedYuan: 0 } },
      },
    ],
    holds: [
      {
        figures: { 'applications.feeUnpaid.total': 0 },
        report: { processingFee: { noticesIssued: 0, amountNoticedYuan: 0, amountReceivedYuan: 0 } },
      },
    ],
  },
  'PUB-01': {
    breaks: [
      {
        report: { ...agency('department', 'province', '某省财政厅'), publishedOn: '2025-02-01' },
        figures: noRules,
      },
    ],
    holds: [
      {
        report: { ...agency('department', 'province', '某省财政厅'), publishedOn: '2025-01-31' },
        figures: noRules,
      },
      {
        report: { ...agency('township', 'township', '某镇人民政府'), publishedOn: '2025-05-01' },
        figures: noRules,
      },
      { report: { year: null } },
    ],
    undecided: [
      { report: { ...agency('department', 'province', '某省财政厅'), publishedOn: undefined as never } },
      { report: { ...agency(null, null), publishedOn: '2025-02-01' } },
    ],
  },
  'PUB-02': {
    breaks: [{ report: { publishedOn: '2025-04-01' } }],
    holds: [
      { report: { publishedOn: '2025-03-31' } },
      { report: { ...agency('government', 'township'), publishedOn: '2025-04-01' } },
    ],
    undecided: [{ report: { publishedOn: undefined as never } }],
  },
  'PUB-03': {
    breaks: [
      {
        report: { publishedOn: '2025-03-21' },
        settings: local({ kinds: ['government'], date: '03-20' }),
      },
      {
        report: { publishedOn: '2025-03-01' },
        settings: {
          localDeadlines: [
            { levels: ['county'], date: '01-20' },
            { levels: ['prefecture'], date: '01-31' },
          ],
        },
      },
    ],
    holds: [
      { report: { publishedOn: '2025-03-20' }, settings: local({ kinds: ['government'], date: '03-20' }) },
      { report: { publishedOn: '2025-03-21' }, settings: local({ kinds: ['department'], date: '01-20' }) },
      { report: { publishedOn: '2025-03-21' }, settings: local({ levels: ['county'], date: '01-20' }) },
      {
        report: { ...agency('government', null), publishedOn: '2025-03-21' },
        settings: local({ kinds: ['department'], levels: ['county'], date: '01-20' }),
      },
    ],
    undecided: [
      {
        report: { ...agency('department', null), publishedOn: '2025-01-21' },
        settings: {
          localDeadlines: [
            { levels: ['county'], date: '01-31' },
            { kinds: ['department'], date: '01-20' },
          ],
        },
      },
      {
        report: { ...agency(null, null), publishedOn: '2025-02-01' },
        settings: local({ kinds: ['government'], date: '03-20' }),
      },
    ],
  },
  'PUB-04': {
    breaks: [{ report: { publishedOn: '2024-12-31' } }],
    holds: [{ report: { publishedOn: '2025-01-01' } }, { report: { publishedOn: '2024-12-31', year: null } }],
  },
};
