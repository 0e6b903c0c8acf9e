import { describe, expect, it } from 'vitest';
import { checkReport, definePack, type Phrase, parsePack, type Report, startChecking } from '../src/index.ts';
import { sample } from './sample.ts';

const name = { 'zh-CN': '某市', en: 'a city' };
const GRANTED = 'applications.granted.total';
const PARTLY = 'applications.partiallyGranted.naturalPerson';
const { granted, partiallyGranted } = sample().tables.applications;
const sum = granted.total + partiallyGranted.naturalPerson;

const phrase: Phrase = {
  words: ['阳光答办'],
  quantity: 'granted',
  candidates: [{ plus: [GRANTED, PARTLY] }],
  unless: ['热线'],
};

function saying(text: string): Report {
  const report = sample();
  return { ...report, sections: { ...report.sections, overview: [{ kind: 'paragraph', text }] } };
}

const aboutGranted = (text: string, phrases: readonly Phrase[] = [phrase]) =>
  checkReport(saying(text), { packs: [definePack({ id: 'x', name, phrases })] }).findings.filter(
    ({ rule }) => rule === 'NARR-03',
  );

describe('a wording of a pack', () => {
  it('is compared with the cells that it names', () => {
    expect(aboutGranted(`收到政府信息公开申请3119件，阳光答办${sum}件。`)).toEqual([]);
    const [finding] = aboutGranted(`收到政府信息公开申请3119件，阳光答办${sum + 1}件。`);
    expect(finding?.cells).toEqual([GRANTED, PARTLY]);
    expect(finding?.message).toContain(`阳光答办${sum + 1}件`);
  });

  it('says nothing without the pack, beside words that exclude it, or of about so many', () => {
    const text = `收到政府信息公开申请3119件，阳光答办${sum + 1}件。`;
    expect(checkReport(saying(text)).findings.filter(({ rule }) => rule === 'NARR-03')).toEqual([]);
    expect(aboutGranted(`收到政府信息公开申请3119件，热线阳光答办${sum + 1}件。`)).toEqual([]);
    expect(aboutGranted(`收到政府信息公开申请3119件，阳光答办近${sum + 1}件。`)).toEqual([]);
  });

  it('is looked at again when a cell that it names changes', () => {
    const packs = [definePack({ id: 'x', name, phrases: [phrase] })];
    const session = startChecking(saying(`收到政府信息公开申请3119件，阳光答办${sum}件。`), { packs });
    const isBroken = () => session.result.findings.some(({ rule }) => rule === 'NARR-03');
    expect(isBroken()).toBe(false);
    session.set(PARTLY, partiallyGranted.naturalPerson + 5);
    expect(isBroken()).toBe(true);
  });

  it('is refused if it names a cell that the form does not have, with the place and what to write', () => {
    const pack = {
      id: 'x',
      name: 'x',
      phrases: [{ ...phrase, candidates: [{ plus: ['applications.no'] }] }],
    };
    const parsed = parsePack(pack, { locale: 'en' });
    expect(!parsed.ok && parsed.problems).toMatchObject([
      {
        path: 'phrases.0.candidates.0.plus.0',
        message: expect.stringMatching(/table\.row\.column, such as applications\.granted\.total/u),
      },
    ]);
    const made: unknown = pack;
    expect(() => definePack({ name, id: 'x', phrases: (made as { phrases: Phrase[] }).phrases })).toThrow(
      'the form has no cell “applications.no”',
    );
  });

  it.each([
    ['of a quantity that is none', { words: ['x'], quantity: 'nothing' }],
    ['without words', { words: [], quantity: 'granted' }],
    ['with an empty word, which would stand beside every figure', { words: [''], quantity: 'granted' }],
    ['with a program in it', { words: ['x'], quantity: 'granted', check: '() => []' }],
  ])('%s is refused', (_, wrong) => {
    expect(parsePack({ id: 'x', name: 'x', phrases: [wrong] }).ok).toBe(false);
  });
});
