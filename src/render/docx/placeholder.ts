import { BuilderElement, type FileChild, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { HINT, style } from './styles.ts';

/** The name of an element of Word with a value. */
function valued(name: string, value: string): BuilderElement {
  return new BuilderElement({ name, attributes: { value: { key: 'w:val', value } } });
}

/** A place to fill in: a content control of Word, grey until something is written, gone thereafter. */
function control(
  title: string,
  content: Paragraph | TextRun,
  kind: readonly BuilderElement[],
  isKept = false,
): BuilderElement {
  return new BuilderElement({
    name: 'w:sdt',
    children: [
      new BuilderElement({
        name: 'w:sdtPr',
        children: [
          valued('w:alias', title),
          ...(isKept ? [] : [new BuilderElement({ name: 'w:temporary' })]),
          new BuilderElement({ name: 'w:showingPlcHdr' }),
          ...kind,
        ],
      }),
      new BuilderElement({ name: 'w:sdtContent', children: [content] }),
    ],
  });
}

const hintRun = (hint: string) =>
  new TextRun({ text: hint, style: style.placeholder, color: HINT, font: { hint: 'eastAsia' } });

/** A place for paragraphs. */
export function paragraphsToWrite(title: string, hint: string): FileChild {
  const content = new Paragraph({ style: style.paragraph, children: [hintRun(hint)] });
  return Object.assign(control(title, content, []), { fileChild: Symbol(title) });
}

/** A place for words on a line. */
export function wordsToWrite(title: string, hint: string): ParagraphChild {
  return control(title, hintRun(hint), [new BuilderElement({ name: 'w:text' })]) as ParagraphChild;
}

/** A place for one of several words. */
export function wordsToChoose(title: string, hint: string, words: readonly string[]): ParagraphChild {
  const list = new BuilderElement({
    name: 'w:dropDownList',
    children: words.map(
      (word) =>
        new BuilderElement({
          name: 'w:listItem',
          attributes: {
            shown: { key: 'w:displayText', value: word },
            value: { key: 'w:value', value: word },
          },
        }),
    ),
  });
  return control(title, hintRun(hint), [list], true) as ParagraphChild;
}
