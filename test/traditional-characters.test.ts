import { readdirSync, readFileSync } from 'node:fs';
import { Converter as fromSimplified } from 'opencc-js/cn2t';
import { Converter as fromTraditional } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';
import { simplified } from '../src/form/simplified.ts';
import { readText } from '../src/formats/text/index.ts';
import {
  type AnyDraft,
  agencyOf,
  type CheckResult,
  checkReport,
  parseTitle,
  statementsIn,
} from '../src/index.ts';
import { asRead, optionsOf, type RuleCase, reportOf, ruleCases, sourceOf } from './rule-cases.ts';

/** How the same text is written in general, in Taiwan and in Hong Kong. */
const writings = (['t', 'tw', 'hk'] as const).map((to) => [to, fromSimplified({ from: 'cn', to })] as const);
/** How such texts are read. */
const readings = (['t', 'tw', 'hk'] as const).map((from) => fromTraditional({ from, to: 'cn' }));
/** Variants that are characters of their own in simplified texts. */
const ALSO_SIMPLIFIED = '著拚';
type Write = (text: string) => string;

/** A report of which everything that is text is written otherwise. */
function written<Draft extends AnyDraft>(report: Draft, write: Write): Draft {
  const { title, agency } = report;
  const sections = Object.entries(report.sections).map(([section, blocks]) => [
    section,
    blocks?.map((block) => ({ ...block, text: write(block.text) })),
  ]);
  return {
    ...report,
    ...(title === undefined ? {} : { title: write(title) }),
    agency: { ...agency, name: agency.name && write(agency.name) },
    sections: Object.fromEntries(sections),
  };
}

/** What was found, without the words in which it is said, which quote the text. */
const foundIn = ({ verdict, findings, undecided }: CheckResult) => ({
  verdict,
  findings: findings.map(({ rule, severity, cells, expected, actual }) => ({
    rule,
    severity,
    cells,
    expected,
    actual,
  })),
  undecided: undecided.map(({ rule, cells }) => ({ rule, cells })),
});

const folder = new URL('../examples/reports/', import.meta.url);
const examples = readdirSync(folder).filter((name) => /\.(?:json|txt)$/u.test(name));
const example = (name: string) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return name.endsWith('.json') ? (JSON.parse(text) as AnyDraft) : readText(text).draft;
};

describe.each(writings)('in traditional characters (%s)', (_, write) => {
  test.each(examples)('%s has the findings that it has in simplified ones', (name) => {
    const report = example(name);
    expect(foundIn(checkReport(written(report, write)))).toEqual(foundIn(checkReport(report)));
  });

  test('a printed report is read with the figures and findings that it has in simplified ones', () => {
    const text = readFileSync(new URL('zhongwei-tuiyijunrenju-2024.txt', folder), 'utf8');
    const [reading, simple] = [readText(write(text)), readText(text)];
    expect(reading.draft.tables).toEqual(simple.draft.tables);
    expect(foundIn(checkReport(reading))).toEqual(foundIn(checkReport(simple)));
  });

  test('a title and the name of an agency say what they say in simplified ones', () => {
    const name = '淮安市洪泽区发展和改革委员会';
    expect(parseTitle(write(`关于${name}2024年政府信息公开工作情况的报告`))).toEqual({
      agency: write(name),
      year: 2024,
    });
    expect(agencyOf(write(name))).toEqual(agencyOf(name));
  });

  test('statements are found, and quoted as they are printed', () => {
    const text =
      '2024年，共 收到政府信息公开申请 15 件，结转下年度继续办理2件；无行政复议纠错和行政诉讼败诉。';
    const expected = statementsIn(text, { year: 2024 }).map((said) => ({ ...said, text: write(said.text) }));
    expect(expected).toHaveLength(4);
    expect(statementsIn(write(text), { year: 2024 })).toEqual(expected);
  });
});

const [, inGeneral] = writings[0] ?? expect.fail();

test.each(Object.keys(ruleCases))(
  '%s finds in traditional characters what it finds in simplified ones',
  (id) => {
    const { breaks, holds = [], undecided = [] } = ruleCases[id] ?? { breaks: [] };
    const check = (ruleCase: RuleCase, change: Write) => {
      const { previous, ...options } = optionsOf(ruleCase);
      const before = previous && { previous: written(previous as AnyDraft, change) };
      const report = written(reportOf(ruleCase), change);
      return foundIn(checkReport(asRead(report, sourceOf(ruleCase)), { ...options, ...before }));
    };
    for (const ruleCase of [...breaks, ...holds, ...undecided])
      expect(check(ruleCase, inGeneral)).toEqual(check(ruleCase, (text) => text));
  },
);

test('what a finding quotes is what is printed', () => {
  const report = example('huaian-shi-2024.json');
  const said = '收到政府信息公開申請1,231件';
  const sections = { ...report.sections, overview: [{ kind: 'paragraph' as const, text: `全年${said}。` }] };
  const messages = checkReport({ ...report, sections } as AnyDraft).findings.map(({ message }) => message);
  expect(messages.filter((message) => message.includes(said))).toHaveLength(1);
});

describe('simplified', () => {
  test('leaves each character in its place', () => {
    expect(simplified('開𠮷，發布ABC 1')).toBe('开𠮷，发布ABC 1');
  });

  test('leaves a text in simplified characters as it is', () => {
    for (const text of [
      ...Object.values(ruleCases).flatMap(({ breaks }) => breaks.map((one) => JSON.stringify(one))),
    ])
      expect(simplified(text)).toBe(text);
  });

  test('knows every character that the words of the library may be written in', () => {
    const source = new URL('../src/', import.meta.url);
    const ours = new Set(
      ['form', 'report', 'rules', 'reading'].flatMap((part) =>
        readdirSync(new URL(part, source), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts') && name !== 'simplified.ts')
          .flatMap((name) => [...readFileSync(new URL(`${part}/${name}`, source), 'utf8')]),
      ),
    );
    const characters = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at));
    const unknown = characters.flatMap((character) => {
      const [one] = readings.map((read) => read(character)).filter((read) => read !== character);
      const isOurs = one !== undefined && ours.has(one) && !ALSO_SIMPLIFIED.includes(character);
      return isOurs && simplified(character) !== one ? [character + one] : [];
    });
    expect(unknown).toEqual([]);
  });
});
