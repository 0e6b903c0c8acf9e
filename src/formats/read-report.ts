import { forms } from '../form/editions.ts';
import { mustBeList, mustBeLocale, mustBeOneOf } from '../form/options.ts';
import type { Edition, Form } from '../form/vocabulary.ts';
import { onAnotherEdition } from '../reading/another-edition.ts';
import { unreadable } from '../reading/build-reading.ts';
import type { Reading } from '../reading/reading.ts';
import { builtInReaders } from './built-in-readers.ts';
import { decodeHtml } from './charset.ts';
import { bytesOf, type FileContent, isPath, pathReader } from './file-content.ts';
import { checkLimits } from './limits.ts';
import type { ReadReportOptions, SourceFile } from './reader.ts';

/** Reads a file with the first reader that recognises it. */
export async function readWithReaders(file: FileContent, options: ReadReportOptions): Promise<Reading> {
  refuseOptions(options);
  const { readers = [], edition } = options;
  const source = sourceOf(file, options);
  for (const reader of [...readers, ...(isPath(file) ? [pathReader] : builtInReaders)]) {
    if (!(await reader.recognizes(source))) continue;
    const reading = await reader.read(source, options);
    return edition === undefined || edition === 'any' ? reading : onEdition(edition, reading, options);
  }
  throw new Error('No reader recognised the file, though the last one takes any text.');
}

/** Refuses options that readers would not understand; what is besides is for readers of your own. */
function refuseOptions(options: ReadReportOptions): void {
  mustBeLocale(options.locale);
  mustBeOneOf('edition', options.edition, [...Object.keys(forms), 'any']);
  mustBeOneOf('blanks', options.blanks, ['keep', 'zero']);
  mustBeList('readers', options.readers, 'readers');
  checkLimits(options);
}

function sourceOf(file: FileContent, { name, charset }: ReadReportOptions): SourceFile {
  let text = typeof file === 'string' ? withoutMark(file) : undefined;
  return {
    bytes: bytesOf(file),
    get text() {
      text ??= withoutMark(decodeHtml(this.bytes, charset));
      return text;
    },
    ...(name === undefined ? {} : { name }),
  };
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/u, '');
}

/** A reading on the edition asked for: one on another is unreadable, and never typed as what it is not. */
function onEdition(edition: Edition, reading: Reading, { locale = 'zh-CN' }: ReadReportOptions): Reading {
  if (reading.draft.form === edition) return reading;
  const form: Form = forms[edition];
  const unreadableReading = unreadable(onAnotherEdition(forms[reading.draft.form], form), locale, form);
  return reading.status === 'unreadable'
    ? { ...unreadableReading, problems: reading.problems }
    : unreadableReading;
}
