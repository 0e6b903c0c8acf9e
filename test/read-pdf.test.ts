import { deflateSync } from 'node:zlib';
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

describe('a PDF file whose fonts do not say which characters they show', () => {
  /** The numbers of characters in some font: in order of their first appearance, as subsets have them. */
  function numbersIn(from: number): (text: string) => string {
    const known = new Map<string, number>();
    return (text) =>
      [...text]
        .map((character) => {
          const number = known.get(character) ?? from + known.size * 37;
          known.set(character, number);
          return number.toString(16).padStart(4, '0');
        })
        .join('');
  }

  test('is said to be so, with what to give instead, and is not called a scan', async () => {
    const codes = numbersIn(0x3a00);
    const file = madePdf(madePages(sample(), codes), { encoding: 'Identity-H', ordering: 'Identity', codes });
    for (const [locale, decoded, what] of [
      ['zh-CN', '无法解码', '请提供 Word 文件'],
      ['en', 'not decoded', 'Give the Word file'],
    ] as const) {
      const { status, problems } = await readPdf(file, { locale });
      expect(status).toBe('unreadable');
      expect(problems.map(({ rule }) => rule)).toEqual(['READ-12']);
      expect(problems[0]?.message).toContain(decoded);
      expect(problems[0]?.message).toContain(what);
    }
  });

  test('for its figures only, is incomplete: they are not blank, and the pages are named', async () => {
    const codes = (text: string) =>
      [...text]
        .map((character) => {
          const digit = '0123456789'.indexOf(character);
          return (digit < 0 ? character.charCodeAt(0) : 0x13 + digit).toString(16).padStart(4, '0');
        })
        .join('');
    const { status, cells, problems } = await readPdf(madePdf(madePages(sample(), codes)));
    expect(status).not.toBe('complete');
    expect(Object.values(cells).filter(({ state }) => state === 'blank' || state === 'number')).toEqual([]);
    expect(problems.map(({ message }) => message).join()).toMatch(/第 3 页有 \d+ 处数字的字体没有给出/);
  });
});

/** A PDF file with such a stream as its page, packed as its dictionary says. */
function pdfOf(stream: Uint8Array, dictionary: string): Uint8Array {
  const [head, tail] = [
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj\n4 0 obj<<${dictionary}/Length ${stream.length}>>stream\n`,
    `\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
  ];
  return Uint8Array.from([...Buffer.from(head), ...stream, ...Buffer.from(tail)]);
}

describe('what a PDF file holds is measured before it is unpacked', () => {
  const refusals = async (file: Uint8Array) =>
    (await readPdf(file)).problems.map(({ rule, message }) => `${rule} ${message}`).join();
  const bomb = (size: number) => deflateSync(new Uint8Array(size).fill(0x20));

  const large = bomb(65_000_000);

  test('more than the limit is refused, however it is packed', async () => {
    expect(await refusals(pdfOf(large, '/Filter/FlateDecode'))).toMatch(
      /^READ-07 .*解压后超过上限 64000000 字节/,
    );
    expect(await refusals(pdfOf(large, '/Filter/Fl#61teDecode'))).toContain('解压后超过上限');
    expect(await refusals(pdfOf(deflateSync(large), '/Filter[/FlateDecode/FlateDecode]'))).toContain(
      '解压后超过上限',
    );
    const hex = Buffer.from(`${Buffer.from(large).toString('hex')}>`);
    expect(await refusals(pdfOf(hex, '/Filter[/ASCIIHexDecode/FlateDecode]'))).toContain('解压后超过上限');
    expect(await refusals(pdfOf(new Uint8Array(30_000), '/Filter/LZWDecode'))).toContain('解压后超过上限');
    expect(await refusals(pdfOf(new Uint8Array(30_000), '/Filter 9 0 R'))).toContain('解压后超过上限');
  });

  test('several streams count together', async () => {
    const other = pdfOf(bomb(33_000_000), '/Filter/FlateDecode');
    const text = Buffer.from(other).toString('latin1');
    const stream = text.slice(text.indexOf('4 0 obj'), text.indexOf('trailer')).replace('4 0 obj', '5 0 obj');
    const both = Buffer.from(
      text.replace('trailer', () => `${stream}trailer`),
      'latin1',
    );
    expect(await refusals(both)).toContain('解压后超过上限');
  });

  test('states of graphics kept within each other without end are refused, packed or not', async () => {
    const content = Buffer.from('q '.repeat(3_000));
    for (const file of [pdfOf(deflateSync(content), '/Filter/FlateDecode'), pdfOf(content, '')])
      expect(await refusals(file)).toMatch(/^READ-07 .*嵌套超过上限 2000 层/);
    const closed = Buffer.from('q 1 0 0 1 0 0 cm Q '.repeat(3_000));
    expect(await refusals(pdfOf(deflateSync(closed), '/Filter/FlateDecode'))).toContain('READ-12');
  });

  test('nothing can be hidden in what claims to be a picture', async () => {
    const words = Buffer.from('BT /F1 12 Tf 40 700 Td (Annual report 2024) Tj ET');
    expect(await refusals(pdfOf(words, ''))).toContain('开头是“Annual report 2024”');
    expect(await refusals(pdfOf(words, '/Subtype/Image/Width 1/Height 1'))).not.toContain('Annual');
  });

  test('content in digits of base 85, as some programs write it, is read', async () => {
    const words = deflateSync(Buffer.from('BT /F1 12 Tf 40 700 Td (Annual report 2024) Tj ET'));
    expect(await refusals(pdfOf(base85(words), '/Filter[/ASCII85Decode/FlateDecode]'))).toContain(
      '开头是“Annual report 2024”',
    );
    expect(await refusals(pdfOf(base85(large), '/Filter[/A85/Fl]'))).toContain('解压后超过上限');
  });
});

/** Bytes as digits of base 85, up to the mark of their end. */
function base85(bytes: Uint8Array): Uint8Array {
  const filled = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  filled.set(bytes);
  const view = new DataView(filled.buffer);
  let digits = '';
  for (let at = 0; at < filled.length; at += 4) {
    let group = view.getUint32(at);
    let five = '';
    for (let digit = 0; digit < 5; digit += 1) {
      five = String.fromCharCode(0x21 + (group % 85)) + five;
      group = Math.floor(group / 85);
    }
    digits += five;
  }
  return Buffer.from(`${digits}~>`);
}
