/**
 * JSON: renders reports in the contract that `parseReport` reads.
 *
 * @module json
 */
export { jsonRenderer, renderJson } from './render/json.ts';
