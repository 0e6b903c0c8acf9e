import { type Cell, colToLetter, parseCellRef, readXlsx as readWorkbook, type Sheet } from 'hucre/xlsx';

type Value = number | string | boolean | null;

/** A workbook whose formulas are worked out, as Excel does when it opens a file. */
export interface Spreadsheet {
  readonly sheets: readonly Sheet[];
  /** What a cell shows: the value of its formula, if it has one. */
  valueAt(sheet: string, address: string): Value;
  /** What a formula gives on a sheet. */
  evaluate(sheet: string, formula: string): Value;
  /** Every cell with a formula. */
  formulas(): { sheet: string; address: string; formula: string; cached: Value }[];
}

/** Opens a workbook. Its formulas may use what ours use: nothing else is known here. */
export async function openSpreadsheet(file: Uint8Array): Promise<Spreadsheet> {
  const { sheets } = await readWorkbook(file, { readStyles: true });
  const known = new Map<string, Value>();
  const cellAt = (sheet: string, row: number, column: number): Cell | undefined =>
    sheets.find(({ name }) => name === sheet)?.cells?.get(`${row},${column}`);
  const worthAt = (sheet: string, row: number, column: number): Value => {
    const key = `${sheet}!${row},${column}`;
    if (!known.has(key)) {
      const cell = cellAt(sheet, row, column);
      const plain = sheets.find(({ name }) => name === sheet)?.rows[row]?.[column] ?? null;
      const value = cell?.formula ? evaluate(sheet, cell.formula) : plain;
      known.set(key, value instanceof Date ? value.toISOString() : value);
    }
    return known.get(key) ?? null;
  };
  const evaluate = (sheet: string, formula: string): Value => worth(parse(formula, sheet, worthAt)());
  return {
    sheets,
    evaluate,
    valueAt(sheet, address) {
      const { row, col } = parseCellRef(address);
      return worthAt(sheet, row, col);
    },
    formulas: () =>
      sheets.flatMap(({ name, cells = new Map<string, Cell>() }) =>
        [...cells].flatMap(([key, { formula, formulaResult, value }]) => {
          if (!formula) return [];
          const [row = 0, column = 0] = key.split(',').map(Number);
          const cached = formulaResult ?? value;
          return [
            {
              sheet: name,
              address: `${colToLetter(column)}${row + 1}`,
              formula,
              cached: cached instanceof Date ? cached.toISOString() : cached,
            },
          ];
        }),
      ),
  };
}

/** What a part of a formula gives: a value, or the values of cells. */
type Result = Value | { readonly cells: readonly Value[] };
type Part = () => Result;

const TOKEN =
  /\s*("(?:[^"]|"")*"|'(?:[^']|'')*'!|\$?[A-Z]{1,3}\$?\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?|<>|<=|>=|[=<>&+\-(),:])/gy;

function parse(
  formula: string,
  home: string,
  worthAt: (sheet: string, row: number, column: number) => Value,
): Part {
  const tokens = [...formula.matchAll(TOKEN)].map(([, token = '']) => token);
  if (tokens.join('').length !== formula.replace(/\s/g, '').length && !formula.includes('"'))
    throw new Error(`Not understood: ${formula}`);
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const binary = (
    signs: readonly string[],
    operand: () => Part,
    apply: (sign: string, a: Value, b: Value) => Value,
  ) =>
    function level(): Part {
      let left = operand();
      while (signs.includes(tokens[at] ?? '')) {
        const [sign, one, other] = [next(), left, operand()];
        left = () => apply(sign, worth(one()), worth(other()));
      }
      return left;
    };
  const reference = (token: string): Part => {
    const sheet = token.endsWith('!') ? token.slice(1, -2).replaceAll("''", "'") : home;
    const first = parseCellRef((token.endsWith('!') ? next() : token).replaceAll('$', ''));
    let last = first;
    if (tokens[at] === ':') {
      next();
      last = parseCellRef(next().replaceAll('$', ''));
    }
    return () => {
      const cells: Value[] = [];
      for (let row = first.row; row <= last.row; row += 1)
        for (let column = first.col; column <= last.col; column += 1) cells.push(worthAt(sheet, row, column));
      return { cells };
    };
  };
  const primary = (): Part => {
    const token = next();
    if (token === '-') {
      const operand = primary();
      return () => -number(worth(operand()));
    }
    if (token === '(') {
      const inner = expression();
      next();
      return inner;
    }
    if (token.startsWith('"')) return () => token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return () => Number(token);
    if (tokens[at] !== '(') return reference(token);
    next();
    const parts: Part[] = [];
    while (tokens[at] !== ')') {
      parts.push(expression());
      if (tokens[at] === ',') next();
    }
    next();
    return () => call(token, parts);
  };
  const sum = binary(['+', '-'], primary, (sign, a, b) => number(a) + (sign === '-' ? -1 : 1) * number(b));
  const joined = binary(['&'], sum, (_, a, b) => `${a ?? ''}${b ?? ''}`);
  const expression = binary(['=', '<>', '<', '>', '<=', '>='], joined, compare);
  return expression();
}

function call(name: string, parts: readonly Part[]): Value {
  const numbers = () =>
    parts.flatMap((part) => {
      const result = part();
      const values = typeof result === 'object' && result !== null ? result.cells : [result];
      return values.filter((value) => typeof value === 'number');
    });
  const [first = () => null, second = () => null, third = () => null] = parts;
  switch (name) {
    case 'IF':
      return worth(first()) ? worth(second()) : worth(third());
    case 'AND':
      return parts.every((part) => Boolean(worth(part())));
    case 'OR':
      return parts.some((part) => Boolean(worth(part())));
    case 'COUNT':
      return numbers().length;
    case 'COUNTIF': {
      const cells = first();
      if (worth(second()) !== '?*' || typeof cells !== 'object' || cells === null)
        throw new Error('COUNTIF?');
      return cells.cells.filter((value) => typeof value === 'string' && value !== '').length;
    }
    case 'SUM':
      return numbers().reduce((total, value) => total + value, 0);
    case 'ROUND':
      return Number(number(worth(first())).toFixed(number(worth(second()))));
    case 'LEN':
      return String(worth(first()) ?? '').length;
    default:
      throw new Error(`The function ${name} is not known here.`);
  }
}

function worth(result: Result): Value {
  return typeof result === 'object' && result !== null ? (result.cells[0] ?? null) : result;
}

function number(value: Value): number {
  if (typeof value === 'string') throw new Error(`“${value}” is no number.`);
  return Number(value ?? 0);
}

function compare(sign: string, a: Value, b: Value): boolean {
  const [one, other] = [a ?? (typeof b === 'string' ? '' : 0), b ?? (typeof a === 'string' ? '' : 0)];
  const order = one === other ? 0 : one < other ? -1 : 1;
  return {
    '=': order === 0,
    '<>': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  }[sign] as boolean;
}
