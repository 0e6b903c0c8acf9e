import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx, renderDocx } from '../src/formats/docx/index.ts';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { type CellPath, checkReport, figureAt, type Reading, readReport } from '../src/index.ts';
import { checkedReport, resultText } from '../src/results/index.ts';
import { handmade } from './html-variants.ts';
import { sample } from './sample.ts';

const total = 'applications.newlyReceived.total' satisfies CellPath;

/** A picture is printed there, and nobody can say which figure it shows: no blank, and no 0. */
function expectPicture(reading: Reading) {
  expect(reading.cells[total]).toMatchObject({ state: 'text', printed: '\uFFFC' });
  expect(figureAt(reading.draft, total)).toBeNull();
  expect(reading.status).toBe('incomplete');
  expect(reading.problems.map(({ rule, cells, message }) => [rule, cells, message])).toContainEqual([
    'READ-09',
    [total],
    expect.stringContaining('这里是图片，图片中的数字没有读取'),
  ]);
  const result = checkReport(reading);
  expect(result.verdict).toBe('incomplete');
  expect(result.diagnoses[0]?.message).toContain('应为 3119，现为图片');
  const text = resultText([checkedReport('a', reading, result)]);
  expect(text).not.toMatch(/空白|填 0|\uFFFC/u);
}

describe('a picture in place of a figure is printed, but cannot be read', () => {
  test.each([
    ['img', '<img src="3119.png">'],
    ['img in a paragraph', '<p><span><img src="3119.png" width="40" height="12"></span></p>'],
    ['svg', '<svg viewBox="0 0 9 9"><text>3119</text></svg>'],
    ['formula', '<math><mn>3119</mn></math>'],
  ])('on a page: %s', (_, picture) => {
    const html = handmade(renderHtml(sample()));
    expectPicture(readHtml(html.replace('<td>3119</td>', `<td>${picture}</td>`)));
  });

  const image = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:';
  test.each([
    [
      'drawing',
      `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip ${image}embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`,
    ],
    [
      'picture of the old kind',
      `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata ${image}id="picture"/></v:shape></w:pict>`,
    ],
  ])('in a Word file: %s', async (_, xml) => {
    const entries = unzipSync(await renderDocx(sample()));
    const change = (part: string, from: string | RegExp, to: string) => {
      const content = strFromU8(entries[part] ?? new Uint8Array());
      expect(content).toMatch(from);
      entries[part] = strToU8(content.replace(from, to));
    };
    change('word/document.xml', /<w:t[^>]*>3119<\/w:t>/u, xml);
    change(
      'word/_rels/document.xml.rels',
      '</Relationships>',
      '<Relationship Id="picture" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>',
    );
    entries['word/media/image1.png'] = new Uint8Array([1]);
    expectPicture(await readDocx(zipSync(entries)));
  });

  test('in an old Word file', async () => {
    const file = readFileSync(new URL('files/from-libreoffice.doc', import.meta.url));
    const at = file.indexOf(Buffer.from('3119\u0007', 'utf16le'));
    expect(at).toBeGreaterThan(0);
    Buffer.from('\u0001   ', 'utf16le').copy(file, at);
    expectPicture(await readReport(new Uint8Array(file)));
  });

  test('in an OpenDocument sheet', async () => {
    const file = new Uint8Array(readFileSync(new URL('files/from-libreoffice.ods', import.meta.url)));
    const entries = unzipSync(file);
    const content = strFromU8(entries['content.xml'] ?? new Uint8Array());
    const cell = / office:value-type="float" office:value="3119"(?<rest>[^<>]*)><text:p>3119<\/text:p>/u;
    expect(content).toMatch(cell);
    entries['content.xml'] = strToU8(content.replace(cell, '$<rest>><draw:frame><draw:image/></draw:frame>'));
    expectPicture(await readReport(zipSync(entries)));
  });
});

test.each([
  ['keeps a place free', '<img src="spacer.gif" width="1" height="1">'],
  ['is hidden', '<span style="display: none"><img src="3119.png"></span>'],
])('a picture that %s is nothing that is printed', (_, picture) => {
  const reading = readHtml(handmade(renderHtml(sample())).replace('<td>3119</td>', `<td>${picture}</td>`));
  expect(reading.cells[total].state).toBe('blank');
});

test('a picture beside a figure or a label changes nothing', () => {
  const html = handmade(renderHtml(sample()))
    .replace('<td>3119</td>', '<td><img src="a.png">3119</td>')
    .replace(/(?=一、本年新收政府信息公开申请数量)/u, '<img src="a.png">');
  const { draft, problems } = readHtml(html);
  expect(draft.tables).toEqual(sample().tables);
  expect(problems).toEqual([]);
});
