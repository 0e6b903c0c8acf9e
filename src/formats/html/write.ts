import type { AnyDraft, Block } from '../../report/report.ts';
import type { ComparedStatement } from '../../rules/compared-statements.ts';
import { fingerprintOf } from '../../rules/fingerprint.ts';
import { documentOf, type PrintedReport } from '../document.ts';
import type { RenderOptions } from '../renderer.ts';
import { escapeHtml as encode } from './escape-html.ts';
import { figureWriter, findingsHtml, type Reporting, reportInFull } from './findings.ts';
import {
  type HtmlStyles,
  htmlStyleSheet,
  pageStyleSheet,
  type StyleAttributes,
  styleAttributesOf,
} from './look.ts';
import { legendHtml, textWriter } from './statements.ts';
import { headingHtml, PAGE_ID, tableHtml } from './table.ts';

/** Options of the HTML renderer. */
export interface HtmlOptions extends RenderOptions {
  /** Whether to give the report alone, for a page that already exists, rather than a complete page. */
  readonly fragment?: boolean | undefined;
  /**
   * `sheet`: a `<style>` element; `inline`: everything that matters to the eye in `style` attributes, for
   * content-management systems that take `<style>` and classes away; `none`: neither, for sites that serve
   * `htmlStyleSheet` or a sheet of their own. A page has `sheet` if left out, a fragment `none`.
   */
  readonly styles?: HtmlStyles | undefined;
  /**
   * What all ids on the page begin with: letters, digits, `-` and `_`. If left out, a fragment takes one
   * made of agency and year, so that only two fragments of the same report have to be distinguished.
   */
  readonly id?: string | undefined;
  /** Statements of the text to mark, as `comparedStatements` gives them. */
  readonly statements?: readonly ComparedStatement[] | undefined;
}

/**
 * Renders a report as HTML, tables laid out as on the official form.
 *
 * Accessible as WCAG 2.2 AA asks: every figure names its headings (`headers`), tables have captions,
 * English is marked as such. Fits a phone, prints on A4, follows light and dark. All text is escaped, and
 * there is no script. The outermost element of the report is `article.ogi-annual-report`. `readHtml` reads
 * it back to the same report, marks and English headings or not.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Page or fragment; how it brings its looks; findings to mark; languages.
 * @returns
 *   HTML.
 * @throws
 *   If `id` has other characters than letters, digits, `-` and `_`.
 * @example
 *   renderHtml(report, { fragment: true })
 *   //=> '<article class="ogi-annual-report" lang="zh-CN">\n<h1>淮安市人民政府2024年政府信息公开工作年度报告</h1>…'
 */
export function renderHtml(report: AnyDraft, options: HtmlOptions = {}): string {
  const { fragment = false, styles = fragment ? 'none' : 'sheet' } = options;
  const pages = documentOf(report, options);
  const article = articleHtml(report, pages, { ...options, fragment, styles });
  if (fragment)
    return styles === 'sheet' ? `<style>\n${htmlStyleSheet}</style>\n${article}\n` : `${article}\n`;
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${encode(pages.title)}</title>`,
    ...(styles === 'sheet' ? [`<style>\n${pageStyleSheet}</style>`] : []),
    '</head>',
    '<body>',
    '<main>',
    article,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The report alone. Findings that are reported elsewhere on the page are not repeated. */
export function articleHtml(
  report: AnyDraft,
  { title, particulars, preamble, sections, signature }: PrintedReport,
  { check, locale = 'zh-CN', labels = 'zh-CN', styles = 'none', statements = [], ...options }: HtmlOptions,
  reportedElsewhere?: Reporting,
): string {
  const styleAttributes = styleAttributesOf(styles);
  const id = idOf(report, options);
  const reporting = reportedElsewhere ?? (check && reportInFull(check, id));
  const write = figureWriter(check, reporting, styleAttributes);
  const textOf = textWriter(statements, styleAttributes);
  let tables = 0;
  const pieces = [
    `<article${styleAttributes('report', 'ogi-annual-report')} lang="zh-CN">`,
    `<h1${styleAttributes('title')}>${encode(title)}</h1>`,
    ...particularsHtml(particulars, locale === 'en', styleAttributes),
    ...(reportedElsewhere ? [] : findingsHtml(check, reporting, locale, styleAttributes)),
    ...legendHtml(statements, locale, styleAttributes),
    ...preamble.map((piece, block) =>
      blockHtml(piece, textOf(piece.text, 'preamble', block), styleAttributes),
    ),
  ];
  for (const section of sections) {
    pieces.push(
      '<section>',
      `<h2${styleAttributes('section')}>${headingHtml(section.section, labels, styles)}</h2>`,
    );
    for (const [block, piece] of section.blocks.entries())
      pieces.push(blockHtml(piece, textOf(piece.text, section.section.id, block), styleAttributes));
    if (section.grid.length > 0) {
      tables += 1;
      pieces.push(tableHtml(section, tables, { labels, styles, id }, write));
    }
    pieces.push('</section>');
  }
  pieces.push(...signatureHtml(signature, styleAttributes), '</article>');
  return pieces.join('\n');
}

function idOf({ agency, year }: AnyDraft, { id, fragment = true }: HtmlOptions): string {
  if (id === undefined)
    return fragment ? `${PAGE_ID}-${fingerprintOf(`${agency.name} ${year}`).slice(0, 8)}` : PAGE_ID;
  if (!/^[A-Za-z][\w-]*$/.test(id))
    throw new Error(
      `\`id\` is ${JSON.stringify(id)}; begin it with a letter and use letters, digits, - and _ only.`,
    );
  return id;
}

function particularsHtml(
  particulars: PrintedReport['particulars'],
  isEnglish: boolean,
  styleAttributes: StyleAttributes,
): string[] {
  if (particulars.length === 0) return [];
  const english = (text: string) => (isEnglish && !/\p{Script=Han}/u.test(text) ? ' lang="en"' : '');
  return [
    `<dl${styleAttributes('particulars', 'ogi-particulars')}>`,
    ...particulars.map(
      ({ label, text }) =>
        `<div${styleAttributes('particular')}><dt${styleAttributes('label')}${english(label)}>${encode(label)}</dt><dd${styleAttributes('value')}${english(text)}>${encode(text)}</dd></div>`,
    ),
    '</dl>',
  ];
}

function signatureHtml(signature: PrintedReport['signature'], styleAttributes: StyleAttributes): string[] {
  if (signature.length === 0) return [];
  const lines = signature.map((line) => `<p${styleAttributes('signed')}>${encode(line)}</p>`);
  return [`<div${styleAttributes('signature', 'ogi-signature')}>`, ...lines, '</div>'];
}

function blockHtml(piece: Block, text: string, styleAttributes: StyleAttributes): string {
  if (piece.kind === 'paragraph')
    return `<p${styleAttributes('paragraph')}>${text.replaceAll('\n', '<br>')}</p>`;
  const tag = `h${piece.level + 1}`;
  return `<${tag}${styleAttributes('subheading')}>${text}</${tag}>`;
}
