/**
 * A test kit for renderers: tries one on reports of all sorts and tells what is wrong with it.
 *
 * @module ogi-annual-report/testing
 */
export type { Part } from './missing.ts';
export {
  type Fault,
  type HasDraft,
  type ReadBack,
  type TestRendererOptions,
  testRenderer,
} from './renderer-kit.ts';
