import type { Locale, Localized } from '../../form/vocabulary.ts';
import type { ComparedStatement } from '../../rules/compared-statements.ts';
import type { TextSpan } from '../../rules/rule.ts';
import { escapeHtml as encode } from './escape-html.ts';
import type { StyleAttributes } from './look.ts';

/** Writes the text of a block, its statements marked. */
export type TextWriter = (text: string, section: TextSpan['section'], block: number) => string;

/** Writes text with the statements marked that were compared with the tables. */
export function textWriter(
  statements: readonly ComparedStatement[],
  styleAttributes: StyleAttributes,
): TextWriter {
  const ofBlock = new Map<string, ComparedStatement[]>();
  for (const statement of statements) {
    const { section, block } = statement.span;
    const key = `${section} ${block}`;
    ofBlock.set(key, [...(ofBlock.get(key) ?? []), statement]);
  }
  return (text, section, block) => {
    let html = '';
    let at = 0;
    for (const { span, verdict, message } of ofBlock.get(`${section} ${block}`) ?? []) {
      const { start, end } = span;
      if (start < at) continue; // one wording may state two things: 行政许可、处罚
      const words = encode(text.slice(start, end));
      html += `${encode(text.slice(at, start))}<mark${styleAttributes(verdict, 'ogi-said', `ogi-${verdict}`)} title="${encode(message)}">${words}</mark>`;
      at = end;
    }
    return html + encode(text.slice(at));
  };
}

const KINDS: readonly (readonly [ComparedStatement['verdict'], Localized])[] = [
  ['agrees', { 'zh-CN': '与表格一致', en: 'agree with the tables' }],
  ['contradicts', { 'zh-CN': '与表格不一致', en: 'differ from the tables' }],
  ['undecided', { 'zh-CN': '未作判断', en: 'not decided' }],
];
const HEADING: Localized = { 'zh-CN': '文字中与表格有关的数：', en: 'Figures in the text: ' };

/** How the figures in the text are marked, and how many there are of each kind. Readers pass over it. */
export function legendHtml(
  statements: readonly ComparedStatement[],
  locale: Locale,
  styleAttributes: StyleAttributes,
): readonly string[] {
  if (statements.length === 0) return [];
  const kinds = KINDS.flatMap(([verdict, words]) => {
    const count = statements.filter((statement) => statement.verdict === verdict).length;
    return count > 0
      ? [`<mark${styleAttributes(verdict, `ogi-${verdict}`)}>${encode(words[locale])} ${count}</mark>`]
      : [];
  });
  const language = locale === 'en' ? ' lang="en"' : '';
  return [
    `<aside${styleAttributes('statements', 'ogi-statements')}${language}>${encode(HEADING[locale])}${kinds.join(locale === 'en' ? ', ' : '，')}</aside>`,
  ];
}
