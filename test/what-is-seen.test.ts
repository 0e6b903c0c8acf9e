import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../src/formats/docx/index.ts';
import { readHtml } from '../src/formats/html/index.ts';

/** A page with table 2 of the form, whose figure of administrative licenses is marked up in this way. */
const page = (cell: string, head = '') => `<html><head>${head}</head><body>
<h1>某某局2024年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p>
<table><tr><td colspan="2">第二十条第（五）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr>
<tr><td>行政许可</td>${cell}</tr></table></body></html>`;

const licenses = (cell: string, head?: string) => {
  const { draft, cells } = readHtml(page(cell, head));
  if (draft.form !== '2021') throw new Error('The page is on the form of 2021.');
  return [draft.tables.licensing.licenses.decisions, cells['licensing.licenses.decisions'].state];
};

describe('what is read of a web page is what one sees', () => {
  test.each([
    ['struck out by an element', '<td><del>99</del>77</td>'],
    ['struck out by a style', '<td><span style="text-decoration: line-through">99</span>77</td>'],
    ['struck out by the newer property', '<td><i style="text-decoration-line:line-through">99</i>77</td>'],
    ['not displayed', '<td><span style="display:none">9</span>77</td>'],
    ['invisible', '<td><span style="visibility: hidden">9</span>77</td>'],
    ['transparent', '<td><span style="opacity:0">9</span>77</td>'],
    ['of no size', '<td><span style="font-size:0pt">9</span>77</td>'],
    ['hidden by Word', '<td><span style="mso-hide:all">9</span>77</td>'],
    ['beyond the edge of the screen', '<td><b style="position:absolute;left:-9999px">9</b>77</td>'],
    ['hidden by its attribute', '<td><span hidden>9</span>77</td>'],
    ['the reading of a character', '<td><ruby>77<rp>(</rp><rt>99</rt><rp>)</rp></ruby></td>'],
    ['zero-width blanks', '<td>\u200b77\u200b\u00ad</td>'],
  ])('%s', (_, cell) => {
    expect(licenses(cell)).toEqual([77, 'number']);
  });

  test.each([
    ['by its class', '.old{text-decoration:line-through}', '<td><i class="old">99</i>77</td>'],
    ['by where it stands', 'td .x, #y > b {display:none !important}', '<td><b class="x">9</b>77</td>'],
    ['by a later rule', 'b{display:none} b.a{display:inline}', '<td><b class="a">77</b><b>9</b></td>'],
    ['on screens', '@media screen{.p{display:none}}', '<td><b class="p">9</b>77</td>'],
    ['in capitals', 'TD B{DISPLAY:NONE}', '<td><b>9</b>77</td>'],
    [
      'by an attribute',
      '[v-cloak], [title="}{"] {display:none}',
      '<td><b v-cloak>9</b><b title="}{">9</b>77</td>',
    ],
    ['within another rule', 'td{color:red;.p{opacity:0}}', '<td><b class="p">9</b>77</td>'],
    ['within two others', 'tr,td{.q &,table &{.p{display:none}}}', '<td><b class="p">9</b>77</td>'],
    ['on screens within another', 'td{@media screen{.p{display:none}}}', '<td><b class="p">9</b>77</td>'],
    [
      'after what is no rule',
      '<!-- @import "a;b"; } /* { */ --x:{;} .p{display:none} -->',
      '<td><b class="p">9</b>77</td>',
    ],
    [
      'for all but what stands closer',
      'td b{display:none} td .p.p{display:block}',
      '<td><b>9</b><b class="p">77</b></td>',
    ],
    [
      'where what is around is of no size',
      '.z{font-size:0} .z b{font-size:9pt}',
      '<td class="z">9<b>77</b></td>',
    ],
  ])('a style sheet of the page hides or strikes out %s', (_, css, cell) => {
    expect(licenses(cell, `<style>${css}</style>`)).toEqual([77, 'number']);
  });

  test.each([1_999, 2_000, 50_000])(
    'a style sheet hides a digit after %i rules that hide others',
    (count) => {
      const rules = Array.from({ length: count }, (_, index) => `.a${index}{display:none}`);
      expect(
        licenses('<td>77<b class="p">9</b></td>', `<style>${rules.join('')}.p{display:none}</style>`),
      ).toEqual([77, 'number']);
    },
  );

  test.each([
    ['rules without end', Array.from({ length: 110_000 }, (_, index) => `.a${index}{top:-999px}`).join('')],
    [
      'rules that are tried for each element',
      Array.from({ length: 9_000 }, (_, index) => `:root b,b[title=a${index}],[title] b{opacity:0}`).join(''),
    ],
    ['a selector without end', `${'tr '.repeat(20_000)}b{display:none}`],
    ['a name without end', `${'b'.repeat(200_000)}{display:none}`],
    ['rules deep within rules', `${'b{'.repeat(2_000)}display:none`],
    ['rules within rules that multiply', `${'b,i{'.repeat(40)}display:none`],
    ['mistakes without end', `b{display:none}${'"\n'.repeat(20_000)}`],
  ])('a page whose style sheet has %s is refused, since nobody can tell what is seen', (_, css) => {
    const reading = readHtml(
      page(`<td title="b">${'<b title="a">9</b>'.repeat(300)}77</td>`, `<style>${css}</style>`),
    );
    expect(reading.status).toBe('unreadable');
    expect(reading.problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'READ-07 网页的样式表过于庞大，无法判断哪些文字看得见，不像是一份报告；请用浏览器打开后全选复制文字，或者另存为 PDF',
    ]);
  });

  test.each([
    ['braces without end', `.p{display:none}${'a{'.repeat(200_000)}`],
    ['a list without end of what is not known', `${'p:not(:has(> a)) ~ b, '.repeat(40_000)}.p{display:none}`],
    [
      'rules without end that hide nothing',
      `.p{display:none}${Array.from({ length: 60_000 }, (_, index) => `b .a${index}{top:1px}`).join('')}`,
    ],
  ])('a style sheet with %s hides what it hides', (_, css) => {
    expect(licenses('<td><b class="p">9</b>77</td>', `<style>${css}</style>`)).toEqual([77, 'number']);
  });

  test('what one style sheet leaves open ends with it', () => {
    const sheets = '<style>@media print{a{b:"</style><style>.p{display:none}</style>';
    expect(licenses('<td><b class="p">9</b>77</td>', sheets)).toEqual([77, 'number']);
  });

  test('what is hidden in print only is seen', () => {
    expect(licenses('<td><b class="p">77</b></td>', '<style>@media print{.p{display:none}}</style>')).toEqual(
      [77, 'number'],
    );
  });

  test.each([
    [
      'is seen by its size in an element of no size',
      '.p{font-size:14px}',
      '<td style="font-size:0"><b class="p">77</b>9</td>',
    ],
    [
      'is beyond the edge of the screen',
      '.p{position:absolute}',
      '<td><b class="p" style="left:-9999px">9</b>77</td>',
    ],
    ['is no mark of a note', 'sup{vertical-align:baseline}', '<td><sup>77</sup></td>'],
  ])('a style sheet that hides nothing says what %s', (_, css, cell) => {
    expect(licenses(cell, `<style>${css}</style>`)).toEqual([77, 'number']);
  });

  test('text of ordinary size in an element of no size, as between boxes without gaps, is seen', () => {
    expect(licenses('<td style="font-size:0"><span style="font-size:14px">77</span></td>')).toEqual([
      77,
      'number',
    ]);
  });

  test.each([
    ['raised by an element', '<td>77<sup>1</sup></td>'],
    ['raised by a style', '<td>77<span style="vertical-align: super">1</span></td>'],
  ])('the mark of a note that is %s', (_, cell) => {
    expect(licenses(cell)).toEqual([77, 'number']);
  });

  test.each([
    ['all that is struck out', '<td><s>99</s></td>'],
    ['a figure with a lowered digit', '<td>77<span style="vertical-align:sub">1</span></td>'],
    ['a cell that is struck out', '<td style="text-decoration:line-through">99</td>'],
  ])('%s is printed, and is no figure', (_, cell) => {
    expect(licenses(cell)).toEqual([null, 'text']);
  });

  test.each([
    '<td><p>144</p><p>123</p></td>',
    '<td>144<br>123</td>',
    '<td><div>7</div><div>7</div></td>',
    '<td><ul><li>7</li><li>7</li></ul></td>',
  ])('two numbers on two lines of a cell are not joined: %s', (cell) => {
    expect(licenses(cell)).toEqual([null, 'text']);
  });

  test('a new line in the source of a page is a blank', () => {
    expect(licenses('<td>1\n   234</td>')).toEqual([1234, 'number']);
  });

  test.each([
    ['an input', '<td><input value="77"></td>'],
    ['a list', '<td><select><option>76</option><option selected>77</option></select></td>'],
    ['an area of text', '<td><textarea>77</textarea></td>'],
  ])('what is filled into %s is read', (_, cell) => {
    expect(licenses(cell)).toEqual([77, 'number']);
  });

  test('a report within a form, as pages of ASP.NET have it, is read', () => {
    const inForm = page('<td>77</td>').replace('<body>', '<body><form action="/">');
    expect(readHtml(inForm).draft.tables.licensing.licenses.decisions).toBe(77);
  });
});

/** A Word file with table 2 of the form, whose figure of administrative licenses is written in this way. */
function word(cell: string): Uint8Array {
  const text = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const td = (inner: string) => `<w:tc>${inner}</w:tc>`;
  const tr = (...cells: string[]) => `<w:tr>${cells.map(td).join('')}</w:tr>`;
  const namespaces =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
  const document = `<w:document ${namespaces}><w:body>${text('二、主动公开政府信息情况')}<w:tbl>${tr(text('第二十条第（五）项'), text(''))}${tr(text('信息内容'), text('本年处理决定数量'))}${tr(text('行政许可'), `<w:p>${cell}</w:p>`)}</w:tbl></w:body></w:document>`;
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${types}"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(document),
  });
}

describe('what is read of a Word file is what one sees', () => {
  const run = (text: string, properties = '') =>
    `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;

  test.each([
    ['struck out', run('99', '<w:strike/>') + run('77')],
    ['struck out twice', run('99', '<w:dstrike w:val="true"/>') + run('77')],
    ['not struck out after all', run('77', '<w:strike w:val="0"/>')],
    ['hidden', run('9', '<w:vanish/>') + run('77')],
    ['raised', run('77') + run('1', '<w:vertAlign w:val="superscript"/>')],
    ['a field whose result is stored', `<w:fldSimple w:instr="=SUM(LEFT)">${run('77')}</w:fldSimple>`],
    ['written from right to left', `<w:bdo w:val="ltr">${run('77')}</w:bdo>`],
    ['moved here', `<w:moveTo w:id="1">${run('77')}</w:moveTo>`],
    ['moved away', `<w:moveFrom w:id="1">${run('9')}</w:moveFrom>${run('77')}`],
    ['deleted', `<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>${run('77')}`],
    ['a formula of nothing but a number', '<m:oMath><m:r><m:t>77</m:t></m:r></m:oMath>'],
    [
      'the reading of a character',
      `<w:r><w:ruby><w:rubyPr/><w:rt>${run('99')}</w:rt><w:rubyBase>${run('77')}</w:rubyBase></w:ruby></w:r>`,
    ],
  ])('%s', async (_, cell) => {
    const { draft } = await readDocx(word(cell));
    expect(draft.tables.licensing.licenses.decisions).toBe(77);
  });

  test.each([
    ['numbers apart by a tab', '<w:r><w:t>144</w:t><w:tab/><w:t>123</w:t></w:r>'],
    [
      'a fraction',
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
    ],
  ])('%s: printed, and no figure', async (_, cell) => {
    const { cells } = await readDocx(word(cell));
    expect(cells['licensing.licenses.decisions'].state).toBe('text');
  });
});
