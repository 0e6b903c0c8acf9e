import { describe, expect, test } from 'vitest';
import {
  type AnyDraft,
  checkReport,
  LocalizedError,
  parseReport,
  readReport,
  startChecking,
} from '../src/index.ts';
import { lastYear, sample } from './sample.ts';

/** What a program may pass where nothing checks its types. */
type Wrong = never;

/** The message of what a call throws or rejects with. */
async function refusal(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    const [message] = [String((error as Error).message)];
    // what the engine itself says of a value it stumbled over is no answer
    expect(message).not.toMatch(/undefined \(reading|is not a function|is not iterable|Cannot convert/u);
    return message;
  }
  return 'nothing was refused';
}

const reading = () => readReport(JSON.stringify(lastYear()));

describe('the check refuses options that it would not understand, in words', () => {
  test.each<[what: string, options: () => unknown, message: string]>([
    ['a language there is not', () => ({ locale: 'fr' }), "`locale` is 'fr'. Give 'zh-CN' or 'en'"],
    ['an option there is not', () => ({ famlies: ['cells'] }), 'checkReport has no option `famlies`'],
    ['no options', () => null, 'The options of checkReport are null'],
    ['a reading as last year’s report', reading, 'this is a reading. Give its `draft`.'],
    [
      'a result of parsing as last year’s report',
      () => parseReport(lastYear()),
      'this is what a parser gave. Give its `value`',
    ],
    [
      'an empty object as last year’s report',
      () => ({}),
      'this is an object that is not a report. Turn JSON',
    ],
    ['a list as last year’s report', () => [lastYear()], 'this is a list.'],
    ['null as last year’s report', () => null, 'this is null.'],
    ['a sibling that is none', () => ({ siblings: [{}] }), 'can be compared as a sibling'],
    ['siblings that are no list', () => ({ siblings: sample() }), '`siblings` is an object. Give a list of'],
    ['a locked cell there is not', () => ({ locked: ['a.b.c'] }), "`locked` names 'a.b.c', which is no cell"],
    ['weights by no cell', () => ({ weights: { x: 1 } }), "`weights` names 'x', which is no cell"],
    [
      'a weight below 0',
      () => ({ weights: { 'applications.granted.total': -1 } }),
      'the weight -1. Give a number above 0',
    ],
    ['a family in place of a list', () => ({ families: 'cells' }), "`families` is 'cells'. Give a list"],
    ['packs that are no list', () => ({ packs: {} }), '`packs` is an object. Give a list of packs'],
    ['a day that is none', () => ({ today: 'tomorrow' }), "`today` is 'tomorrow'. Give a day as YYYY-MM-DD"],
    [
      'waivers that end on no day',
      () => ({ waivers: [{ rule: 'T3-01', reason: 'x', expires: 'tomorrow' }] }),
      'waivers.0.expires: found “tomorrow”; YYYY-MM-DD was expected',
    ],
    [
      'waivers that end on a day no calendar has',
      () => ({ waivers: [{ rule: 'T3-01', reason: 'x', expires: '2025-02-30' }] }),
      'waivers.0.expires: there is no day 2025-02-30',
    ],
    [
      'waivers without a reason',
      () => ({ waivers: [{ rule: 'T3-03' }] }),
      'waivers.0.reason: missing; at least one character was expected',
    ],
    [
      'waivers for an empty reason',
      () => ({ waivers: [{ rule: 'T3-01', reason: '' }] }),
      'waivers.0.reason: found “”; at least one character was expected',
    ],
    [
      'waivers with a cell in place of a list',
      () => ({ waivers: [{ rule: 'T3-01', reason: 'x', cells: 'applications.granted.total' }] }),
      'waivers.0.cells: found “applications.granted.total”; a list of names of cells',
    ],
    [
      'waivers with a key there is not',
      () => ({ waivers: [{ rule: 'T3-01', reason: 'x', until: '2030-01-01' }] }),
      'waivers.0.until: there is no item named “until”',
    ],
    ['a waiver that is null', () => ({ waivers: [null] }), 'waivers.0: found “null”; an object {…}'],
    ['waivers that are no list', () => ({ waivers: {} }), 'waivers: found “{…}”; a list […] was expected'],
  ])('%s', async (what, options, message) => {
    const given = await options();
    const all = (what.includes('last year') ? { previous: given } : given) as Wrong;
    expect(await refusal(() => checkReport(sample(), all))).toContain(message);
    expect(await refusal(() => startChecking(sample(), all))).toContain(message);
  });

  test('of waivers, which people write, in both languages', () => {
    const waivers = [{ rule: 'T3-03', reason: '', expires: '2025-02-30' }];
    const check = () => checkReport(sample(), { waivers });
    expect(check).toThrow(LocalizedError);
    expect(() => check()).toThrow(
      expect.objectContaining({
        messages: expect.objectContaining({ 'zh-CN': expect.stringContaining('waivers.0.reason：') }),
      }),
    );
  });

  test('an option that is undefined is left out', () => {
    const options = { locale: undefined, previous: undefined, waivers: undefined, other: undefined };
    expect(checkReport(sample(), options)).toEqual(checkReport(sample()));
  });

  test('what is given to be checked is named', async () => {
    const check = (given: unknown) => refusal(() => checkReport(given as AnyDraft));
    expect(await check(parseReport(sample()))).toContain('this is what a parser gave. Give its `value`');
    expect(await check(reading())).toContain('this is a promise. Await it.');
  });
});
