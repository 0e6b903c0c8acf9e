import { checkReport } from '../check/check.ts';
import { type Cell, cells } from '../form/cells.ts';
import type { Grid } from '../form/grid.ts';
import { documentOf } from '../formats/document.ts';
import type { Output, Renderer, RenderOptions } from '../formats/renderer.ts';
import { figureAt } from '../report/figures.ts';
import type { AnyDraft, Draft } from '../report/report.ts';
import { type Markup, markupOfHtml, markupOfXml } from './markup.ts';
import { missingOf, type Part, shortened } from './missing.ts';
import {
  allBlankOr,
  distinctFigure,
  LONG,
  realOne,
  texts,
  withBlanks,
  withDistinctFigures,
  withLongText,
  withTextEverywhere,
} from './sources.ts';

/** A fault of a renderer. Plain JSON. */
export interface Fault {
  /** What was tried: the same word for the same sort of fault. */
  readonly check:
    | 'declaration'
    | 'output'
    | 'throws'
    | 'changes-report'
    | 'figures'
    | 'blanks'
    | 'headings'
    | 'narrative'
    | 'remarks'
    | 'escaping'
    | 'well-formed'
    | 'round-trip';
  /** What is wrong, with what was found, and what to do. */
  readonly message: string;
}

/** Options of `testRenderer`. */
export interface TestRendererOptions<Options extends RenderOptions = RenderOptions> {
  /** Given to the renderer at every call. */
  readonly options?: Options | undefined;
  /** What it leaves out on purpose: a summary has no narrative, JSON has no headings. */
  readonly leavesOut?: readonly Part[] | undefined;
  /** Names of the sections it prints, if it prints only some; figures and headings of others are not expected. */
  readonly sections?: readonly string[] | undefined;
  /** Gives the text of a binary output. Without it nobody can see what is in it, and that is a fault. */
  readonly textOf?: ((output: Output) => string | Promise<string>) | undefined;
  /** Reads an output back, if it is meant to be read: what is then lost is a fault. */
  readonly read?: ((output: Output) => ReadBack | Promise<ReadBack>) | undefined;
}

/** What was read back: a draft, or a reading that has one. */
export type ReadBack = AnyDraft | HasDraft;

/** Something that has a draft, as a reading has. */
export interface HasDraft {
  /** The draft that was read. */
  readonly draft: AnyDraft;
}

/**
 * Tests a renderer on reports of many kinds, and reports its faults. Needs no test framework.
 *
 * Tried are a real report, one in which all figures differ, drafts with blanks, hostile text in every
 * field that holds text, a million characters, and the same with a check result. The renderer has to give
 * what it declares, leave the report as it is, print every figure, heading, text and remark, keep blanks
 * apart from 0, let no text become markup, and give what reads back, if it is meant to.
 *
 * @param renderer
 *   The renderer.
 * @param options
 *   What it leaves out on purpose; how to look into what it gives; how to read it back.
 * @returns
 *   Faults; none if all is well.
 * @example
 *   const faults = await testRenderer(builtInRenderers.html, { read: (output) => readHtml(output) });
 *   for (const { check, message } of faults) console.error(check, message);
 *   faults.length
 *   //=> 0
 */
export async function testRenderer<Options extends RenderOptions, Rendered extends Output>(
  renderer: Renderer<Options, Rendered>,
  options: TestRendererOptions<Options> = {},
): Promise<Fault[]> {
  const declared = declarationFaults(renderer);
  if (declared.length > 0) return declared;
  const faults: Fault[] = [];
  const trial: Trial = {
    fault: (check, message) => faults.push({ check, message }),
    render: (draft, name, more) => rendered(renderer, draft, name, { ...options.options, ...more }, faults),
    textOf: (output) => textOf(renderer, output, options),
    renderer,
    options,
  };
  for (const step of [realReports, everyFigure, blanks, hostileText, longText, roundTrip]) await step(trial);
  return faults.filter(
    ({ check, message }, index) =>
      faults.findIndex((other) => other.check === check && other.message === message) === index,
  );
}

/** The options that do not depend on the renderer. */
type Expectations = Omit<TestRendererOptions, 'options'>;

interface Trial {
  readonly fault: (check: Fault['check'], message: string) => void;
  /** `undefined` if it threw, which is reported. */
  readonly render: (draft: Draft, name: string, more?: RenderOptions) => Promise<Output | undefined>;
  /** `undefined` if it is binary and nobody said how to look into it. */
  readonly textOf: (output: Output) => Promise<string | undefined>;
  readonly renderer: Pick<Renderer, 'id' | 'mediaType' | 'extension'>;
  readonly options: Expectations;
}

function declarationFaults(renderer: unknown): Fault[] {
  const fault = (message: string): Fault => ({ check: 'declaration', message });
  if (typeof renderer !== 'object' || renderer === null)
    return [
      fault(`a renderer is an object with id, mediaType, extension and render, not ${String(renderer)}`),
    ];
  const { id, mediaType, extension, render } = renderer as Readonly<Record<string, unknown>>;
  const wrong = (name: string, value: unknown, expected: string) =>
    fault(`\`${name}\` is ${JSON.stringify(value) ?? 'missing'}; expected ${expected}`);
  return [
    ...(matches(id, /^[A-Za-z][\w-]*$/) ? [] : [wrong('id', id, 'a word such as "letterhead"')]),
    ...(matches(mediaType, /^[a-z]+\/[\w.+-]+$/)
      ? []
      : [wrong('mediaType', mediaType, 'a media type such as "text/html", without parameters')]),
    ...(matches(extension, /^[A-Za-z0-9]+$/)
      ? []
      : [wrong('extension', extension, 'a file name extension without a dot, such as "html"')]),
    ...(typeof render === 'function'
      ? []
      : [fault('`render` is no function; expected render(report, options)')]),
  ];
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

async function rendered<Options extends RenderOptions>(
  renderer: Renderer<Options>,
  draft: Draft,
  name: string,
  options: RenderOptions,
  faults: Fault[],
): Promise<Output | undefined> {
  const given = structuredClone(draft);
  let output: unknown;
  try {
    output = await renderer.render(given, options as Options);
  } catch (error) {
    faults.push({ check: 'throws', message: `${name}: ${String(error).slice(0, 300)}` });
    return undefined;
  }
  if (JSON.stringify(given) !== JSON.stringify(draft))
    faults.push({
      check: 'changes-report',
      message: `the report was changed while ${name} was rendered; make a copy of what has to be changed`,
    });
  if (typeof output !== 'string' && !(output instanceof Uint8Array)) {
    faults.push({
      check: 'output',
      message: `${name}: gave ${output === null ? 'null' : typeof output}; expected a string or a Uint8Array`,
    });
    return undefined;
  }
  const fault = notAsDeclared(renderer, output);
  if (fault) faults.push({ check: 'output', message: `${name}: ${fault}` });
  return output;
}

/** How files of some media types begin. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^application\/pdf$/, '%PDF-'],
  [/^application\/(?:zip|vnd\.openxmlformats.*)$/, 'PK'],
];

function notAsDeclared({ mediaType }: Pick<Renderer, 'mediaType'>, output: Output): string | undefined {
  if (output.length === 0) return 'gave nothing at all';
  const beginning = BEGINNINGS.find(([pattern]) => pattern.test(mediaType))?.[1];
  const text = typeof output === 'string' ? output : new TextDecoder().decode(output.subarray(0, 8));
  if (beginning !== undefined && !text.startsWith(beginning))
    return `declared as ${mediaType}, which begins with ${beginning}, but begins with ${JSON.stringify(text.slice(0, 8))}`;
  if (/\bjson$/.test(mediaType)) {
    try {
      JSON.parse(typeof output === 'string' ? output : new TextDecoder().decode(output));
    } catch (error) {
      return `declared as ${mediaType}, but is no JSON: ${String(error)}`;
    }
  }
  if (isMarkup(mediaType) && !/<[a-zA-Z]/.test(text)) return `declared as ${mediaType}, but has no element`;
  return undefined;
}

const isXml = (mediaType: string) => /[/+]xml$/.test(mediaType);
const isMarkup = (mediaType: string) => mediaType === 'text/html' || isXml(mediaType);

function markupOf(mediaType: string, output: Output): Markup {
  const text = typeof output === 'string' ? output : new TextDecoder().decode(output);
  return isXml(mediaType) ? markupOfXml(text) : markupOfHtml(text);
}

async function textOf(
  { mediaType }: Pick<Renderer, 'mediaType'>,
  output: Output,
  options: Expectations,
): Promise<string | undefined> {
  if (options.textOf) return options.textOf(output);
  if (isMarkup(mediaType)) return markupOf(mediaType, output).text;
  if (typeof output === 'string') return output;
  return /^text\/|json$/.test(mediaType) ? new TextDecoder().decode(output) : undefined;
}

async function realReports({ render, renderer, fault }: Trial): Promise<void> {
  const real = realOne();
  const wrong = realOne();
  wrong.tables.applications.newlyReceived.total = 3191;
  const outputs = [
    ['a real report', await render(real, 'a real report')],
    [
      'a real report with wrong cells marked',
      await render(wrong, 'a real report with wrong cells marked', { check: checkReport(wrong) }),
    ],
    [
      'a real report in both languages',
      await render(real, 'a real report in both languages', { labels: 'bilingual', locale: 'en' }),
    ],
  ] as const;
  if (!isXml(renderer.mediaType)) return;
  for (const [name, output] of outputs) {
    const malformed = output === undefined ? undefined : markupOfXml(asText(output)).malformed;
    if (malformed) fault('well-formed', `${name}: not well-formed XML: ${malformed}`);
  }
}

function asText(output: Output): string {
  return typeof output === 'string' ? output : new TextDecoder().decode(output);
}

/** Letters and digits, so that line breaks, punctuation and escapes make no difference. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

async function everyFigure({ render, textOf: look, fault, options }: Trial): Promise<void> {
  const draft = withDistinctFigures();
  const remarked = cells()[3];
  const remark = '核对用的备注';
  if (remarked) draft.remarks = { [remarked.path]: remark };
  const output = await render(draft, 'a report in which all figures differ');
  if (output === undefined) return;
  const text = await look(output);
  if (text === undefined) {
    fault(
      'output',
      'the output is binary, so nobody can see what is in it: give `textOf`, which takes its text out',
    );
    return;
  }
  const { leavesOut = [] } = options;
  const plainText = plain(text);
  const numbers = new Set(text.replace(/(?<=\d)[,，\s](?=\d{3}(?!\d))/gu, '').match(/\d+/g));
  const sections = printedSections(draft, options);
  const missing = <Item>(
    part: Part,
    all: readonly Item[],
    isThere: (item: Item) => boolean,
    name: (item: Item) => string,
  ) => {
    if (leavesOut.includes(part)) return;
    const gone = all.filter((item) => !isThere(item));
    for (const message of missingOf(part, gone.map(name), all.length)) fault(part, message);
  };
  missing(
    'figures',
    sections.flatMap(({ grid }) => cellsOf(grid)),
    ({ position }) => numbers.has(String(distinctFigure(position))),
    ({ path, address }) => `the figure of ${path} (${address['zh-CN']})`,
  );
  missing(
    'headings',
    [...new Set(sections.flatMap(headingsOf))],
    (heading) => plainText.includes(plain(heading)),
    (heading) => `the heading “${heading}”`,
  );
  missing(
    'narrative',
    sections.flatMap(({ blocks }) => blocks),
    ({ text }) => plainText.includes(plain(text)),
    ({ text }) => `the text “${text.slice(0, 30)}”`,
  );
  const isPrinted = sections.some(({ grid }) => cellsOf(grid).some(({ path }) => path === remarked?.path));
  if (!leavesOut.includes('remarks') && isPrinted && !plainText.includes(remark))
    fault('remarks', 'the remark beside a figure is not printed');
}

function printedSections(draft: Draft, { sections }: Expectations) {
  return documentOf(draft).sections.filter(({ section }) => !sections || sections.includes(section.id));
}

function cellsOf(grid: Grid): Cell[] {
  return grid.flat().flatMap((position) => position?.cell ?? []);
}

function headingsOf({ section, grid }: ReturnType<typeof documentOf>['sections'][number]): string[] {
  const headings = grid.flat().flatMap((cell) => (cell?.kind === 'heading' ? [cell.text] : []));
  return [section.label, ...headings].filter((heading) => heading !== '');
}

async function blanks({ render, textOf: look, fault, options, renderer }: Trial): Promise<void> {
  const output = await render(withBlanks(), 'a draft with blanks');
  const [blank, zero] = [
    await render(allBlankOr(null), 'a draft without figures'),
    await render(allBlankOr(0), 'a report of zeros'),
  ];
  if (output === undefined || blank === undefined || zero === undefined) return;
  const [text, nothing, zeros] = [await look(output), await look(blank), await look(zero)];
  if (text === undefined || options.leavesOut?.includes('figures')) return;
  const hasFigures = printedSections(realOne(), options).some(({ grid }) => grid.length > 0);
  const isJson = /json$/.test(renderer.mediaType);
  const word = isJson ? undefined : /\b(?:null|undefined|NaN)\b|\[object Object\]/.exec(text)?.[0];
  if (word !== undefined) fault('blanks', `“${word}” is printed for what is not known; print nothing`);
  if (hasFigures && nothing === zeros)
    fault('blanks', 'a figure that is not known is printed like 0; print nothing');
}

async function hostileText({ render, textOf: look, fault, renderer, options }: Trial): Promise<void> {
  const hostile = withTextEverywhere(texts.hostile);
  const output = await render(hostile, 'a report with hostile text');
  await render(hostile, 'a report with hostile text and marks', { check: checkReport(hostile) });
  const harmless = await render(withTextEverywhere(texts.harmless), 'a report with text everywhere');
  if (output === undefined || harmless === undefined) return;
  if (isMarkup(renderer.mediaType)) {
    const [before, after] = [markupOf(renderer.mediaType, harmless), markupOf(renderer.mediaType, output)];
    if (after.malformed) fault('well-formed', `hostile text makes the XML malformed: ${after.malformed}`);
    for (const [element, times] of after.build)
      if (times > (before.build.get(element) ?? 0) && canComeFrom(texts.hostile, element))
        fault('escaping', `text of the report became markup: <${element.slice(0, 80)}>; escape it`);
    for (const script of after.scripts)
      fault('escaping', `text of the report became a program: ${script.slice(0, 80)}`);
  }
  if (
    /(?:^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(
      typeof output === 'string' && !/json$/.test(renderer.mediaType) ? output : '',
    )
  )
    fault(
      'escaping',
      'half a character (a lone surrogate) of a text is in the output; put U+FFFD in its place',
    );
  const text = await look(output);
  const hasText = printedSections(hostile, options).some(({ blocks }) => blocks.length > 0);
  if (
    text !== undefined &&
    hasText &&
    !options.leavesOut?.includes('narrative') &&
    !plain(text).includes('alert1')
  )
    fault('narrative', 'hostile text is dropped rather than printed as text');
}

/** Whether an element, given as its name and those of its attributes, can be one that a text spells. */
function canComeFrom(text: string, element: string): boolean {
  const [name = '', ...attributes] = element.split(' ');
  return text.includes(`<${name}`) || attributes.some((attribute) => text.includes(`${attribute}=`));
}

async function longText({ render, textOf: look, fault, options }: Trial): Promise<void> {
  const long = withLongText();
  const output = await render(long, 'a report with a text of a million characters');
  if (output === undefined || options.leavesOut?.includes('narrative')) return;
  if (!printedSections(long, options).some(({ blocks }) => blocks.some(({ text }) => text === LONG))) return;
  const text = await look(output);
  if (text !== undefined && plain(text).length < plain(LONG).length)
    fault('narrative', 'a text of a million characters is not printed whole');
}

async function roundTrip({ render, fault, options: { read } }: Trial): Promise<void> {
  if (!read) return;
  for (const [name, draft] of [
    ['a real report', realOne()],
    ['a report in which all figures differ', withDistinctFigures()],
    ['a draft with blanks', withBlanks()],
    ['a report of zeros', allBlankOr(0)],
  ] as const) {
    const output = await render(draft, name);
    if (output === undefined) continue;
    try {
      const back = await read(output);
      const found = 'draft' in back ? back.draft : back;
      const changed = cells().flatMap(({ path }) => {
        const [before, after] = [figureAt(draft, path), figureAt(found, path)];
        return before === after ? [] : [`${name}: ${path} was ${before} and reads back as ${after}`];
      });
      for (const message of shortened(changed, (more) => `${name}: … and ${more} more read back as others`))
        fault('round-trip', message);
    } catch (error) {
      fault('round-trip', `${name}: reading it back throws: ${String(error).slice(0, 300)}`);
    }
  }
}
