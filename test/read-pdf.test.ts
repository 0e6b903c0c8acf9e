import { describe, expect, test } from 'vitest';
import { readPdf } from '../src/formats/pdf/index.ts';
import { type MadePage, madePages, madePdf, printed } from './made-pdf.ts';
import { sample } from './sample.ts';

const pages = madePages(sample());
const [front = { content: '' }, ...sections] = pages;

async function expectWhole(file: Uint8Array) {
  const { draft, status, problems } = await readPdf(file);
  expect(problems).toEqual([]);
  expect(status).toBe('complete');
  expect(draft.tables).toEqual(sample().tables);
  expect(draft.agency.name).toBe(sample().agency.name);
}

describe('a PDF file whose fonts are named, not embedded', () => {
  const codes = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  test.each(['UniGB-UCS2-H', 'UniGB-UTF16-H'])('is read, encoded in %s', (encoding) =>
    expectWhole(madePdf(pages, { encoding, codes })),
  );

  test('is read, encoded in GBK, with the codes that the platform knows', async () => {
    const bytes = new Map(
      Array.from({ length: 0x7e * 0xbf }, (_, at) => [0x81 + Math.floor(at / 0xbf), 0x40 + (at % 0xbf)]).map(
        (code) => [new TextDecoder('gbk').decode(Uint8Array.from(code)), Buffer.from(code).toString('hex')],
      ),
    );
    const codes = (text: string) =>
      [...text].map((character) => bytes.get(character) ?? Buffer.from(character).toString('hex')).join('');
    await expectWhole(madePdf(madePages(sample(), codes), { encoding: 'GBK-EUC-H', codes }));
  });

  test('in an encoding of Japanese that does not come along, is not called a scan, and what is lacking is named', async () => {
    const page = { content: printed('二、主动公开政府信息情况', 40, 700) };
    const japanese = madePdf([page], { encoding: 'UniJIS-UCS2-H', ordering: 'Japan1', codes });
    const { status, problems } = await readPdf(japanese);
    expect(status).toBe('unreadable');
    expect(problems[0]?.message).toContain('无法解码');
    expect(problems[0]?.message).toContain('UniJIS-UCS2-H');
    expect(problems[0]?.message).not.toContain('扫描件或者');
  });
});

/** A page that is drawn turned to the left, and perhaps shown turned back. */
function turnedPage({ content, width = 595, height = 842 }: MadePage, turns: number): MadePage {
  return { content: `q 0 1 -1 0 ${height} 0 cm\n${content}\nQ`, width: height, height: width, turns };
}

describe('a PDF file with pages in another way than one under the other', () => {
  test('turned pages are read, whether a viewer turns them back or not', async () => {
    await expectWhole(madePdf(pages.map((page) => turnedPage(page, 1))));
    await expectWhole(madePdf([front, ...sections.map((page) => turnedPage(page, 0))]));
  });

  test('a turned table on an upright page is read', async () => {
    const turned = sections.map((page) => {
      const { content, width } = turnedPage(page, 0);
      return { content: `${content}\n${printed('第 1 页', 900, 20)}`, width: width ?? 0, height: 1_600 };
    });
    await expectWhole(madePdf([front, ...turned]));
  });

  test('two pages on one sheet are read one after the other', async () => {
    const width = 1_600;
    const two = (left: MadePage, right: MadePage): MadePage => ({
      content: `${left.content}\nq 1 0 0 1 ${width} 0 cm\n${right.content}\nQ`,
      width: 2 * width,
    });
    const sheets = sections.flatMap((left, at) =>
      at % 2 === 0 ? [two(left, sections[at + 1] ?? front)] : [],
    );
    await expectWhole(madePdf([front, ...sheets]));
  });
});
