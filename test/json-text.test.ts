import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../src/formats/json/json-text.ts';
import { sample } from './sample.ts';

const whyNot = (text: string, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const json = parseJson(text);
  return json.ok ? undefined : json.reason[locale];
};

test.each([
  ['{"a": 1,}', '第 9 个字符起不合写法：}'],
  ['{"a" 1}', '第 6 个字符起不合写法：1}'],
  ['{a: 1}', '第 2 个字符起不合写法：a: 1}'],
  ['[1 2]', '第 4 个字符起不合写法：2]'],
  ['[01]', '第 2 个字符起不合写法：01]'],
  ['[12件]', '第 4 个字符起不合写法：件]'],
  ['[True]', '第 2 个字符起不合写法：True]'],
  ['[]]', '第 3 个字符起不合写法：]'],
  ['{"path": "C:\\报告"}', '第 13 个字符起不合写法：\\报告"}'],
  ['{\n  "a": “甲”,\n}', '第 2 行第 8 个字符起不合写法：“甲”, }'],
  ['{\n  "a": "甲,\n  "b": 1\n}', '第 2 行第 8 个字符起不合写法："甲,   "b": 1 }'],
  ['{"a": [1, {}, [], "甲\\n\\u7532", -1.5e3, null', '内容没有结尾，可能不完整'],
  ['{"a": "甲', '内容没有结尾，可能不完整'],
])('%j is no JSON: %s', (text, reason) => {
  expect(whyNot(text)).toBe(reason);
});

test('in English says the same', () => {
  expect(whyNot('[1,\n2,]', 'en')).toBe('wrong from line 2, character 3 on: ]');
  expect(whyNot('[1', 'en')).toBe('it breaks off before its end');
  expect(whyNot('[1]')).toBeUndefined();
});

test('what is left of JSON that breaks off anywhere has no wrong character', () => {
  const whole = JSON.stringify({ ...sample(), remarks: { a: '甲\u0001\n"' } });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
      expect(whyNot(whole.slice(0, length))).toBe('内容没有结尾，可能不完整');
    }),
  );
});

test('a text of any sort is told apart', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[[\]{},:"\\truefalsn0-9.e -]*$/), (text) => {
      expect(whyNot(text) === undefined).toBe(parseJson(text).ok);
    }),
  );
});
