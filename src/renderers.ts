/**
 * The built-in renderers as a record, and the shape of a renderer.
 *
 * @module ogi-annual-report/renderers
 */
export { builtInRenderers } from './formats/built-in.ts';
export {
  headingLines,
  type Mark,
  marks,
  type PrintedParticular,
  type PrintedReport,
  type PrintedSection,
  printed,
} from './formats/document.ts';
export { escapeHtml } from './formats/html/escape-html.ts';
export { lazyRenderer } from './formats/lazy.ts';
export type { Labels, Output, Renderer, Renderers, RenderOptions } from './formats/renderer.ts';
