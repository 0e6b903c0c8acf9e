import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../src/formats/markdown/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { type AnyDraft, cells, checkReport, figureAt, readReport } from '../src/index.ts';
import { sample, sampleWith } from './sample.ts';

const mistaken = sampleWith({ 'applications.newlyReceived.total': 3191 });

async function read(markdown: string) {
  return readReport(markdown, { name: 'report.txt' });
}

function differing(draft: AnyDraft, report: AnyDraft): string[] {
  return cells().flatMap(({ path }) => (figureAt(draft, path) === figureAt(report, path) ? [] : [path]));
}

describe('a report in Markdown, in a file called text', () => {
  test.each([
    ['as it is', mistaken, {}],
    ['with headings in both languages', mistaken, { labels: 'bilingual' }],
    ['with particulars', mistaken, { particulars: true }],
    ['with a standard preamble', mistaken, { standardPreamble: true }],
    ['with what is wrong marked', mistaken, { check: checkReport(mistaken) }],
  ] as const)('is read whole, %s', async (_, report, options) => {
    const { draft, ledger, status } = await read(renderMarkdown(report, options));
    expect(ledger.unplaced).toEqual([]);
    expect(differing(draft, report)).toEqual([]);
    expect(status).toBe('complete');
    expect([draft.agency.name, draft.year, draft.title]).toEqual([
      report.agency.name,
      report.year,
      report.title,
    ]);
  });

  test('has its text without the marks of Markdown', async () => {
    const report = sample();
    expect((await read(renderMarkdown(report))).draft.sections).toEqual(report.sections);
    const { draft } = await read(
      renderMarkdown(report).replace('主动公开和依申请公开', '**主动公开**和 *依申请公开*\\*'),
    );
    expect(JSON.stringify(draft.sections)).toContain('**主动公开**'.replaceAll('*', ''));
    expect(JSON.stringify(draft.sections)).toContain('和 依申请公开*');
  });

  test.each(['1<br>362', '1<br> 362', '1*362*', '1**362**'])(
    'a cell with two numbers stays open: %s',
    async (cell) => {
      const markdown = renderMarkdown(sample());
      const damaged = markdown.replace('| 1362 |', `| ${cell} |`);
      expect(damaged).not.toBe(markdown);
      const reading = await read(damaged);
      const { draft } = reading;
      expect(differing(draft, sample())).toEqual(['applications.granted.total']);
      expect(figureAt(draft, 'applications.granted.total')).toBeNull();
      expect(reading.cells['applications.granted.total']?.state).not.toBe('blank');
      expect(checkReport(reading).verdict).not.toBe('pass');
    },
  );

  test('names the line of the file that a figure stands on', async () => {
    const markdown = renderMarkdown(mistaken);
    const line = markdown.split('\n').findIndex((text) => text.includes('| 3191 |')) + 1;
    const { cells: placed } = await read(markdown);
    expect(placed['applications.newlyReceived.total']?.place).toMatchObject({ line });
  });

  test('is told from a text with stars and number signs of its own, which keeps them', () => {
    const text = '*说明* # 一号文件，**见附件**';
    const report = { ...sample(), sections: { overview: [{ kind: 'paragraph' as const, text }] } };
    expect(readText(renderText(report)).draft.sections.overview).toEqual(report.sections.overview);
  });
});
