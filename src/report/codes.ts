/** Administrative division code of GB/T 2260. */
export const DIVISION_CODE = /^\d{6}$/;

/** Unified social credit code of GB 32100. */
export const CREDIT_CODE = /^[0-9A-HJ-NP-RT-UW-Y]{18}$/;
