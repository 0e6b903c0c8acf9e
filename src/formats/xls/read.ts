import { readXls } from 'hucre';
import type { Sheet } from 'hucre/xlsx';
import { unreadable } from '../../reading/build-reading.ts';
import { refused } from '../../reading/issues.ts';
import type { Reading, ReadOptions } from '../../reading/reading.ts';
import { type CompoundFile, viewOf } from '../ole/compound-file.ts';
import { readSheets, seenOrHidden } from '../xlsx/read.ts';
import { sheetLooks } from './looks.ts';
import { namedRangesIn } from './names.ts';
import { RECORDS, recordsOf } from './records.ts';

/** Records of a workbook; a report has some thousands. */
const MAX_RECORDS = 500_000;
const NEWEST_VERSION = 0x600;

/**
 * Reads a report from an Excel or WPS workbook of the old kind (`.xls`, `.et`), as `readXlsx` reads one of today.
 * hucre gives the values; which sheets are hidden, what is struck out, number formats and formulas it leaves out.
 */
export async function readOldExcel(
  bytes: Uint8Array,
  file: CompoundFile,
  options: ReadOptions,
): Promise<Reading> {
  const { locale = 'zh-CN' } = options;
  const refuse = (reason: keyof typeof REASONS) =>
    unreadable(refused(reason === 'too long' ? 'READ-07' : 'READ-12', REASONS[reason]), locale);
  try {
    const stream = file.stream('Workbook');
    if (!stream) return refuse('too old');
    const records = recordsOf(stream);
    const [firstRecord] = records;
    if (records.length > MAX_RECORDS) return refuse('too long');
    if (!firstRecord || viewOf(firstRecord.data).getUint16(0, true) < NEWEST_VERSION)
      return refuse('too old');
    if (records.some(({ id }) => id === RECORDS.password)) return refuse('has a password');
    const looks = sheetLooks(records);
    const { sheets } = await readXls(bytes);
    const namedRanges = namedRangesIn(
      records,
      sheets.map(({ name }) => name),
    );
    const sheetsOf = (which: 'seen' | 'all') =>
      sheets.flatMap((sheet, sheetIndex): Sheet[] => {
        const look = looks[sheetIndex];
        if (!look || (look.isHidden && which === 'seen')) return [];
        // rows without cells are left out of the list
        const rows = Array.from(sheet.rows, (row) => row ?? []);
        for (const { row, column, value } of look.values) {
          while (rows.length <= row) rows.push([]);
          const cells = rows[row] ?? [];
          while (cells.length < column) cells.push(null);
          cells[column] = value;
        }
        return [{ ...sheet, rows, cells: new Map(look.cells) }];
      });
    const hasHidden = looks.some(({ isHidden }) => isHidden);
    return await seenOrHidden(hasHidden, async (which) =>
      readSheets(sheetsOf(which), options, { namedRanges, which }),
    );
  } catch {
    return refuse('damaged');
  }
}

const REASONS = {
  'has a password': {
    'zh-CN': '旧版 Excel 文件（.xls）有密码，无法读取；请用密码打开，另存为没有密码的 .xlsx 后再试',
    en: 'The old Excel file (.xls) has a password; open it with the password and save it without one as .xlsx',
  },
  'too old': {
    'zh-CN': '这是 Excel 95 或者更早版本的文件，不能读取；请用 Excel 或 WPS 打开后另存为 .xlsx',
    en: 'This is a file of Excel 95 or older; open it in Excel and save it as .xlsx',
  },
  'too long': {
    'zh-CN': '旧版 Excel 文件（.xls）远远超过一份报告的篇幅；请只提供报告本身',
    en: 'The old Excel file (.xls) is far longer than a report; provide only the report',
  },
  damaged: {
    'zh-CN': '旧版 Excel 文件（.xls）已损坏，无法读取；请用 Excel 或 WPS 打开并修复后另存为 .xlsx',
    en: 'The old Excel file (.xls) is damaged; open it in Excel, repair it and save it as .xlsx',
  },
} as const;
