import type { Localized } from '../../form/vocabulary.ts';

/** A page that is not read, and why. */
export interface RefusedPage {
  readonly refusal: Localized;
}

/** Of a page with far too many elements. */
export const tooManyElements: Localized = {
  'zh-CN':
    '网页的标签没有正确闭合，解析后元素过多，不像是一份报告；请用浏览器打开后另存为网页，或者全选复制文字',
  en: 'The tags of the page are not closed, so that it has far too many elements for a report; open it in a browser and save it, or copy its text',
};

/** Of a page of which nobody can tell in time what is seen. */
export const tooMuchStyle: Localized = {
  'zh-CN':
    '网页的样式表过于庞大，无法判断哪些文字看得见，不像是一份报告；请用浏览器打开后全选复制文字，或者另存为 PDF',
  en: 'The style sheets of the page are far too large to tell which of its text is seen; open it in a browser and copy its text, or print it to PDF',
};
