/**
 * JSON: reads and renders reports in the contract of `parseReport`.
 *
 * @module ogi-annual-report/json
 */
export { readJson } from './read.ts';
export { renderJson } from './write.ts';
