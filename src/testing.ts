/**
 * A test kit for renderers: tries one on reports of all sorts and tells what is wrong with it.
 *
 * @module ogi-annual-report/testing
 */
export type { Part } from './testing/missing.ts';
export {
  type Fault,
  type HasDraft,
  type ReadBack,
  type TestRendererOptions,
  testRenderer,
} from './testing/renderer-kit.ts';
