/**
 * Reads reports from any file, whatever it is.
 *
 * @module ogi-annual-report/read-any
 */
export { type ReadAnyOptions, readAny } from './read/any.ts';
export type { ZipLimits } from './read/zip.ts';
