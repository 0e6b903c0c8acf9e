import type { Localized } from '../../form/vocabulary.ts';
import type { SourceItem } from '../../reading/grid/read-document.ts';

/** What of a page says why it has no tables. */
interface Page {
  readonly items: readonly { readonly item: SourceItem }[];
  /** How many scripts it runs. */
  readonly scripts: number;
  /** What its links to files are called. */
  readonly links: readonly string[];
}

/** Why a page may have no tables of a report. */
export function whyNoTables({ items, scripts, links }: Page): Localized | undefined {
  const words = items.reduce((sum, { item }) => sum + (item.kind === 'line' ? item.text.length : 0), 0);
  const [link] = links;
  if (link !== undefined) {
    return {
      'zh-CN': `网页里没有报告的表格，只有附件链接“${link.slice(0, 60)}”；请下载附件，读取附件`,
      en: `The page has no tables of a report, only a link to a file, “${link.slice(0, 60)}”; download that file and read it`,
    };
  }
  if (scripts > 0 && words < 400) {
    return {
      'zh-CN':
        '网页里没有报告的表格：内容由脚本加载。请在浏览器中打开，等内容显示后另存为网页，或者全选复制文字',
      en: 'The page has no tables of a report: its content is loaded by a script. Open it in a browser, wait until it shows, and save it or copy its text',
    };
  }
  return undefined;
}
