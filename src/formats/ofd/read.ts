import { SaxesParser } from 'saxes';
import type { Localized } from '../../form/vocabulary.ts';
import { unreadable, withUnread } from '../../reading/build-reading.ts';
import { leftUnread, refused } from '../../reading/issues.ts';
import type { Reading } from '../../reading/reading.ts';
import type { ReadPdfOptions } from '../pdf/read.ts';
import { readPlaced } from '../read-placed.ts';
import type { Entries } from '../zip.ts';
import { numbersIn } from './numbers.ts';
import { localName, ofdPage } from './page.ts';

/** As for PDF; a report has some ten. */
const MAX_PAGES = 200;
const A4_HEIGHT = 297;
/** Characters of XML of all pages; a report has some millions at most. */
const MAX_CHARACTERS = 12_000_000;

/**
 * Reads a report from the files of an OFD package (GB/T 33190): text and ruling lines are put together as those of a
 * PDF file are.
 */
export function readOfdPackage(entries: Entries, options: ReadPdfOptions): Reading {
  const { locale = 'zh-CN', maxPages = MAX_PAGES } = options;
  try {
    const files = new Map(
      Object.entries(entries).map(([name, content]) => [name.replace(/^\/+/u, ''), content]),
    );
    const document = documentIn(files);
    if (document.pages.length > maxPages)
      return unreadable(refused('READ-07', tooManyPages(maxPages)), locale);
    const pages = document.pages.map(({ content, height }) => ofdPage(content, height));
    const reading = readPlaced(pages, options)?.reading;
    if (!reading) return unreadable(refused('READ-12', withoutText), locale);
    // turned text is mostly a watermark, of which nothing need be said
    const turned =
      reading.status === 'complete' ? [] : [...pages.entries()].filter(([, page]) => page.hasTurnedText);
    return withUnread(
      reading,
      turned.map(([pageIndex]) => leftUnread(turnedPage(pageIndex + 1))),
      locale,
    );
  } catch {
    return unreadable(refused('READ-12', broken), locale);
  }
}

type Files = ReadonlyMap<string, Uint8Array>;

interface OfdDocument {
  readonly pages: readonly { readonly content: readonly string[]; readonly height: number }[];
}

/** An element of which only attributes and text matter. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  /** The names of the elements around it. */
  readonly within: readonly string[];
}

function elementsIn(xml: string): Element[] {
  const elements: Element[] = [];
  const openElements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = {
      name: localName(name),
      attributes,
      text: '',
      within: openElements.map((around) => around.name),
    };
    if (openElements.length > MAX_DEPTH || elements.length > MAX_ELEMENTS)
      throw new Error('Not the XML of a document.');
    elements.push(element);
    openElements.push(element);
  });
  parser.on('text', (text) => {
    const element = openElements.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => openElements.pop());
  parser.write(xml).close();
  return elements;
}

const [MAX_DEPTH, MAX_ELEMENTS] = [50, 200_000];

/** Finds the pages of the first document, in their order, with the templates beneath them. */
function documentIn(files: Files): OfdDocument {
  const root =
    elementsIn(textOf(files, 'OFD.xml'))
      .find(({ name }) => name === 'DocRoot')
      ?.text.trim() ?? '';
  const path = root.replace(/^\/+/u, '');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const elements = elementsIn(textOf(files, path));
  const within = (name: string) => elements.filter((element) => element.within.includes(name));
  const defaultHeight = heightIn(within('CommonData')) ?? A4_HEIGHT;
  const templates = new Map(
    elements
      .filter(({ name }) => name === 'TemplatePage')
      .map(({ attributes }) => [attributes['ID'], attributes['BaseLoc'] ?? ''] as const),
  );
  let length = 0;
  const fileText = (location: string) => {
    const text = textOf(files, location, folder);
    // many pages may name the same file
    length += text.length;
    if (length > MAX_CHARACTERS) throw new Error('There is far too much in the document.');
    return text;
  };
  const pages = within('Pages').filter(({ name }) => name === 'Page');
  return {
    pages: pages.map(({ attributes }, pageIndex) => {
      const location =
        attributes['BaseLoc'] ??
        within('Pages').filter(({ name }) => name === 'BaseLoc')[pageIndex]?.text ??
        '';
      const page = fileText(location);
      const pageElements = elementsIn(page);
      const templateIds = pageElements
        .filter(({ name }) => name === 'Template')
        .map(({ attributes: templateAttributes }) => templateAttributes['TemplateID']);
      return {
        content: [...templateIds.flatMap((id) => templates.get(id) ?? []).map(fileText), page],
        height:
          heightIn(pageElements.filter(({ within: around }) => around.includes('Area'))) ?? defaultHeight,
      };
    }),
  };
}

function heightIn(elements: readonly Element[]): number | undefined {
  const box = elements.find(({ name }) => name === 'PhysicalBox');
  return box && numbersIn(box.text)[3];
}

/** A file by its name; in a document names are counted from its folder, or from the top. */
function textOf(files: Files, location: string, folder = ''): string {
  const name = location.trim().replace(/^\.\//u, '');
  const relativeName = name.replace(/^\/+/u, '');
  const content =
    (name.startsWith('/') ? undefined : files.get(`${folder}${relativeName}`)) ?? files.get(relativeName);
  if (!content) throw new Error('A file of the document is missing.');
  return new TextDecoder().decode(content);
}

function tooManyPages(limit: number): Localized {
  return {
    'zh-CN': `OFD 文件的页数超过上限 ${limit}；请只提供报告本身`,
    en: `The OFD file has more pages than the limit of ${limit}; provide only the report`,
  };
}

function turnedPage(page: number): Localized {
  return {
    'zh-CN': `第 ${page} 页的文字转了方向，没有读取；请另存为 Word 文件或者有文字的 PDF`,
    en: `The text of page ${page} is turned and was not read; save the file as Word, or as a PDF with text`,
  };
}

const withoutText: Localized = {
  'zh-CN':
    'OFD 文件没有文字：是扫描件或者图片；请提供有文字的 OFD、PDF、Word 文件或网页，或者先做文字识别（OCR）并核对',
  en: 'The OFD file has no text: it is a scan. Give an OFD or PDF file with text, a Word file or a web page, or run OCR first and check what it gives',
};

const broken: Localized = {
  'zh-CN': 'OFD 文件已损坏，无法读取；请重新下载，或者打开后另存为 PDF',
  en: 'The OFD file is damaged and cannot be read; download it again, or open it and save it as PDF',
};
