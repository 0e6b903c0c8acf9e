/**
 * The built-in renderers as a record, and the shape of a renderer.
 *
 * @module ogi-annual-report/renderers
 */
export { builtInRenderers } from './render/built-in.ts';
export {
  headingLines,
  type Mark,
  marks,
  type PrintedParticular,
  type PrintedReport,
  type PrintedSection,
  printed,
} from './render/document.ts';
export { escapeHtml } from './render/escape-html.ts';
export { lazyRenderer } from './render/lazy.ts';
export type { Labels, Output, Renderer, Renderers, RenderOptions } from './render/renderer.ts';
