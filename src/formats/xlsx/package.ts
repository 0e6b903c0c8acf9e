import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type WriteOptions, writeXlsx } from 'hucre/xlsx';
import { finished, namesOf, type SheetDraft } from './sheet.ts';
import { defaultFont } from './style.ts';
import { lineText } from './text.ts';

/** Every file of ours says it was written on this day, so that the same report gives the same bytes. */
const ALWAYS = { property: new Date(Date.UTC(2000, 0, 1)), zip: new Date(2000, 0, 1) };

/** What a protected sheet still lets people do. */
const allowed = {
  sheet: true,
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
};

/** Writes sheets to a file, protected against changes to all but the cells to be filled in if asked. */
export async function workbook(
  sheets: readonly SheetDraft[],
  { title, protect, growing = [] }: WorkbookSetting,
): Promise<Uint8Array> {
  const options: WriteOptions = {
    sheets: sheets.map((sheet) => ({
      ...finished(sheet),
      ...(protect
        ? {
            protection: growing.includes(sheet)
              ? { ...allowed, insertRows: true, deleteRows: true }
              : allowed,
          }
        : {}),
    })),
    namedRanges: sheets.flatMap(namesOf),
    defaultFont,
    properties: {
      title: lineText(title).slice(0, MAX_TITLE_LENGTH),
      created: ALWAYS.property,
      modified: ALWAYS.property,
    },
  };
  return repacked(await writeXlsx(options));
}

/** How a workbook is written. */
export interface WorkbookSetting {
  readonly title: string;
  readonly protect: boolean;
  /** Sheets to which rows may be added even so. */
  readonly growing?: readonly SheetDraft[];
}

/** Most characters of a title in the properties of a file. */
const MAX_TITLE_LENGTH = 255;

/**
 * Packs a file anew: with fixed dates, the same compression everywhere, and notes wide enough for a
 * sentence, for which the library has no setting.
 */
function repacked(file: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(file)).map(([name, content]) => [
    name,
    /\.vml$/u.test(name) ? strToU8(withWiderNotes(strFromU8(content))) : content,
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: ALWAYS.zip });
}

/** Notes as wide as five columns and as high as nine rows. */
function withWiderNotes(drawing: string): string {
  return drawing
    .replaceAll('width:108pt;height:59.25pt', 'width:320pt;height:170pt')
    .replace(
      /<x:Anchor>(\d+),15,(\d+),2,\d+,31,\d+,4<\/x:Anchor>/gu,
      (_, column: string, row: string) =>
        `<x:Anchor>${column},15,${row},2,${Number(column) + 5},31,${Number(row) + 9},4</x:Anchor>`,
    );
}
