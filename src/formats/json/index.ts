/**
 * JSON: renders reports in the contract that `parseReport` reads; reads the JSON of another tool.
 *
 * @module ogi-annual-report/json
 */
export { isPeerJson, peerJsonReader, readPeerJson } from './peer-json.ts';
export { jsonRenderer, renderJson } from './write.ts';
