import { unreadable } from '../../reading/build-reading.ts';
import { editionOf } from '../../reading/edition.ts';
import { readDocument } from '../../reading/grid/read-document.ts';
import { refused } from '../../reading/issues.ts';
import type { Reading, ReadOptions } from '../../reading/reading.ts';
import type { CompoundFile } from '../ole/compound-file.ts';
import { blocksOf } from './blocks.ts';
import { paragraphsOf } from './paragraphs.ts';

/**
 * Reads a report from a Word or WPS file of the old kind (`.doc`, `.wps`).
 *
 * Own code, as the libraries for this format give text with its cells run together: they lose which cells are
 * merged and how wide they are, what is struck out, and tell a blank cell from the end of a row by a tabulator.
 */
export function readOldWord(file: CompoundFile, options: ReadOptions): Reading {
  const { locale = 'zh-CN' } = options;
  try {
    const paragraphs = paragraphsOf(file);
    if (typeof paragraphs === 'string')
      return unreadable(
        refused(paragraphs === 'too long' ? 'READ-07' : 'READ-12', REASONS[paragraphs]),
        locale,
      );
    const items = blocksOf(paragraphs);
    const form = editionOf(
      items.flatMap((item) => (item.kind === 'table' ? item.matrix.cells.map(({ key }) => key) : [])),
    );
    return readDocument({ form, items }, options);
  } catch {
    return unreadable(refused('READ-12', damaged), locale);
  }
}

const REASONS = {
  'has a password': {
    'zh-CN': '旧版 Word 文件（.doc）有密码，无法读取；请用密码打开，另存为没有密码的 .docx 后再试',
    en: 'The old Word file (.doc) has a password; open it with the password and save it without one as .docx',
  },
  'too old': {
    'zh-CN': '这是 Word 95 或者更早版本的文件，不能读取；请用 Word 或 WPS 打开后另存为 .docx',
    en: 'This is a file of Word 95 or older; open it in Word and save it as .docx',
  },
  'too long': {
    'zh-CN': 'Word 文件的正文远远超过一份报告的篇幅；请只提供报告本身',
    en: 'The text of the Word file is far longer than a report; provide only the report',
  },
} as const;

const damaged = {
  'zh-CN': '旧版 Word 文件（.doc）已损坏，无法读取；请用 Word 或 WPS 打开并修复后另存为 .docx',
  en: 'The old Word file (.doc) is damaged; open it in Word, repair it and save it as .docx',
};
