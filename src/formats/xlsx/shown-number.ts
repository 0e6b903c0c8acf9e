/**
 * A number as its format shows it: in the unit that the format makes of it, with the words it puts behind.
 *
 * Formats that show a part of a number are taught everywhere for 万元: `0!.0000` and `#0!.0,` write a decimal point
 * into a whole number of yuan, commas at the end leave out thousands. How many decimals are shown is left aside.
 *
 * @param value
 *   Number as it is stored.
 * @param format
 *   Number format of the cell.
 * @returns
 *   What is seen, such as `96171.6`, `22（其中修订16件）` or `50%`.
 */
export function shownNumber(value: number, format = 'General'): string {
  const { digits, words } = partsOf(sectionFor(value, format));
  const isScaled = digits.includes('%') || digits.includes('!') || digits.endsWith(',');
  return `${exactly(isScaled ? scaled(value, digits) : value)}${words}`;
}

/** A sum such as 2977.7100000000003 has the 15 digits that Excel shows. */
function exactly(value: number): number {
  return Number(value.toFixed(6)) === value ? value : Number(value.toPrecision(15));
}

/** The section of a format for numbers of this sign; conditions and colours in square brackets say nothing here. */
function sectionFor(value: number, format: string): string {
  const sections = format.match(/(?:"[^"]*"|[\\!_*].|[^;])+|(?=;;)/gsu) ?? [];
  const [positive = '', negative, zero] = sections;
  const section = value < 0 ? negative : value === 0 ? zero : positive;
  return (section || positive).replace(/\[[^[\]]*\]/gu, '');
}

/** The signs that stand for digits, with `!` for a point that is written into them; and the words behind. */
function partsOf(section: string): { readonly digits: string; readonly words: string } {
  let digits = '';
  let words = '';
  const general = section.replace(/^(?:General|G\/通用格式)/iu, '0');
  for (const [piece] of general.matchAll(/"[^"]*"|[\\!_*].|./gsu)) {
    const isQuoted = piece.startsWith('"');
    const isEscaped = /^[\\!]./su.test(piece);
    if (/^[_*]/u.test(piece)) continue; // a blank as wide as a character, or one that fills the cell
    if (isQuoted) words += piece.slice(1, -1);
    else if (isEscaped && piece[1] === '.') digits += '!';
    else if (isEscaped) words += piece[1] ?? '';
    else if (/[#0?.,%]/u.test(piece)) {
      digits += piece;
      if (piece === '%') words += '%';
    } else if (/\S/u.test(piece) && !/[-+()]/u.test(piece)) words += piece;
  }
  return { digits, words };
}

function scaled(value: number, digits: string): number {
  const hundreds = digits.split('%').length - 1;
  const numerals = digits.replaceAll('%', '');
  const thousands = /(?<!,),+$/u.exec(numerals)?.[0].length ?? 0;
  const written = numerals.indexOf('!');
  const behindPoint = written < 0 ? 0 : numerals.slice(written).replace(/[^#0?]/gu, '').length;
  const power = 2 * hundreds - 3 * thousands - behindPoint;
  return Number(`${value}e${power}`);
}
