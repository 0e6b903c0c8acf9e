import type { Localized } from '../form/vocabulary.ts';
import { unreadable } from '../reading/build-reading.ts';
import { refused } from '../reading/issues.ts';
import type { Reading, ReadOptions } from '../reading/reading.ts';
import type { SourceFile } from './reader.ts';

/** The reading of a file that is not read, by its name if it is known. */
export function refuse({ name }: SourceFile, { locale = 'zh-CN' }: ReadOptions, reason: Localized): Reading {
  const named: Localized =
    name === undefined ? reason : { 'zh-CN': `${name}：${reason['zh-CN']}`, en: `${name}: ${reason.en}` };
  return unreadable(refused('READ-12', named), locale);
}
