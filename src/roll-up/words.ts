import { addressOf, type Cell, lineEnglish, lineLabel, tableName } from '../form/cells.ts';
import { counted, quoted } from '../form/in-language.ts';
import type { Line, Localized } from '../form/vocabulary.ts';
import { contentAfterFigure } from '../rules/cell-content.ts';
import type { UnusableFigure } from './exact.ts';
import type { RollUpDiagnosis, RollUpExplanation } from './explanation.ts';
import type { MemberState } from './member.ts';
import type { Step, StepKind } from './mistakes.ts';

/** Names, cells or other explanations that are written out one by one. */
const MAX_NAMED = 5;

/** Names in a row, the rest counted. */
function named(names: readonly string[]): Localized {
  const [shown, more] = [names.slice(0, MAX_NAMED), names.length - MAX_NAMED];
  return {
    'zh-CN': `${shown.join('、')}${more > 0 ? ` 等 ${names.length} 个单位` : ''}`,
    en: `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

/** Why a figure cannot be added. */
function whyUnusable({ unit, column }: Cell, figure: number): Localized {
  if (!Number.isFinite(figure)) return { 'zh-CN': '不是数', en: 'which is no number' };
  if (figure < 0 && !column.signed) return { 'zh-CN': '小于 0', en: 'which is below 0' };
  if (Math.abs(figure) < 1e9)
    return unit === 'count'
      ? { 'zh-CN': '不是整数', en: 'which is no whole number' }
      : { 'zh-CN': '小数超过六位', en: 'which has more than six decimals' };
  return { 'zh-CN': '太大，无法精确相加', en: 'too large to be added exactly' };
}

/** A break of an equation at the parent. */
interface Break {
  readonly equation: string;
  readonly place: Line;
  readonly by: number;
  readonly own: number;
  readonly shares: readonly { readonly name: string; readonly by: number }[];
}

const steps: Readonly<Record<StepKind, (member: string) => Localized>> = {
  leftOut: (member) => ({ 'zh-CN': `“${member}”没有计入`, en: `“${member}” was left out` }),
  countedTwice: (member) => ({ 'zh-CN': `“${member}”计了两次`, en: `“${member}” was counted twice` }),
  lastYearTaken: (member) => ({
    'zh-CN': `“${member}”误用了上年的数`,
    en: `last year’s report of “${member}” was taken`,
  }),
  olderVersion: (member) => ({
    'zh-CN': `“${member}”用的是另一份文稿`,
    en: `another version of the report of “${member}” was taken`,
  }),
  otherCounted: (member) => ({
    'zh-CN': `“${member}”不应计入而计入了`,
    en: `“${member}” was counted and does not belong to the sum`,
  }),
};

function stepText({ kind, member, alsoKinds }: Step): Localized {
  const said = steps[kind](member);
  if (alsoKinds.length === 0) return said;
  const also = alsoKinds.map((each) => steps[each](member));
  return {
    'zh-CN': `${said['zh-CN']}（也可能是${also.map((each) => each['zh-CN']).join('、')}，结果相同，仅凭数字无法区分）`,
    en: `${said.en} (or ${also.map(({ en }) => en).join(', or ')}: the figures are the same either way)`,
  };
}

function explanationText({ steps: taken, changes, at, member }: RollUpExplanation): Localized {
  const owner: Localized =
    at === 'member' && member !== null
      ? { 'zh-CN': `“${member}”报告中`, en: `in the report of “${member}”, ` }
      : { 'zh-CN': '汇总报告中', en: 'in the parent’s report, ' };
  const either: Localized =
    at === 'either' && changes.length > 0
      ? {
          'zh-CN': '（如果汇总报告没有错，就是某个单位的这一格有误）',
          en: ' (or, if the parent is right, the cell is wrong in the report of a member)',
        }
      : { 'zh-CN': '', en: '' };
  const said = [
    ...taken.map(stepText),
    ...changes.map(({ cell, from, printed, to }) => {
      const now = contentAfterFigure(from, printed);
      return {
        'zh-CN': `${owner['zh-CN']}${addressOf(cell)['zh-CN']}应为 ${to}${now['zh-CN']}${either['zh-CN']}`,
        en: `${owner.en}${addressOf(cell).en} should be ${to}${now.en}${either.en}`,
      };
    }),
  ];
  return { 'zh-CN': said.map((each) => each['zh-CN']).join('；'), en: said.map(({ en }) => en).join('; ') };
}

/** What may have gone wrong where not everything is known, so that nothing tells which is most likely. */
function excessText(diagnosis: Omit<RollUpDiagnosis, 'message'>): Localized {
  const { settles, alternatives } = diagnosis;
  const all = [diagnosis, ...alternatives].map(explanationText);
  const [said] = all;
  if (alternatives.length === 0)
    return {
      'zh-CN': `最可能：${said?.['zh-CN']}；数据尚不齐全，仅按已知的数推断，这样可以解释 ${settles.length} 处差异，没有其他同样简单的解释`,
      en: `Most likely, going by what is known so far: ${said?.en}; it explains ${counted(settles.length, 'difference')}, and nothing else is as simple`,
    };
  const shown = all.slice(0, MAX_NAMED);
  const more = all.length - shown.length;
  return {
    'zh-CN': `有 ${all.length} 种可能，数据尚不齐全，无法判断是哪一种：${shown.map((each) => each['zh-CN']).join('；或者')}${more > 0 ? `；另有 ${more} 种` : ''}；每一种都可以解释 ${settles.length} 处差异`,
    en: `There are ${all.length} possibilities, and what is known so far does not tell which holds: ${shown.map(({ en }) => en).join('; or ')}${more > 0 ? `; and ${more} more` : ''}; each explains ${counted(settles.length, 'difference')}`,
  };
}

/** What a roll-up says. */
export const words = {
  parentOfOtherYear: (given: number, year: number): Localized => ({
    'zh-CN': `汇总报告是 ${given} 年的，不是 ${year} 年的；请换成 ${year} 年的，或者更改汇总的年度`,
    en: `the parent’s report is for ${given}, not ${year}; give the one for ${year}, or change the year of the roll-up`,
  }),
  differs: ({ address }: Cell, actual: number, expected: number, by: number): Localized => ({
    'zh-CN': `${address['zh-CN']}：汇总报告 ${actual}，各单位之和 ${expected}，${actual > expected ? '多' : '少'} ${by}`,
    en: `${address.en}: the parent has ${actual}, its members ${expected} together, ${by} too ${actual > expected ? 'many' : 'few'}`,
  }),
  exceeds: ({ address }: Cell, actual: number, expected: number, by: number): Localized => ({
    'zh-CN': `${address['zh-CN']}：汇总报告 ${actual}，仅已知的单位之和就有 ${expected}，多出 ${by}；未报送的单位无论填报多少，都不能相符`,
    en: `${address.en}: the parent has ${actual}, but the members known so far already come to ${expected}, ${by} more; whatever the others file, the two cannot agree`,
  }),
  twice: (names: readonly string[], by: 'code' | 'figures'): Localized => {
    const all = {
      'zh-CN': names.length === 2 ? names.map(quoted).join('与') : named(names)['zh-CN'],
      en: names.length === 2 ? names.map(quoted).join(' and ') : named(names).en,
    };
    return {
      'zh-CN': `${all['zh-CN']}的${by === 'code' ? '统一社会信用代码相同' : '各格数字完全相同'}，请核对是否同一单位重复计入`,
      en: `${all.en} have ${by === 'code' ? 'the same credit code' : 'the same figures throughout'}; check whether one body is counted ${names.length === 2 ? 'twice' : 'several times'}`,
    };
  },
  sumTaken: (member: string): Localized => ({
    'zh-CN': `“${member}”报送的似乎是全域汇总报告，不是本机关自己的；照此相加，所属单位会重复计算，请换成本机关的报告`,
    en: `“${member}” seems to have filed the report of the whole territory instead of its own; its members would be counted twice, so ask for its own report`,
  }),
  leftAside: (member: string): Localized => ({
    'zh-CN': `“${member}”实行垂直领导，仅列示，没有计入`,
    en: `“${member}” belongs to a vertical system: it is shown, but not added`,
  }),
  vertical: (member: string): Localized => ({
    'zh-CN': `“${member}”从名称看一般实行垂直领导，现已计入；如果随本系统汇总，请在名单中标为“垂管”`,
    en: `“${member}”, by its name, usually belongs to a vertical system, but was added; if its figures are rolled up within that system, mark it as outside in the list`,
  }),
  broken: (cell: Cell | undefined, { equation, place, by, own, shares }: Break): Localized => {
    const table = cell ? tableName(cell) : { 'zh-CN': '', en: '' };
    const from = named(shares.map(({ name, by: share }) => `${name}（${share}）`));
    const said: Localized =
      shares.length === 0
        ? {
            'zh-CN': '各单位都成立，是汇总报告自己的错误',
            en: 'it holds in every member’s report, so the mistake is the parent’s own',
          }
        : own === 0
          ? {
              'zh-CN': `全部来自所属单位的报告：${from['zh-CN']}；应先由该单位改正，汇总本身无误`,
              en: `all of it comes from ${from.en}, to be corrected there first; the roll-up itself is right`,
            }
          : {
              'zh-CN': `其中所属单位的报告带来 ${by - own}（${from['zh-CN']}），其余 ${own} 是汇总报告自己的`,
              en: `${by - own} of it comes from ${from.en}, and ${own} is the parent’s own`,
            };
    return {
      'zh-CN': `${table['zh-CN']}${quoted(lineLabel(place))}${equation} 两边相差 ${by}：${said['zh-CN']}`,
      en: `${table.en}, ${quoted(lineEnglish(place))}: the sides of ${equation} differ by ${by}; ${said.en}`,
    };
  },
  uneven: ({ address }: Cell, actual: number, expected: number, names: readonly string[]): Localized => ({
    'zh-CN': `${address['zh-CN']}：汇总报告 ${actual}，按上年推算为 ${expected}；没有上年报告的单位有 ${named(names)['zh-CN']}，如属机构改革、合并，可以不衔接`,
    en: `${address.en}: the parent has ${actual}, and last year’s reports would give ${expected}; last year’s report is missing for ${named(names).en}; where bodies were reorganized, the two need not agree`,
  }),
  undecided: {
    nothingAdded: {
      'zh-CN': '没有可以相加的报告；请检查年度和单位名单',
      en: 'there is no report to add; check the year and the list of members',
    },
    lacking: (names: readonly string[], hasParent: boolean): Localized => ({
      'zh-CN': `尚缺 ${names.length} 个单位的报告：${named(names)['zh-CN']}；汇总数暂不能确定${hasParent ? '。报送齐全之前，少计只有在已报送的合计超过汇总报告时才能发现，多计（重复、误计）无法发现' : ''}`,
      en: `${counted(names.length, 'report is', 'reports are')} missing: ${named(names).en}; the sum is not known yet${hasParent ? '. Until all have filed, a figure of the parent that is too small shows only where those filed already come to more; one that is too large does not show' : ''}`,
    }),
    several: (
      name: string,
      count: number,
      differing: Cell | undefined,
      values: readonly (number | null)[],
    ): Localized => {
      const shown = values.slice(0, MAX_NAMED);
      return {
        'zh-CN': `“${name}”报送了 ${count} 份报告，数字不同，没有计入${differing ? `：${differing.address['zh-CN']}分别为 ${shown.map((value) => value ?? '缺数').join('、')}` : ''}；请确定以哪一份为准，去掉其余的`,
        en: `“${name}” filed ${count} reports whose figures differ, so none was added${differing ? `: ${differing.address.en} is ${shown.map((value) => value ?? 'no figure').join(', ')}` : ''}; decide which one is valid, and remove the others`,
      };
    },
    blank: (name: string, count: number): Localized => ({
      'zh-CN': `“${name}”有 ${count} 格空白；空白不等于 0，这些格的汇总数暂不能确定`,
      en: `${counted(count, 'cell')} of “${name}” ${count === 1 ? 'is' : 'are'} blank; a blank is not 0, so the sum is not known there`,
    }),
    unusable: (owner: Localized, unusable: readonly UnusableFigure[]): Localized => {
      const shown = unusable.slice(0, MAX_NAMED);
      const rest = unusable.length - shown.length;
      return {
        'zh-CN': `${owner['zh-CN']}有 ${unusable.length} 格的数不能相加（${shown.map(({ cell, figure }) => `${cell.address['zh-CN']}为 ${figure}，${whyUnusable(cell, figure)['zh-CN']}`).join('；')}${rest > 0 ? `；另有 ${rest} 格` : ''}）；没有计入，请改正`,
        en: `${counted(unusable.length, 'figure')} of ${owner.en} cannot be added (${shown.map(({ cell, figure }) => `${cell.address.en} is ${figure}, ${whyUnusable(cell, figure).en}`).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}) and ${unusable.length === 1 ? 'was' : 'were'} left out; correct ${unusable.length === 1 ? 'it' : 'them'}`,
      };
    },
    tooLarge: (count: number): Localized => ({
      'zh-CN': `有 ${count} 格的合计太大，无法精确表示；这些格的汇总数不能确定，请核对各单位的数`,
      en: `the sum of ${counted(count, 'cell')} is too large to be exact, and is not known there; check the figures of the members`,
    }),
    blankAtParent: (count: number): Localized => ({
      'zh-CN': `汇总报告有 ${count} 格缺数，没有比较`,
      en: `${counted(count, 'cell')} of the parent ${count === 1 ? 'has' : 'have'} no figure and ${count === 1 ? 'was' : 'were'} not compared`,
    }),
    excess: {
      'zh-CN':
        '已报送的合计超过汇总报告，可能是这些格填报偏小，也可能有单位漏计、误用旧数，仅凭已知的数无法判断；请逐格核对',
      en: 'the reports filed come to more than the parent’s: its cells may be too small, or a body was left out or its old figures were taken; what is known so far does not tell which; check cell by cell',
    },
    unexplained: (isPartial: boolean): Localized => ({
      'zh-CN': `没有找到简单的原因（三处以内的漏计、重计、误用或者填错${isPartial ? '，仅限各单位都有数的格' : ''}）；请逐格核对差额`,
      en: `no simple cause was found (at most three bodies left out, counted twice or taken wrongly, or cells mistyped${isPartial ? ', in the cells that every member fills in' : ''}); check the differences cell by cell`,
    }),
  },
  diagnosis: (diagnosis: Omit<RollUpDiagnosis, 'message'>): Localized => {
    const { settles, alternatives, exact } = diagnosis;
    const said = explanationText(diagnosis);
    const others = alternatives.slice(0, MAX_NAMED).map(explanationText);
    const unsure = exact
      ? { 'zh-CN': '', en: '' }
      : { 'zh-CN': '，未能查遍所有可能', en: '; not every possibility was searched' };
    const sure: Localized =
      alternatives.length === 0
        ? {
            'zh-CN': exact ? '，这是唯一同样简单的解释' : unsure['zh-CN'],
            en: exact ? '; nothing else is as simple' : unsure.en,
          }
        : {
            'zh-CN': `，另有 ${alternatives.length} 种同样简单的解释：${others.map((each) => each['zh-CN']).join('；或者')}${unsure['zh-CN']}`,
            en: `; ${counted(alternatives.length, 'other explanation is', 'other explanations are')} as simple: ${others.map(({ en }) => en).join('; or ')}${unsure.en}`,
          };
    if (settles.every(({ rule }) => rule === 'AGG-02')) return excessText(diagnosis);
    return {
      'zh-CN': `最可能：${said['zh-CN']}；可以解释 ${settles.length} 处差异${sure['zh-CN']}`,
      en: `Most likely: ${said.en}; it explains ${counted(settles.length, 'difference')}${sure.en}`,
    };
  },
  states: {
    filed: { 'zh-CN': '已报送', en: 'filed' },
    withErrors: { 'zh-CN': '已报送，数字有误', en: 'filed, with errors' },
    incomplete: { 'zh-CN': '已报送，不完整', en: 'filed, incomplete' },
    missing: { 'zh-CN': '未报送', en: 'missing' },
    otherYear: { 'zh-CN': '只报送了其他年度', en: 'for another year only' },
    ambiguous: { 'zh-CN': '报送了多份，数字不同', en: 'filed several that differ' },
    outside: { 'zh-CN': '垂直领导，仅列示', en: 'vertical system, shown only' },
    contained: { 'zh-CN': '已含在其他单位中', en: 'contained in another' },
  } satisfies Readonly<Record<MemberState, Localized>>,
};
