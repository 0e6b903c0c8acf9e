import { strFromU8, strToU8 } from 'fflate';
import { readOds } from 'hucre/ods';
import { unreadable } from '../../reading/build-reading.ts';
import { refused } from '../../reading/issues.ts';
import type { Reading, ReadOptions } from '../../reading/reading.ts';
import { isFarTooLarge } from '../html/markup-size.ts';
import { readSheets, seenOrHidden } from '../xlsx/read.ts';
import { type Entries, packed } from '../zip.ts';
import { visibleContent } from './content.ts';
import { odsLooks } from './looks.ts';
import { namedRangesIn } from './names.ts';

/** Tags of a spreadsheet; a report has some thousands. */
const MAX_TAGS = 400_000;

/**
 * Reads a report from the files of an OpenDocument spreadsheet (`.ods`), as `readXlsx` reads a workbook. What hucre
 * leaves out, which sheets and what text are visible, is found before.
 */
export async function readOdsPackage(entries: Entries, options: ReadOptions): Promise<Reading> {
  const { locale = 'zh-CN' } = options;
  const manifest = strFromU8(entries['META-INF/manifest.xml'] ?? new Uint8Array());
  if (manifest.includes('encryption-data')) return unreadable(refused('READ-12', withPassword), locale);
  try {
    const content = strFromU8(entries['content.xml'] ?? new Uint8Array());
    const styles = strFromU8(entries['styles.xml'] ?? strToU8('<none/>'));
    if (isFarTooLarge(content, MAX_TAGS)) return unreadable(refused('READ-07', tooLarge), locale);
    const looks = odsLooks([styles, content]);
    const namedRanges = namedRangesIn(content);
    const hasHidden = /\btable:display=["']false/u.test(content + styles);
    return await seenOrHidden(hasHidden, async (which) => {
      const kept = visibleContent(content, looks, which);
      const { sheets } = await readOds(
        packed({ mimetype: entries['mimetype'] ?? new Uint8Array(), 'content.xml': strToU8(kept) }),
      );
      return readSheets(sheets, options, { namedRanges, which });
    });
  } catch {
    return unreadable(refused('READ-12', broken), locale);
  }
}

const withPassword = {
  'zh-CN': 'OpenDocument 表格（.ods）有密码，无法读取；请用密码打开，另存为没有密码的文件后再试',
  en: 'The OpenDocument spreadsheet (.ods) has a password; open it with the password, save it without one and try again',
};

const tooLarge = {
  'zh-CN': `OpenDocument 表格（.ods）远远超过一份报告的篇幅（超过 ${MAX_TAGS} 个标记）；请只提供报告本身`,
  en: `The OpenDocument spreadsheet (.ods) is far longer than a report (more than ${MAX_TAGS} tags); provide only the report`,
};

const broken = {
  'zh-CN': 'OpenDocument 表格（.ods）已损坏，无法读取；请打开并修复后另存为 .xlsx',
  en: 'The OpenDocument spreadsheet (.ods) is damaged; open it, repair it and save it as .xlsx',
};
