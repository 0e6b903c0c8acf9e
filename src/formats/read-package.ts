import { strFromU8 } from 'fflate';
import { unreadable } from '../reading/build-reading.ts';
import { refused } from '../reading/issues.ts';
import type { Reading } from '../reading/reading.ts';
import { mainPartOf } from './main-part.ts';
import type { ReadReportOptions, SourceFile } from './reader.ts';
import { refuse } from './refuse.ts';
import { reasonOf, refusedFormats, zipArchives } from './refused-formats.ts';
import { type Entries, hasPassword, openZip } from './zip.ts';

/** What every OFD package has; some programs begin names with a slash. */
const OFD = /^\/?OFD\.xml$/u;

/** Reads a file that is a package of others: which format it is, and whether it is one, is decided by what is inside. */
export async function readPackage(file: SourceFile, options: ReadReportOptions): Promise<Reading> {
  if (hasPassword(file.bytes)) return refuse(file, options, reasonOf(zipArchives.withPassword));
  const opened = openZip(file.bytes, options);
  if ('reason' in opened) return unreadable(refused(opened.rule, opened.reason), options.locale ?? 'zh-CN');
  const { entries } = opened;
  const mediaType = strFromU8((entries['mimetype'] ?? new Uint8Array()).subarray(0, 200));
  if (/opendocument\.spreadsheet/u.test(mediaType))
    return (await import('./ods/read.ts')).readOdsPackage(entries, options);
  if (Object.keys(entries).some((name) => OFD.test(name)))
    return (await import('./ofd/read.ts')).readOfdPackage(entries, options);
  const main = mainPartOf(entries);
  if (main?.startsWith('word/')) return (await import('./docx/read.ts')).readWordPackage(entries, options);
  if (main === 'xl/workbook.xml') return (await import('./xlsx/read.ts')).readExcelPackage(entries, options);
  return refuse(file, options, reasonOf(refusedPackage(entries, mediaType) ?? zipArchives.plain));
}

function refusedPackage(entries: Entries, type: string) {
  const names = Object.keys(entries);
  return refusedFormats.find(
    ({ entry, mediaType }) => mediaType?.test(type) || (entry && names.some((name) => entry.test(name))),
  );
}
