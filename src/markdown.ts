/**
 * Markdown: renders reports with the tables of GitHub.
 *
 * @module markdown
 */
export { markdownRenderer, renderMarkdown } from './render/markdown.ts';
