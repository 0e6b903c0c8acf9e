import { BuilderElement, type ParagraphChild, TextRun } from 'docx';
import { style } from './styles.ts';

/**
 * A list on a line to choose one of several words from. The only content control that templates have:
 * LibreOffice 7.4 writes text out several times that was typed into one for text.
 */
export function dropDown(title: string, hint: string, words: readonly string[]): ParagraphChild {
  const items = words.map(
    (word) =>
      new BuilderElement({
        name: 'w:listItem',
        attributes: {
          shown: { key: 'w:displayText', value: word },
          value: { key: 'w:value', value: word },
        },
      }),
  );
  return element('w:sdt', [
    element('w:sdtPr', [
      new BuilderElement({ name: 'w:alias', attributes: { value: { key: 'w:val', value: title } } }),
      element('w:showingPlcHdr'),
      element('w:dropDownList', items),
    ]),
    element('w:sdtContent', [
      new TextRun({ text: hint, style: style.placeholder, font: { hint: 'eastAsia' } }),
    ]),
  ]) as ParagraphChild;
}

function element(name: string, children: readonly (BuilderElement | TextRun)[] = []): BuilderElement {
  return new BuilderElement({ name, children });
}
