/**
 * Markdown: renders reports with the tables of GitHub.
 *
 * @module ogi-annual-report/markdown
 */
export { renderMarkdown } from './write.ts';
