/** Yuan in 万元, in which the form counts money. */
export const YUAN_OF_WAN = 10_000;

/** Decimals that an amount in 万元 may have. */
export const MAX_DECIMALS_OF_WAN = 6;

/** In so many parts of 万元 every amount is a whole number, and is added and subtracted without rounding. */
export const PARTS_OF_WAN = 10 ** MAX_DECIMALS_OF_WAN;
