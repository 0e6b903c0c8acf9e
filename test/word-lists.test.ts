import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx, renderDocx } from '../src/formats/docx/index.ts';
import { ListCounter, readLists } from '../src/formats/docx/numbering.ts';
import { cells, figureAt } from '../src/index.ts';
import { sample } from './sample.ts';

const level = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const kind = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, inside = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${inside}</w:num>`;
const counting = (...inside: string[]) =>
  new ListCounter(readLists(`<w:numbering xmlns:w="w">${inside.join('')}</w:numbering>`));

describe('paragraphs that Word numbers', () => {
  test('are counted level by level, each beginning anew beneath another', () => {
    const lists = counting(
      kind(0, level(0, 'chineseCounting', '%1、'), level(1, 'chineseCountingThousand', '（%2）')),
      list(1, 0),
    );
    const next = (at: number) => lists.next({ list: '1', level: at });
    expect([0, 1, 1, 0, 1].map(next)).toEqual(['一、', '（一）', '（二）', '二、', '（一）']);
  });

  test.each([
    ['chineseCounting', 9, '九'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 21, '二十一'],
    ['japaneseCounting', 12, '十二'],
    ['decimal', 12, '12'],
    ['decimalEnclosedCircle', 3, '③'],
    ['lowerLetter', 2, 'b'],
    ['upperLetter', 2, 'B'],
    ['bullet', 1, ''],
    ['none', 1, ''],
  ])('in %s, %i is “%s”', (format, start, shown) => {
    expect(counting(kind(0, level(0, format, '%1', start)), list(1, 0)).next({ list: '1' })).toBe(shown);
  });

  test('go on in another list of the same kind, unless that begins anew', () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const lists = counting(kind(0, level(0, 'decimal', '%1.')), list(1, 0), list(2, 0), list(3, 0, anew));
    expect(['1', '2', '3', '1'].map((of) => lists.next({ list: of }))).toEqual(['1.', '2.', '1.', '3.']);
  });

  test('are none where there is no list, no such level, or nothing that can be counted', () => {
    const lists = counting(kind(0, level(0, 'decimal', 'x'.repeat(1e6), NaN)), list(1, 0));
    expect(lists.next({})).toBe('');
    expect(lists.next({ list: '0' })).toBe('');
    expect(lists.next({ list: '1', level: 7 })).toBe('');
    expect(lists.next({ list: '1' }).length).toBeLessThan(100);
  });

  test('are read with their numbers: headings are those of the form', async () => {
    const entries = unzipSync(await renderDocx(sample()));
    const xml = strFromU8(entries['word/document.xml'] ?? new Uint8Array());
    const unnumbered = xml.replace(
      /(<w:t[^>]*>)([一二三四五六])、(?=总体|主动|收到|政府|存在|其他需)/g,
      '<w:NUMBER/>$1',
    );
    expect(unnumbered.split('<w:NUMBER/>')).toHaveLength(7);
    const place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>';
    const numbered = unnumbered.replace(
      /<w:p>(?=(?:(?!<w:p>).)*?<w:NUMBER\/>)(<w:pPr>)?/gs,
      (_, has?: string) => (has ? `<w:p><w:pPr>${place}` : `<w:p><w:pPr>${place}</w:pPr>`),
    );
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${kind(9, level(0, 'chineseCounting', '%1、'))}${list(77, 9)}</w:numbering>`;
    const reading = await readDocx(
      zipSync({
        ...entries,
        'word/document.xml': strToU8(numbered.replaceAll('<w:NUMBER/>', '')),
        'word/numbering.xml': strToU8(numbering),
      }),
    );
    expect(cells().filter(({ path }) => figureAt(reading.draft, path) !== figureAt(sample(), path))).toEqual(
      [],
    );
    expect(reading.structure.sections).toHaveLength(6);
    expect(reading.structure.otherWordings).toEqual([]);
  });
});
