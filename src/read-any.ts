/**
 * Reads reports from any file, whatever it is.
 *
 * @module ogi-annual-report/read-any
 */
export { type ReadAnyOptions, readAny } from './formats/any.ts';
export type { ZipLimits } from './formats/zip.ts';
