import { readXlsx as readWorkbook } from 'hucre/xlsx';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Output } from '../src/index.ts';

/** The text of a Word file, as a stranger's library takes it out. */
export async function textOfWord(output: Output): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(output) });
  return value;
}

/** What stands in the cells of a workbook, as a stranger's library takes it out. */
export async function textOfExcel(output: Output): Promise<string> {
  const { sheets } = await readWorkbook(Buffer.from(output));
  return sheets.flatMap(({ rows }) => rows.flat().map((value) => String(value ?? ''))).join('\n');
}

/** The text of a PDF file, page by page. */
export async function textOfPdf(output: Output): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(Buffer.from(output))));
  return text.join('\n');
}
