import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cells, checkReport, figureAt, type Report, readReport } from '../src/index.ts';
import { sample } from './sample.ts';

/** What a file says besides the report, as its program would have it. */
interface Expected {
  /** What stands at the end of the text. */
  readonly notes?: readonly string[];
  /** Rules that have something to say besides. */
  readonly findings?: readonly string[];
  /** Why the file is not read whole yet; the test fails as soon as it is. */
  readonly knownFault?: string;
}

/** The files of `test/files/makers`, see README.md there. */
const files: Readonly<Record<string, Expected>> = {
  'chromium.pdf': {},
  'google-docs.html': {},
  'libreoffice-calc.html': {},
  // a page of the web counts its headings in digits, and has notes and foot of the pages at its end
  'libreoffice-writer.html': { notes: ['1按实际入库数填报。', '- 3 -'], findings: ['CELL-05', 'STR-03'] },
  'libreoffice.docx': {},
  // both hold sums with 0 as their stored result
  'libreoffice.xlsx': { findings: ['READ-05'] },
  'openpyxl.xlsx': {},
  'pandoc.docx': {},
  'pandoc.html': { findings: ['CELL-05'] },
  'python-docx.docx': { findings: ['CELL-05'] },
  'weasyprint.pdf': {},
  'word.docx': { notes: ['按实际入库数填报。'], findings: ['CELL-05'] },
  'word.htm': {},
  'wps.docx': {},
  'xlsxwriter.xlsx': { findings: ['READ-05'] },
};

const { publishedOn: _, ...report }: Report = sample();

const readFile = (name: string) =>
  readReport(new Uint8Array(readFileSync(new URL(`files/makers/${name}`, import.meta.url))), { name });

describe('a report in the files of other programs', () => {
  test('every file is expected', () => {
    const found = readdirSync(new URL('files/makers', import.meta.url));
    expect(found.filter((name) => !/\.(?:md|py)$/.test(name)).sort()).toEqual(Object.keys(files));
  });

  for (const [name, { notes = [], findings = [], knownFault }] of Object.entries(files)) {
    const reads = knownFault === undefined ? test : test.fails;
    const but = knownFault === undefined ? '' : `, but for a known fault: ${knownFault}`;

    reads(`${name} is read whole: every figure, agency, year and sections${but}`, async () => {
      const reading = await readFile(name);
      const wrong = cells().filter(({ path }) => figureAt(reading.draft, path) !== figureAt(report, path));
      expect(wrong.map(({ path }) => path)).toEqual([]);
      expect(reading.status).toBe('complete');
      expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
      expect(reading.draft.agency.name).toBe(report.agency.name);
      expect(reading.draft.year).toBe(report.year);
      const { otherMatters = [], ...sections } = report.sections;
      const added = notes.map((text) => ({ kind: 'paragraph' as const, text }));
      expect(reading.draft.sections).toEqual({ ...sections, otherMatters: [...otherMatters, ...added] });
    });

    reads(
      `${name} passes${findings.length > 0 ? `, with ${findings.join(' and ')}` : ''}${but}`,
      async () => {
        const result = checkReport(await readFile(name));
        expect(result.verdict).toBe('pass');
        expect([...new Set(result.findings.map(({ rule }) => rule))].sort()).toEqual(findings);
      },
    );
  }
});
