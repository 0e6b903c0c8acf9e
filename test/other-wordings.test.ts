import { expect, test } from 'vitest';
import { quoted } from '../src/form/in-language.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { checkReport } from '../src/index.ts';
import { sample } from './sample.ts';

const text = renderText(sample());
const wordings = (source: string) =>
  checkReport(readText(source))
    .findings.filter(({ rule }) => rule === 'STR-03')
    .map(({ message }) => message);

test.each([
  ['2.其他法律行政法规禁止公开', '2．其他法律、行政止公开'],
  ['4.保护第三方合法权益', '4.保护“第三方”合法利益'],
])('a label in other words than %s is quoted as it is printed', (label, printed) => {
  const changed = text.replace(label, printed);
  expect(changed).not.toBe(text);
  expect(wordings(changed)).toEqual([`${quoted(printed)}在格式中是${quoted(label)}`]);
});

test.each(['2.没有现成信息需要另行', '3.补正后申请内容仍', '（七'])(
  'a label with which the text breaks off (%s) is no other wording',
  (end) => {
    const cut = text.slice(0, text.indexOf(end) + end.length);
    expect(cut.endsWith(end)).toBe(true);
    expect(wordings(cut)).toEqual([]);
    expect(readText(cut).problems.map(({ rule }) => rule)).toContain('READ-02');
  },
);
