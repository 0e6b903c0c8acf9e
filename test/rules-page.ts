import { checkReport, type Finding, type Locale, type Rule, rules } from '../src/index.ts';
import { readingRules } from '../src/reading.ts';
import { broken } from './broken.ts';
import { lastYear, sampleWith } from './sample.ts';

const words = {
  'zh-CN': {
    title: '核对规则',
    intro:
      '`checkReport` 核对的全部规则，按编号永久有效。级别：错误，违反格式或总计的含义；提醒，需要核对；提示，仅供参考。依据分为：law 法律法规，form 格式本身，guidance 上级通知，practice 已公布报告的做法，inference 由栏目含义推断。每条规则附一个最小的错误示例和相应的提示文字。',
    families: { arithmetic: '勾稽关系', cells: '单元格', continuity: '与上年比较' },
    severity: '级别',
    severities: { error: '错误', warning: '提醒', info: '提示' },
    authority: '依据',
    formula: '公式',
    example: '把样例报告的',
    becomes: '改为',
    says: '时提示：',
    blank: '空白',
    reading: '读取',
    readingIntro: '读取来源文件时的规则；没有读全的报告不会通过。',
  },
  en: {
    title: 'The rules',
    intro:
      'Every rule that `checkReport` runs; numbers are for life. Severity: error, against the form or the meaning of a total; warning, to be looked at; info, a hint. Authority: law; form, printed on the form; guidance of a higher office; practice of published reports; inference from the meaning of the headings. Each rule comes with the smallest change that breaks it, and what is then said.',
    families: { arithmetic: 'Equations', cells: 'Cells', continuity: 'Compared with last year' },
    severity: 'Severity',
    severities: { error: 'error', warning: 'warning', info: 'info' },
    authority: 'Authority',
    formula: 'Formula',
    example: 'With',
    becomes: '=',
    says: 'in the sample report it says:',
    blank: 'blank',
    reading: 'Reading',
    readingIntro: 'What is asked of a source that is read; a report that was not read whole never passes.',
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
    Object.entries(readingRules)
      .map(([id, { text, severity }]) => `- **${id}** (${say.severities[severity]}) ${text[locale]}`)
      .join('\n'),
  ].join('\n\n')}\n`;
}

function ruleEntry({ id, family, severity, text, formula, authority }: Rule, locale: Locale): string {
  const say = words[locale];
  const [figures = {}] = broken[id] ?? [];
  const changes = Object.entries(figures).map(
    ([cell, figure]) => `\`${cell}\` ${say.becomes} ${figure ?? say.blank}`,
  );
  const messages = checkReport(sampleWith(figures), { locale, previous: lastYear(), families: [family] })
    .findings.filter((finding: Finding) => finding.rule === id)
    .map(({ message }) => `> ${message}`);
  return [
    `### ${id}`,
    text[locale],
    [
      `- ${say.severity}: ${say.severities[severity]}`,
      `- ${say.authority}: ${authority.kind}, ${authority.citation[locale]}`,
      ...(formula === undefined ? [] : [`- ${say.formula}: \`${formula}\``]),
    ].join('\n'),
    `${say.example} ${changes.join(locale === 'en' ? ', ' : '，')} ${say.says}`,
    messages.join('\n>\n'),
  ].join('\n\n');
}

/** Writes docs/rules.json: the rules as data, for systems in other languages. */
export function rulesJson(): string {
  const all = rules.map(({ check: _, ...rule }) => rule);
  const reading = Object.entries(readingRules).map(([id, rule]) => ({ id, family: 'reading', ...rule }));
  return `${JSON.stringify([...all, ...reading], null, 2)}\n`;
}
