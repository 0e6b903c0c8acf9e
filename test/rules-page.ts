import { checkReport, definitions, type Finding, type Locale, type Rule, rulesOf } from '../src/index.ts';
import { givenOf, optionsOf, type RuleCase, ruleCases } from './rule-cases.ts';

const rules = rulesOf();

const words = {
  'zh-CN': {
    title: '核对规则',
    intro:
      '`checkReport` 核对的全部规则。编号长期有效，停用后不再改作他用。级别分为：错误，违反格式或者总计的含义；提醒，需要核实；提示，供参考。每条规则写明依据，附一个最小的错误示例和相应的提示文字。',
    families: {
      arithmetic: '勾稽关系',
      cells: '单元格',
      plausibility: '合理性',
      continuity: '与上年比较',
      structure: '结构',
      fees: '信息处理费',
      publication: '公布',
    },
    severity: '级别',
    severities: { error: '错误', warning: '提醒', info: '提示' },
    authority: '依据',
    authorities: {
      law: '法律法规',
      form: '格式',
      guidance: '通知要求',
      practice: '参考做法，不作为依据',
      inference: '由栏目含义推断',
    },
    colon: '：',
    bracketed: (text: string) => `（${text}）`,
    formula: '公式',
    example: '把样例报告的',
    becomes: '改为',
    says: '时提示：',
    blank: '空白',
    comma: '，',
    more: '等',
    definitions: '释义',
    definitionsIntro: '填报时要知道、程序无法核对的口径。',
    reading: '读取',
    readingIntro: '读取来源文件时的规则；没有读全的报告不会通过。',
  },
  en: {
    title: 'The rules',
    intro:
      'Every rule that `checkReport` runs. A number is never given to another rule. Severity: error, against the form or the meaning of a total; warning, to be looked at; info, a hint. Each rule has its authority, the smallest change that breaks it, and the message.',
    families: {
      arithmetic: 'Equations',
      cells: 'Cells',
      plausibility: 'Plausibility',
      continuity: 'Compared with last year',
      structure: 'Structure',
      fees: 'Information-processing fee',
      publication: 'Publication',
    },
    severity: 'Severity',
    severities: { error: 'error', warning: 'warning', info: 'info' },
    authority: 'Authority',
    authorities: {
      law: 'law',
      form: 'printed on the form',
      guidance: 'guidance of a higher office',
      practice: 'practice elsewhere, for reference',
      inference: 'inferred from the headings',
    },
    colon: ': ',
    bracketed: (text: string) => ` (${text})`,
    formula: 'Formula',
    example: 'With',
    becomes: '=',
    says: 'in the sample report, the message is:',
    blank: 'blank',
    comma: ', ',
    more: ' and so on',
    definitions: 'Definitions',
    definitionsIntro: 'What people have to know to fill the form in, and no program can check.',
    reading: 'Reading',
    readingIntro: 'What a source has to fulfil. A report that was not read completely never passes.',
  },
} as const;

/** Writes docs/rules.md: every rule, why it holds, and what it says. */
export function rulesPage(locale: Locale): string {
  const say = words[locale];
  const file = 'test/docs.test.ts';
  return `${[
    `# ${say.title}`,
    `<!-- Generated from src/rules; \`npx vitest run ${file} -u\` writes it anew. -->`,
    say.intro,
    ...Object.entries(say.families).flatMap(([family, name]) => [
      `## ${name}`,
      ...rules.filter((rule) => rule.family === family).map((rule) => ruleEntry(rule, locale)),
    ]),
    `## ${say.reading}`,
    say.readingIntro,
    rules
      .filter(({ family }) => family === 'reading')
      .map(({ id, text, severity }) => `- **${id}** (${say.severities[severity]}) ${text[locale]}`)
      .join('\n'),
    `## ${say.definitions}`,
    say.definitionsIntro,
    definitions
      .map(({ id, text, authority }) => `- **${id}** ${text[locale]} (${authority.citation[locale]})`)
      .join('\n'),
  ].join('\n\n')}\n`;
}

function ruleEntry({ id, family, severity, text, formula, authority }: Rule, locale: Locale): string {
  const say = words[locale];
  const [example] = ruleCases[id]?.breaks ?? [];
  if (!example) throw new Error(`No case breaks ${id}.`);
  const messages = checkReport(givenOf(example), { ...optionsOf(example), locale, families: [family] })
    .findings.filter((finding: Finding) => finding.rule === id)
    .map(({ message }) => `> ${message}`);
  // a list of contents has room for the first words only; what is more stands below
  const whole = text[locale].replaceAll('<', '\\<'); // no markup
  const short = whole.replace(/(?:[；;].*|（[^（）]*）| \([^()]*\))$/u, '');
  return [
    `### ${id} ${short}`,
    ...(short.length < whole.length ? [whole] : []),
    [
      `- ${say.severity}${say.colon}${say.severities[severity]}`,
      `- ${say.authority}${say.colon}${authority.citation[locale]}${say.bracketed(say.authorities[authority.kind])}`,
      ...(formula === undefined ? [] : [`- ${say.formula}${say.colon}\`${formula}\``]),
    ].join('\n'),
    `${say.example} ${changesOf(example, locale)} ${say.says}`,
    messages.join('\n>\n'),
  ].join('\n\n');
}

/** What a case changes of the sample report, in words. */
function changesOf(
  { figures = {}, report = {}, sections = {}, source = {}, previous = {} }: RuleCase,
  locale: Locale,
): string {
  const say = words[locale];
  const values = {
    ...figures,
    ...flat(report),
    ...sections,
    ...flat(source, 'source.'),
    ...flat(previous, 'previous.'),
  };
  const reported = Object.entries(values).map(([path, value]) => {
    const text =
      value === null ? say.blank : typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
    return `\`${path}\` ${say.becomes} ${text.length > 80 ? `${text.slice(0, 40)}…` : text}`;
  });
  const few = reported.slice(0, 4);
  return few.join(say.comma) + (reported.length > few.length ? say.more : '');
}

function flat(object: object, before = ''): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [`${before}${key}`, value]));
}

/** Writes docs/rules.json: the rules as data, for systems in other languages. */
export function rulesJson(): string {
  const all = rules.map(({ instances: _, ...rule }) => rule);
  return `${JSON.stringify({ rules: all, definitions }, null, 2)}\n`;
}
