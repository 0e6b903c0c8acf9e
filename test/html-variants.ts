import { form2021 } from '../src/index.ts';

const HALF = { '（': '(', '）': ')', '、': ',', '“': '"', '”': '"' } as const;
const TRADITIONAL: Readonly<Record<string, string>> = {
  开: '開',
  请: '請',
  数: '數',
  总: '總',
  计: '計',
  处: '處',
  业: '業',
  规: '規',
  维: '維',
  讼: '訟',
};

/** The figure cells of a page, in order; `change` gives what is printed instead. */
function figures(html: string, change: (text: string, at: number) => string): string {
  let at = -1;
  return html.replace(/<td( [^>]*)?>([^<]*)<\/td>/g, (cell, attributes: string = '', text: string) => {
    if (attributes.includes('note')) return cell;
    at += 1;
    return `<td${attributes}>${change(text, at)}</td>`;
  });
}

/** The headings of a page; `change` gives what is printed instead. */
function headings(html: string, change: (text: string) => string): string {
  return html.replace(
    /(<th[^>]*>)([^<]*)(<\/th>)/g,
    (_, open: string, text: string, close: string) => `${open}${change(text)}${close}`,
  );
}

const rowOf = (label: string) => new RegExp(`<tr>(?:(?!</tr>).)*${label}(?:(?!</tr>).)*</tr>`, 's');

/** A page as an editor of a site would make it: without what ties figures to headings. */
export function handmade(html: string): string {
  return html
    .replace(/<style>.*?<\/style>|<caption.*?<\/caption>\n/gs, '')
    .replace(/(<(?:table|caption|tbody|tr|th|td)\b)([^>]*)/g, (_, open: string, attributes: string) => {
      return (
        open +
        attributes.replace(/ (?:headers|id|class)="[^"]*"/g, (text) => (text.includes('note') ? text : ''))
      );
    });
}

/** How a page may print what the form asks for; `lossy` are those in which figures are really gone. */
export const htmlVariants: Readonly<
  Record<
    string,
    { readonly change: (html: string) => string; readonly lossy?: true; readonly complete?: false }
  >
> = {
  'as rendered': { change: (html) => html },
  'zeros left blank': { change: (html) => figures(html, (text) => (text === '0' ? '' : text)), lossy: true },
  'zeros as /': { change: (html) => figures(html, (text) => (text === '0' ? '/' : text)), lossy: true },
  'zeros as -': { change: (html) => figures(html, (text) => (text === '0' ? '-' : text)), lossy: true },
  'zeros as —': { change: (html) => figures(html, (text) => (text === '0' ? '—' : text)), lossy: true },
  'full-width digits': {
    change: (html) =>
      figures(html, (text) =>
        text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      ),
  },
  'half-width brackets': {
    change: (html) =>
      headings(html, (text) => text.replace(/[（）、“”]/g, (sign) => HALF[sign as keyof typeof HALF])),
  },
  'thousands apart by a blank': {
    change: (html) =>
      figures(html, (text) => (text.includes('.') ? text : text.replace(/\B(?=(?:\d{3})+$)/g, ' '))),
  },
  'thousands separators': {
    change: (html) =>
      figures(html, (text) => (text.includes('.') ? text : text.replace(/\B(?=(?:\d{3})+$)/g, ','))),
  },
  'full-width thousands separators': {
    change: (html) =>
      figures(html, (text) => (text.includes('.') ? text : text.replace(/\B(?=(?:\d{3})+$)/g, '，'))),
  },
  'units in the cells': {
    change: (html) => figures(html, (text, at) => (at === 9 ? `${text}万元` : `${text}件`)),
  },
  'table 2 as four tables': {
    change: (html) => html.replace(/<\/tbody>\s*<tbody>/g, '</tbody></table>\n<p></p>\n<table><tbody>'),
  },
  'inside tables of layout': {
    change: (html) =>
      html
        .replace('<article', '<table><tr><td><table><tr><td><article')
        .replace('</article>', '</article></td></tr></table></td><td>广告</td></tr></table>'),
  },
  'one blank in table 4': {
    change: (html) => figures(html, (text, at) => (at === 189 ? '' : text)),
    lossy: true,
  },
  'one row blank': {
    change: (html) => figures(html, (text, at) => (at >= 94 && at < 101 ? '' : text)),
    lossy: true,
  },
  'one cell blank': { change: (html) => figures(html, (text, at) => (at === 100 ? '' : text)), lossy: true },
  '(1) for 1.': { change: (html) => headings(html, (text) => text.replace(/^(\d)\./, '($1)')) },
  '1、 for 1.': { change: (html) => headings(html, (text) => text.replace(/^(\d)\./, '$1、')) },
  'no numbers before the rows': { change: (html) => headings(html, (text) => text.replace(/^\d\./, '')) },
  'a page number inside a table': {
    change: (html) => html.replace(rowOf('2.重复申请'), '<tr><td colspan="10">- 5 -</td></tr>$&'),
  },
  'headings reworded': {
    change: (html) =>
      html.replaceAll('收到和处理政府信息公开申请情况', '行政机关收到和处理信息公开申请情况统计'),
  },
  'a misprint in a label': {
    change: (html) => html.replaceAll('其他法律行政法规禁止公开', '其他法律行政止公开'),
  },
  'traditional characters': {
    change: (html) =>
      headings(html, (text) => [...text].map((character) => TRADITIONAL[character] ?? character).join('')),
  },
  'blanks and line breaks inside labels': {
    change: (html) => headings(html, (text) => text.replace(/^(.{2})(.+)$/, '$1<br> $2')),
  },
  'merged labels left out': {
    change: (html) => html.replace(/<th scope="rowgroup"[^>]*rowspan[^>]*>[^<]*<\/th>/g, ''),
  },
  'a subtotal column': {
    change: (html) =>
      html
        .replace(
          '<th scope="col" rowspan="2">总计</th>',
          '<th scope="col" rowspan="2">法人小计</th><th scope="col" rowspan="2">总计</th>',
        )
        .replace(
          /(<tr>(?:<th[^>]*>[^<]*<\/th>)+(?:<td>[^<]*<\/td>){6})(<td>[^<]*<\/td><\/tr>)/g,
          '$1<td>77</td>$2',
        ),
    complete: false,
  },
  'a subtotal row': {
    change: (html) =>
      html.replace(
        rowOf('1.信访举报投诉类申请'),
        `<tr><th colspan="2">小计</th>${'<td>5</td>'.repeat(7)}</tr>$&`,
      ),
    complete: false,
  },
  'remarks beside numbers': {
    change: (html) => figures(html, (text, at) => (at === 0 ? `${text}（其中修订1件）` : text)),
  },
  'one cell missing': {
    change: (html) =>
      html.replace(rowOf('2.重复申请'), (row) => row.replace(/<td>[^<]*<\/td>(?=<td>[^<]*<\/td><\/tr>)/, '')),
    lossy: true,
  },
  'one row missing': { change: (html) => html.replace(rowOf('2.重复申请'), ''), lossy: true },
  'rows in another order': {
    change: (html) => {
      const [one, two] = [
        rowOf('2.重复申请').exec(html)?.[0] ?? '',
        rowOf('3.要求提供公开出版物').exec(html)?.[0] ?? '',
      ];
      return html.replace(one, '@@').replace(two, one).replace('@@', two);
    },
  },
  'a row printed twice': { change: (html) => html.replace(rowOf('2.重复申请'), '$&$&'), lossy: true },
  'no column headings': {
    change: (html) => html.replace(/<thead>.*?<\/thead>/gs, ''),
    lossy: true,
  },
  'the form of 2019 for 其他处理': {
    change: (html) => {
      const [, second = '', third = ''] = ['1.申请人', '2.申请人', '3.其他</th>'].map(
        (label) => rowOf(label).exec(html)?.[0] ?? '',
      );
      return html
        .replace(second, '')
        .replace(third, '')
        .replace(/<th[^>]*>1\.申请人[^<]*<\/th>/, '')
        .replace(/rowspan="3">（六）其他处理/, 'colspan="2">（六）其他处理');
    },
    lossy: true,
  },
};

/** Labels that a variant must not lose. */
export const rowLabels = form2021.tables.applications.rows.map(({ label }) => label);
