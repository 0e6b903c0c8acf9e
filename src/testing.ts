/**
 * A test kit for renderers: tries one on reports of all sorts and tells what is wrong with it.
 *
 * @module ogi-annual-report/testing
 */
export {
  type Fault,
  type HasDraft,
  type Part,
  type ReadBack,
  type TestRendererOptions,
  testRenderer,
} from './testing/renderer-kit.ts';
