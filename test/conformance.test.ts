import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { checkReport, parseDraft } from '../src/index.ts';
import { type ConformanceFile, conformanceFile, expectedOf, optionsOfCase } from './conformance-kit.ts';
import { asRead, judgingRules } from './rule-cases.ts';

const folder = new URL('../conformance/', import.meta.url);

describe('the conformance kit', () => {
  test.each(judgingRules)('of $id is fresh', async (rule) => {
    await expect(conformanceFile(rule)).toMatchFileSnapshot(`../conformance/${rule.id}.json`);
  });

  test('has a file for every rule and no other', async () => {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(judgingRules.map(({ id }) => `${id}.json`).sort());
  });

  test.each(judgingRules.map(({ id }) => id))('of %s says what we find', async (id) => {
    const file: ConformanceFile = JSON.parse(await readFile(new URL(`${id}.json`, folder), 'utf8'));
    const outcomes = new Set<string>();
    for (const { expected, outcome, name, ...given } of file.cases) {
      outcomes.add(outcome);
      const result = checkReport(
        asRead(given.report, given.source),
        optionsOfCase({ ...given, outcome, name }),
      );
      expect.soft(expectedOf(result), name).toEqual(expected);
      const reported = result.findings.some(({ rule }) => rule === id);
      const open = result.undecided.some(({ rule }) => rule === id);
      expect.soft(reported ? 'broken' : open ? 'undecided' : 'holds', name).toBe(outcome);
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(['holds', 'broken']));
  });

  test('consists of reports of the contract, but for what a rule about figures is there to catch', async () => {
    for (const { id } of judgingRules) {
      const file: ConformanceFile = JSON.parse(await readFile(new URL(`${id}.json`, folder), 'utf8'));
      for (const { report, name } of file.cases) {
        const parsed = parseDraft(report);
        const strange = ['CELL-01', 'CELL-02', 'T2-01'].includes(id);
        if (!strange) expect.soft(parsed.ok ? [] : parsed.problems, name).toEqual([]);
      }
    }
  });
});
