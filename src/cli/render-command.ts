import { type Command, Option } from 'commander';
import { inLanguage } from '../form/in-language.ts';
import { messageOf } from '../form/localized-error.ts';
import type { Locale, Localized } from '../form/vocabulary.ts';
import type { HtmlOptions } from '../formats/html/write.ts';
import type { PdfOptions } from '../formats/pdf/write.ts';
import type { Output, Renderer, Renderers } from '../formats/renderer.ts';
import { builtInRenderers, type RenderFormat } from '../render-report.ts';
import type { AnyDraft } from '../report/report.ts';
import type { SummaryOptions } from '../summary/summary.ts';
import { refuse } from './check-settings.ts';
import type { Say } from './help.ts';
import { labelsOption } from './labels-option.ts';
import { type NamedFile, namedFiles } from './named-files.ts';
import { loadPlugin } from './plugin.ts';
import { renderFolder } from './render-folder.ts';
import {
  checkOf,
  type Exit,
  isInputTwice,
  isOutputInput,
  readable,
  type Terminal,
  write,
} from './terminal.ts';
import { words } from './words.ts';

interface RenderCommand extends Pick<HtmlOptions, 'labels' | 'fragment' | 'styles'> {
  readonly locale: Locale;
  readonly to: string;
  readonly plugin?: readonly string[];
  readonly previous?: string;
  readonly font?: readonly string[];
  readonly output?: string;
  readonly outDir?: string;
  readonly recursive?: boolean;
  readonly mark?: boolean;
  readonly particulars?: boolean;
  readonly standardPreamble?: boolean;
}

/** The built-in renderers that use an option; of those of others nobody knows. */
const USED_BY = {
  mark: ['html', 'markdown', 'text', 'csv', 'docx', 'xlsx', 'pdf', 'summary', 'svg'],
  labels: ['html', 'markdown', 'text', 'csv', 'docx', 'xlsx', 'pdf'],
  particulars: ['html', 'markdown', 'text', 'docx', 'pdf'],
  standardPreamble: ['html', 'markdown', 'text', 'docx', 'xlsx', 'pdf'],
  fragment: ['html'],
  styles: ['html'],
  previous: ['xlsx', 'summary', 'svg'],
  font: ['pdf'],
} as const satisfies Partial<Record<keyof RenderCommand, readonly RenderFormat[]>>;

/** The options that the renderer makes no use of. */
function idleOptions(options: RenderCommand): [option: string, usedBy: readonly string[]][] {
  return Object.entries<readonly string[]>(USED_BY).filter(
    ([option, usedBy]) =>
      options[option as keyof typeof USED_BY] !== undefined &&
      Object.hasOwn(builtInRenderers, options.to) &&
      !usedBy.includes(options.to),
  );
}

/** An option as it is typed: `--standard-preamble`. */
function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Adds the command `render`. */
export function addRenderCommand(command: Command, terminal: Terminal, exit: Exit, say: Say): void {
  command
    .description(say('生成 Word、PDF、网页等文件', 'render reports as Word, PDF, web pages and so on'))
    .requiredOption(
      '--to <renderer>',
      `${Object.keys(builtInRenderers).join(' | ')}${say('，或者插件的 id', ', or the id of a plug-in')}`,
    )
    .option(
      '-o, --output <file>',
      say('输出文件；不写则输出到屏幕', 'output file; standard output if left out'),
    )
    .option(
      '--out-dir <folder>',
      say(
        '输出文件夹，用于多份报告；文件名不变，扩展名按格式',
        'output folder, for several reports; file names are kept, with another extension',
      ),
    )
    .option('--recursive', say('包括子文件夹', 'include subfolders'))
    .option('--mark', say('标出有问题的单元格', 'mark the cells with findings'))
    .option(
      '--particulars',
      say(
        `同时印出机关类别、行政区划代码等（${USED_BY.particulars.join('、')}）`,
        `print kind of agency, division code and so on, too (${USED_BY.particulars.join(', ')})`,
      ),
    )
    .option(
      '--standard-preamble',
      say('没有引言的，加上通用的引言', 'add a standard preamble where there is none'),
    )
    .addOption(labelsOption(say))
    .option(
      '--fragment',
      say(
        `只生成报告部分，不生成整个网页（${USED_BY.fragment}）`,
        `only the report, not a whole page (${USED_BY.fragment})`,
      ),
    )
    .addOption(
      new Option(
        '--styles <styles>',
        say(
          `${USED_BY.styles} 的样式：sheet 样式表 | inline 内联样式 | none 无样式`,
          `styles of ${USED_BY.styles}: sheet, a style sheet | inline | none`,
        ),
      ).choices(['sheet', 'inline', 'none']),
    )
    .option(
      '--previous <file>',
      say(
        `上年报告，供对照（${USED_BY.previous.join('、')}）`,
        `last year's report, to be shown beside (${USED_BY.previous.join(', ')})`,
      ),
    )
    .option('--font <file...>', say(`字体文件（${USED_BY.font}）`, `font files (${USED_BY.font})`))
    .option('--plugin <file...>', say('第三方渲染器（ES 模块）', 'third-party renderers (ES modules)'))
    .action((files: string[], options: RenderCommand) => render(files, options, terminal, exit));
}

/** Options of all renderers that the command line knows of. */
type Given = HtmlOptions & Pick<SummaryOptions, 'previous'> & Pick<PdfOptions, 'fonts'>;

async function render(names: readonly string[], options: RenderCommand, terminal: Terminal, exit: Exit) {
  const { locale, output, outDir, plugin = [], previous, font = [] } = options;
  if (isInputTwice([...names, previous], locale, terminal, exit)) return;
  const renderer = await rendererOf(options, terminal, exit);
  if (!renderer) return;
  const naming = { locale, recursive: options.recursive, without: outDir };
  const files = await namedFiles(names, naming, terminal, exit);
  if (!files) return;
  const usage = usageErrorOf(files, options);
  if (usage) {
    terminal.err(`${usage[locale]}\n`);
    return exit(2);
  }
  const besides = [previous, ...font, ...plugin];
  const inputs = [...files.map(({ file }) => file), ...besides];
  if (await isOutputInput(output, inputs, locale, terminal, exit)) return;
  const before = previous === undefined ? undefined : await readable(previous, locale, terminal, exit);
  if (previous !== undefined && !before) return;
  const make = (file: string) => rendered(file, renderer, before?.draft, options, terminal, exit);
  if (outDir !== undefined)
    return renderFolder(files, outDir, renderer.extension, make, { locale, inputs }, terminal, exit);
  const [first] = files;
  const made = first && (await make(first.file));
  if (made === undefined) return;
  if (typeof made !== 'string' && output === undefined && terminal.isScreen) {
    terminal.err(`${words.binary(renderer.id, renderer.extension)[locale]}\n`);
    return exit(2);
  }
  await write(made, output, locale, terminal, exit);
}

/** Why reports cannot be rendered in this way. */
function usageErrorOf(
  files: readonly NamedFile[],
  { output, outDir, previous }: RenderCommand,
): Localized | undefined {
  if (outDir === undefined) return files.length > 1 ? words.severalWithoutFolder : undefined;
  if (output !== undefined) return words.outputAndFolder;
  if (files.some(({ file }) => file === '-')) return words.inputWithoutName;
  return previous !== undefined && files.length > 1 ? words.previousOfSeveral : undefined;
}

/** The renderer that is asked for; nothing if there is none or it does not use an option, which is reported. */
async function rendererOf(
  options: RenderCommand,
  terminal: Terminal,
  exit: Exit,
): Promise<Renderer | undefined> {
  const { locale, to, plugin = [] } = options;
  const say = inLanguage(words, locale);
  let renderers: Renderers = builtInRenderers;
  for (const path of plugin) {
    const loaded = await loadPlugin(path, renderers, locale);
    if ('problems' in loaded) return refuse(path, loaded.problems, terminal, exit);
    renderers = { ...renderers, ...loaded.value };
  }
  const renderer = Object.hasOwn(renderers, to) ? renderers[to] : undefined;
  const [idle] = idleOptions(options);
  if (renderer && !idle) return renderer;
  terminal.err(
    `${idle && renderer ? say.idleOption(flagOf(idle[0]), idle[1], to) : say.noRenderer(to, Object.keys(renderers))}\n`,
  );
  exit(2);
  return undefined;
}

/** A report as it is written; nothing if it cannot be, which is reported. */
async function rendered(
  file: string,
  renderer: Renderer,
  previous: AnyDraft | undefined,
  { locale, labels, fragment, styles, font = [], mark, outDir, particulars, standardPreamble }: RenderCommand,
  terminal: Terminal,
  exit: Exit,
): Promise<Output | undefined> {
  const source = await readable(file, locale, terminal, exit);
  if (!source) return undefined;
  const given: Given = {
    locale,
    ...(labels ? { labels } : {}),
    ...(particulars ? { particulars } : {}),
    ...(standardPreamble ? { standardPreamble } : {}),
    ...(fragment ? { fragment } : {}),
    ...(styles ? { styles } : {}),
    ...(previous ? { previous } : {}),
    ...(font.length > 0 ? { fonts: { files: font } } : {}),
    ...(mark ? { check: checkOf(source, { locale }) } : {}),
  };
  const made = await renderedBy(renderer, source.draft, given, terminal);
  if (made === undefined) exit(2);
  else if (source.reading && source.reading.status !== 'complete') {
    const name = outDir === undefined ? '' : `${file}  `;
    for (const { rule, message } of source.reading.problems) terminal.err(`${name}${rule}  ${message}\n`);
    exit(1);
  }
  return made;
}

/** What a renderer gives; nothing if it lacks something, such as a package or a font, which it says. */
async function renderedBy(
  renderer: Renderer,
  draft: AnyDraft,
  given: Given,
  { err }: Terminal,
): Promise<Output | undefined> {
  try {
    return await renderer.render(draft, given);
  } catch (error) {
    err(`${renderer.id}: ${messageOf(error, given.locale ?? 'zh-CN')}\n`);
    return undefined;
  }
}
