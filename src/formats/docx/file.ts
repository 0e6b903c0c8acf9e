import { Document, type FileChild, type ICommentOptions } from 'docx';
import type { Form } from '../../form/vocabulary.ts';
import { type DocxFonts, officialFonts } from './fonts.ts';
import type { DocxOptions } from './options.ts';
import { packed } from './pack.ts';
import { pageNumbers, pageProperties } from './page.ts';
import { stylesOf } from './styles.ts';
import { oneLine } from './text.ts';

/** What a file consists of. */
interface Content {
  /** The document that lays the form down. */
  readonly form: Form;
  readonly title: string;
  /** Who the file is by. */
  readonly creator: string;
  readonly children: readonly FileChild[];
  readonly comments?: readonly ICommentOptions[];
}

/** Puts a file together: page, styles, page numbers, properties. */
export function fileOf(
  { form, title, creator, children, comments = [] }: Content,
  { fonts = {}, createdOn }: Pick<DocxOptions, 'fonts' | 'createdOn'>,
): Promise<Uint8Array> {
  const chosen: DocxFonts = { ...officialFonts, ...fonts };
  const document = new Document({
    title: oneLine(title),
    creator: oneLine(creator),
    lastModifiedBy: oneLine(creator),
    subject: form.source.label,
    styles: stylesOf(chosen),
    evenAndOddHeaderAndFooters: true,
    comments: { children: comments },
    sections: [{ properties: pageProperties, footers: pageNumbers(chosen), children }],
  });
  return packed(document, chosen, createdOn);
}
