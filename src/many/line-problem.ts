import type { Locale, Localized } from '../form/vocabulary.ts';
import { oneLine } from '../formats/legal-text.ts';
import type { NotKept } from './batches.ts';
import type { LineProblemCode, LineResult, UnreadableLine } from './line-result.ts';
import type { Bracket } from './look-ahead.ts';

/** A line that was not checked, for a reason that has nothing to do with what reports are. */
export function unreadableLine(
  line: number,
  code: LineProblemCode,
  message: Localized,
  locale: Locale,
): UnreadableLine {
  return { line, ok: false, problems: [{ path: '', code, message: message[locale] }] };
}

/** A line that was not kept. */
export function lineNotKept(
  line: number,
  batch: NotKept,
  longestLine: number,
  locale: Locale,
): UnreadableLine {
  if ('tooLong' in batch) return tooLongLine(line, batch.tooLong, longestLine, locale);
  return unreadableLine(line, 'one-value', oneValue[batch.oneValue], locale);
}

/** The messages about a source that is one value printed over many lines. */
const oneValue: Readonly<Record<Bracket, Localized>> = {
  '{': {
    'zh-CN':
      '这是一份分多行书写的报告（JSON），不是每行一份报告的文件，没有再往下读；请改用扩展名 .json 单独核对，或者把它写成一行',
    en: 'this is one report printed over many lines, not a file with one report a line, and no more of it was read; check it by itself, as a file .json, or write it on one line',
  },
  '[': {
    'zh-CN':
      '这是分多行书写的列表（JSON 数组），不是每行一份报告的文件，没有再往下读；请去掉首尾的方括号和报告之间的逗号，每份报告写成一行',
    en: 'this is a list printed over many lines, not a file with one report a line, and no more of it was read; leave out the brackets around it and the commas between reports, and write each report on one line',
  },
};

/** A line that is longer than allowed. */
export function tooLongLine(
  line: number,
  bytes: number,
  longestLine: number,
  locale: Locale,
): UnreadableLine {
  return unreadableLine(
    line,
    'too-long',
    {
      'zh-CN': `这一行有 ${bytes} 字节，超过 ${longestLine} 字节的上限，没有读取；一行应当只有一份报告，请检查是否缺少换行`,
      en: `the line has ${bytes} bytes, more than the ${longestLine} that are allowed, and was not read; a line is one report; see whether a line break is missing`,
    },
    locale,
  );
}

export const notUtf8: Localized = {
  'zh-CN': '这一行不是 UTF-8 编码；请把文件另存为 UTF-8',
  en: 'the line is not UTF-8; save the file as UTF-8',
};

export const inUtf16: Localized = {
  'zh-CN': '整个文件是 UTF-16 编码，没有再往下读；请把文件另存为 UTF-8',
  en: 'the whole file is UTF-16, and no more of it was read; save the file as UTF-8',
};

/** Whether what is wrong with a line is wrong with all that follow, so that it is reported once. */
export function isWrongWithAll(line: LineResult): boolean {
  const [problem] = line.ok ? [] : line.problems;
  return line.line === 1 && (problem?.code === 'utf-16' || problem?.code === 'one-value');
}

/** The message about a line that is no JSON. */
export function lineNotJson(reason: Localized): Localized {
  return {
    'zh-CN': `这一行不是有效的 JSON（${reason['zh-CN']}）；每行应当是一份完整的报告`,
    en: `the line is not valid JSON (${reason.en}); each line has to be one whole report`,
  };
}

/** The message where a check fails that should not. */
export function notChecked(error: unknown): Localized {
  const reason = reasonOf(error);
  return {
    'zh-CN': `核对这一行时程序出错（${reason}）；请检查地方规则，或者报告此问题`,
    en: `the check failed on this line (${reason}); check the packs, or report this as a bug`,
  };
}

/** The message about the lines that a worker thread had when it died. */
export function notFinished(reason: string): Localized {
  return {
    'zh-CN': `核对这一批的线程意外停止（${reason}），这一行没有核对；请单独核对这一批，或者只用一个线程`,
    en: `the worker thread that had this batch stopped (${reason}), so the line was not checked; check the batch by itself, or with one thread only`,
  };
}

/** Characters of a reason that are reported. */
const MAX_REASON_LENGTH = 300;

/** Why something failed, on one short line. */
export function reasonOf(error: unknown): string {
  const text = oneLine(error instanceof Error ? error.message : String(error));
  return text.length > MAX_REASON_LENGTH ? `${text.slice(0, MAX_REASON_LENGTH)}…` : text;
}
