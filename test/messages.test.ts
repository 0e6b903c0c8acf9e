import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { checkReport, form2021, parseReport, rulesOf } from '../src/index.ts';
import { readingRules } from '../src/rules/reading.ts';
import { sample, sampleWith } from './sample.ts';

const rules = rulesOf();

const text = renderText(sample());

/** Sources that make the reader say everything it can say. */
const sources: Readonly<Record<string, string>> = {
  empty: '',
  'no report': '你好',
  'broken off': text.slice(0, text.indexOf('（五）不予处理')),
  'two reports': text + text,
  'heading of 2019': text.replace('本年处理决定数量', '上一年项目数量'),
  'too long': '长'.repeat(600_000),
  'a figure too many': text.replace('| 2.重复申请 | 25 |', '| 2.重复申请 | 25 | 1 |'),
  'many figures too many': text.replace('| 行政许可 | 447228 |', `| 行政许可 |${' 1 |'.repeat(30)}`),
  'rows without figures': text.replace(/(\| [1-4]\.[^|\n]*)(?: \| \d+){7} \|/g, '$1 |'),
  'no tables': form2021.sections.map(({ label }) => `${label}\n\n见附件。`).join('\n\n'),
  'no section 4': text.slice(0, text.indexOf('四、政府信息公开')) + text.slice(text.indexOf('五、存在')),
  'marks for zero': text.replaceAll('| 0 ', '| / '),
  'other headings': text.replace('科研机构', '项目单位'),
  'undivided row': text
    .split('\n')
    .filter((line) => !line.includes('2.申请人逾期') && !line.includes('3.其他 |'))
    .map((line) => line.replace(/（六）其他处理 \| 1\.申请人[^|]*\|/, '（六）其他处理 |'))
    .join('\n'),
};

/** Clerks cannot do anything with the name of an option or a function. */
const NAME_IN_A_PROGRAM = /`|max[A-Z]|parse[A-Z]/u;

/** A message in English may quote the source and name the document, and nothing else in Chinese. */
function foreign(message: string): string {
  return message.replace(/“[^”]*”|国办公开办函〔\d+〕\d+号|万元/gu, '').replace(/[^\p{Script=Han}]/gu, '');
}

describe('what the reader objects to is said in both languages', () => {
  test.each(Object.entries(sources))('%s', (_, source) => {
    const chinese = readText(source).problems;
    const english = readText(source, { locale: 'en' }).problems;
    expect(chinese.length).toBeGreaterThan(0);
    expect(english.map(({ rule, fingerprint }) => [rule, fingerprint])).toEqual(
      chinese.map(({ rule, fingerprint }) => [rule, fingerprint]),
    );
    expect(chinese.map(({ message }) => message)).toMatchSnapshot();
    expect(english.map(({ message }) => message)).toMatchSnapshot();
    for (const { message } of english) expect(foreign(message)).toBe('');
    for (const { message } of [...chinese, ...english]) expect(message).not.toMatch(NAME_IN_A_PROGRAM);
  });

  test('and every rule about reading is among them', () => {
    const reported = new Set(
      [
        ...Object.values(sources).map((source) => readText(source)),
        readHtml(renderHtml(sampleWith({ 'licensing.licenses.decisions': null })), { blanks: 'zero' }),
        readHtml(renderHtml(sample()).replace('单位：万元', '单位：元')),
        readHtml(`<a href="x.pdf">x</a>`),
        readHtml(`<div hidden>${renderHtml(sample(), { fragment: true })}</div>`),
      ].flatMap(({ problems }) => problems.map(({ rule }) => rule)),
    );
    reported.add('READ-12').add('READ-13'); // damaged files, another edition: see read-files.test.ts
    expect([...reported].sort()).toEqual(readingRules.map(({ id }) => id));
  });
});

describe('what is wrong with a report in JSON is said in both languages', () => {
  const wrong: readonly unknown[] = [
    null,
    { ...sample(), form: '2019' },
    { ...sample(), year: 'x', scope: null, extra: 1, publishedOn: 'today' },
    {
      ...sample(),
      tables: { ...sample().tables, licensing: { licenses: { decisions: 1.5 } }, enforcement: undefined },
    },
    { ...sample(), tables: { ...sample().tables, fees: { administrativeFees: { amountWan: 0.1234567 } } } },
    sampleWith({ 'licensing.licenses.decisions': Number.NaN, 'enforcement.penalties.decisions': 2 ** 60 }),
    { ...sample(), agency: { name: '', kind: 'ministry', level: 3 } },
    { ...sample(), sections: { overview: [{ kind: 'picture' }, 'text'] }, contact: [] },
    { ...sample(), ...Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`key${at}`, 0])) },
  ];

  test.each(wrong.map((json, at) => [at, json] as const))('case %d', (_, json) => {
    const reported = (['zh-CN', 'en'] as const).map((locale) => {
      const parsed = parseReport(json, { locale });
      return parsed.ok ? [] : parsed.problems;
    });
    const [chinese = [], english = []] = reported;
    expect(chinese.length).toBeGreaterThan(0);
    expect(english.map(({ path, code }) => [path, code])).toEqual(
      chinese.map(({ path, code }) => [path, code]),
    );
    for (const { message } of english) expect(foreign(message)).toBe('');
    for (const { message } of chinese) expect(message).toMatch(/\p{Script=Han}/u);
    expect(reported.map((problems) => problems.slice(0, 12).map(({ message }) => message))).toMatchSnapshot();
  });
});

test('the catalogue speaks both languages', () => {
  for (const { text: said, authority } of rules) {
    expect(said['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(
      foreign(
        said.en.replace(
          /规章|（六）其他处理|[一二三四五六]|<agency><year>年政府信息公开工作年度报告|“[^”]*”|无/gu,
          '',
        ),
      ),
    ).toBe('');
    expect(authority.citation['zh-CN']).not.toBe('');
    expect(authority.citation.en).not.toBe('');
  }
});

test('undecided equations are reported in English', () => {
  const blank = sampleWith({ 'disputes.reconsideration.upheld': null });
  expect(checkReport(blank, { locale: 'en' }).undecided.map(({ message }) => message)).toEqual([
    'Table 4, part “Administrative reconsideration”: “Upheld” is blank, so this cannot be checked (Total equals the four items before it)',
  ]);
});
