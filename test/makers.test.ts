import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Block, cells, checkReport, figureAt, type Report, readReport } from '../src/index.ts';
import { sample } from './sample.ts';

/** What a file says besides the report, as its program would have it. */
interface Expected {
  /** A note, at the end of the text. */
  readonly note?: string;
  /** Why the file is not read whole yet; the test fails as soon as it is. */
  readonly knownFault?: string;
}

/** The files of `test/files/makers`, see README.md there. */
const files: Readonly<Record<string, Expected>> = {
  'chromium.pdf': {},
  'google-docs.html': {},
  'libreoffice-calc.html': { knownFault: 'a sheet as a web page: title and sections are rows of the table' },
  'libreoffice-writer.html': {},
  'libreoffice.docx': {},
  'libreoffice.xlsx': {},
  'openpyxl.xlsx': {},
  'pandoc.docx': { knownFault: 'row headings that span columns come out twice as wide as they are' },
  'pandoc.html': {},
  'python-docx.docx': {},
  'weasyprint.pdf': {},
  'word.docx': { note: '按实际入库数填报。' },
  'word.htm': {},
  'wps.docx': {},
  'xlsxwriter.xlsx': {},
};

const { publishedOn: _, ...report }: Report = sample();

const readFile = (name: string) =>
  readReport(new Uint8Array(readFileSync(new URL(`files/makers/${name}`, import.meta.url))), { name });

describe('a report in the files of other programs', () => {
  test('every file is expected', () => {
    const found = readdirSync(new URL('files/makers', import.meta.url));
    expect(found.filter((name) => !/\.(?:md|py)$/.test(name)).sort()).toEqual(Object.keys(files));
  });

  for (const [name, { note, knownFault }] of Object.entries(files)) {
    const reads = knownFault === undefined ? test : test.fails;
    reads(
      `${name} is read whole: every figure, agency, year and sections${knownFault ? `, but for ${knownFault}` : ''}`,
      async () => {
        const reading = await readFile(name);
        const wrong = cells().filter(({ path }) => figureAt(reading.draft, path) !== figureAt(report, path));
        expect(wrong.map(({ path }) => path)).toEqual([]);
        expect(reading.status).toBe('complete');
        expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
        expect(reading.draft.agency.name).toBe(report.agency.name);
        expect(reading.draft.year).toBe(report.year);
        const notes: Block[] = note === undefined ? [] : [{ kind: 'paragraph', text: note }];
        const { otherMatters = [], ...sections } = report.sections;
        expect(reading.draft.sections).toEqual({ ...sections, otherMatters: [...otherMatters, ...notes] });
      },
    );

    reads(`${name} is not accused of anything but a note beside a figure`, async () => {
      const { verdict, findings } = checkReport(await readFile(name));
      expect(findings.filter(({ rule }) => rule !== 'CELL-05').map(({ message }) => message)).toEqual([]);
      expect(verdict).toBe('pass');
    });
  }
});
