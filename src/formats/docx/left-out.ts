import { strFromU8 } from 'fflate';
import type { Localized } from '../../form/vocabulary.ts';
import type { Entries } from '../zip.ts';

/** What mammoth says of what it leaves out. */
const ELEMENT = /^An unrecognised element was ignored: (?<name>[\w:.-]+)$/u;
const CHARACTER = /^A w:sym element with an unsupported character was ignored/u;
/** Text within an element, of a paragraph or a formula. */
const TEXT = /<(?:w|m):t[ >]/u;
/** Kinds of elements named one by one. */
const MAX_NAMES = 5;

/**
 * What was not read of a Word file, as mammoth reports it: elements that hold text, and characters of fonts that
 * it does not know. Elements without text leave nothing out that a report says.
 *
 * @param entries
 *   The parts of the package that mammoth was given.
 */
export function leftOut(
  messages: readonly { readonly message: string }[],
  entries: Entries,
): readonly Localized[] {
  const names = new Set(messages.flatMap(({ message }) => ELEMENT.exec(message)?.groups?.['name'] ?? []));
  const withText = [...names].filter((name) => holdsText(entries, name)).slice(0, MAX_NAMES);
  const hasCharacters = messages.some(({ message }) => CHARACTER.test(message));
  return [
    ...withText.map((name) => ({
      'zh-CN': `Word 文件中有一处内容没有读取（${name} 里的文字），请对照来源查看`,
      en: `A piece of the Word file was not read (text in ${name}); look at the source`,
    })),
    ...(hasCharacters
      ? [
          {
            'zh-CN': 'Word 文件中有用特殊字体插入的符号没有读取，请对照来源查看',
            en: 'Symbols of a special font in the Word file were not read; look at the source',
          },
        ]
      : []),
  ];
}

/** Whether an element of that name has text in it, in one of the parts. */
function holdsText(entries: Entries, name: string): boolean {
  return Object.entries(entries).some(([part, content]) => {
    if (!part.startsWith('word/')) return false;
    const xml = strFromU8(content);
    let end = 0;
    for (let start = xml.indexOf(`<${name}`); start >= 0; start = xml.indexOf(`<${name}`, end)) {
      end = xml.indexOf(`</${name}>`, start);
      if (end < 0) return false;
      if (TEXT.test(xml.slice(start, end))) return true;
    }
    return false;
  });
}
