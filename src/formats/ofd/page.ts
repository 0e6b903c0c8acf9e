import { SaxesParser } from 'saxes';
import type { PlacedPage, PlacedPiece, Ruling } from '../../reading/placed/placed-page.ts';
import { sidesOf, thinArea } from '../pdf/rulings.ts';
import { numbersIn, type Transform, transformOf } from './numbers.ts';
import { outlinesIn } from './outlines.ts';
import { type TextRun, textPieces } from './text-pieces.ts';

/** What stands on a page, and whether text was left out because it does not run from left to right. */
export interface OfdPage extends PlacedPage {
  readonly hasTurnedText: boolean;
}

/** Pieces of text and lines on a page beyond these are not read, which is reported. */
const MAX_OBJECTS = 40_000;

/** An object on a page that is being read. */
interface PageObject {
  readonly transform: Transform;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isShown: boolean;
}

/**
 * Reads what stands on a page: text with its places, and the lines that are drawn (GB/T 33190, 11 and 9).
 *
 * @param content
 *   The page, and before it the templates that lie beneath it.
 * @param height
 *   Height of the page in millimetres; the standard counts from the top, pages are read from the bottom.
 * @throws
 *   If the XML is not well formed, or there is far too much on the page.
 */
export function ofdPage(content: readonly string[], height: number): OfdPage {
  const pieces: PlacedPiece[] = [];
  const rulings: Ruling[] = [];
  let hasTurnedText = false;
  for (const xml of content) {
    let object: PageObject | undefined;
    let runs: TextRun[] = [];
    let text: { readonly attributes: Readonly<Record<string, string>>; content: string } | undefined;
    let path: string | undefined;
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      const local = localName(name);
      if (local === 'TextObject' || local === 'PathObject') {
        object = { transform: transformOf(attributes, height), attributes, isShown: isShown(attributes) };
        runs = [];
      } else if (local === 'TextCode') text = { attributes, content: '' };
      else if (local === 'AbbreviatedData') path = '';
    });
    const add = (chunk: string) => {
      if (text) text.content += chunk;
      if (path !== undefined) path += chunk;
    };
    parser.on('text', add);
    parser.on('cdata', add);
    parser.on('closetag', ({ name }) => {
      const local = localName(name);
      if (local === 'TextCode' && text) {
        const { X, Y, DeltaX = '', DeltaY = '' } = text.attributes;
        const previousRun = runs.at(-1);
        runs.push({
          text: text.content.replace(/[\r\n]/gu, ''),
          x: X === undefined ? (previousRun?.x ?? 0) : (numbersIn(X)[0] ?? 0),
          y: Y === undefined ? (previousRun?.y ?? 0) : (numbersIn(Y)[0] ?? 0),
          deltaX: DeltaX,
          isUpright: numbersIn(DeltaY).some((delta) => delta !== 0),
        });
        text = undefined;
      } else if (local === 'TextObject' && object) {
        const objectPieces = object.isShown ? textPieces(runs, object.attributes, object.transform) : [];
        if (objectPieces === 'turned') hasTurnedText ||= runs.some((run) => /\d/u.test(run.text));
        else pieces.push(...objectPieces);
        object = undefined;
      } else if (local === 'PathObject' && object) {
        const { Stroke = 'true', Fill = 'false' } = object.attributes;
        if (object.isShown && path !== undefined)
          for (const outline of outlinesIn(path, object.transform)) {
            if (Stroke !== 'false') rulings.push(...sidesOf(outline));
            else if (Fill !== 'false') rulings.push(...thinArea(outline));
          }
        object = undefined;
        path = undefined;
      }
      if (pieces.length + rulings.length > MAX_OBJECTS) throw new Error('There is far too much on the page.');
    });
    parser.write(xml).close();
  }
  return { pieces, rulings, hasTurnedText };
}

/** The name of an element without its prefix, for which programs differ. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function isShown({ Visible = 'true', Alpha = '255' }: Readonly<Record<string, string>>): boolean {
  return Visible !== 'false' && Alpha !== '0';
}
