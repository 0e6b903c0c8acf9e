/**
 * JSON: renders reports in the contract that `parseReport` reads; reads the JSON of another tool.
 *
 * @module ogi-annual-report/json
 */
export { isPeerJson, peerJsonReader, readPeerJson } from './read/peer-json.ts';
export { jsonRenderer, renderJson } from './render/json.ts';
