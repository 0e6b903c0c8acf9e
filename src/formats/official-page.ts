/** Characters on a line of an official document (GB/T 9704-2012). */
export const CHARACTERS_A_LINE = 28;
