import { type Command, Option } from 'commander';
import { inLanguage } from '../form/in-language.ts';
import { messageOf } from '../form/localized-error.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { HtmlOptions } from '../formats/html/write.ts';
import type { PdfOptions } from '../formats/pdf/write.ts';
import type { Output, Renderer, Renderers } from '../formats/renderer.ts';
import { builtInRenderers, type RenderFormat } from '../render-report.ts';
import type { AnyDraft } from '../report/report.ts';
import type { SummaryOptions } from '../summary/summary.ts';
import { labelsOption } from './labels-option.ts';
import { loadPlugin } from './plugin.ts';
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
  readonly mark?: boolean;
}

/** The built-in renderers that use an option; of those of others nobody knows. */
const USED_BY = {
  mark: ['html', 'markdown', 'text', 'csv', 'docx', 'xlsx', 'pdf', 'summary', 'svg'],
  labels: ['html', 'markdown', 'text', 'csv', 'docx', 'xlsx', 'pdf'],
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

/** Adds the command `render`. */
export function addRenderCommand(command: Command, terminal: Terminal, exit: Exit): void {
  command
    .description('生成网页、文本等 / renders a report')
    .requiredOption(
      '--to <renderer>',
      `${Object.keys(builtInRenderers).join(' | ')}，或插件的 id / or the id of a plugin`,
    )
    .option('-o, --output <file>', '输出文件；不写则输出到屏幕 / file to write; standard output if left out')
    .option('--mark', '标出有问题的单元格 / mark the cells with findings')
    .addOption(labelsOption())
    .option('--fragment', `只生成报告本身，不是整页（${USED_BY.fragment}） / the report alone, not a page`)
    .addOption(
      new Option(
        '--styles <styles>',
        `样式表、内联样式、没有样式（${USED_BY.styles}） / style sheet, inline styles, none`,
      ).choices(['sheet', 'inline', 'none']),
    )
    .option(
      '--previous <file>',
      `上年报告，供对照（${USED_BY.previous.join('、')}） / the report on the year before, to compare`,
    )
    .option('--font <file...>', `字体文件（${USED_BY.font}） / font files`)
    .option('--plugin <file...>', '别人的渲染器（ES 模块） / renderers of others (ES modules)')
    .action((file: string, options: RenderCommand) => render(file, options, terminal, exit));
}

/** Options of all renderers that the command line knows of. */
type Given = HtmlOptions & Pick<SummaryOptions, 'previous'> & Pick<PdfOptions, 'fonts'>;

async function render(file: string, options: RenderCommand, terminal: Terminal, exit: Exit) {
  const { locale, to, output, mark, plugin = [], previous, font = [], labels, fragment, styles } = options;
  const say = inLanguage(words, locale);
  if (isInputTwice([file, previous], locale, terminal, exit)) return;
  if (await isOutputInput(output, [file, previous, ...font, ...plugin], locale, terminal, exit)) return;
  let renderers: Renderers = builtInRenderers;
  for (const path of plugin) {
    const loaded = await loadPlugin(path, renderers, locale);
    if ('problems' in loaded) {
      for (const problem of loaded.problems) terminal.err(`${path}  ${problem}\n`);
      return exit(2);
    }
    renderers = { ...renderers, ...loaded.value };
  }
  const renderer = Object.hasOwn(renderers, to) ? renderers[to] : undefined;
  if (!renderer) {
    terminal.err(`${say.noRenderer(to, Object.keys(renderers))}\n`);
    return exit(2);
  }
  const [idle] = idleOptions(options);
  if (idle) {
    terminal.err(`${say.idleOption(`--${idle[0]}`, idle[1], to)}\n`);
    return exit(2);
  }
  const source = await readable(file, locale, terminal, exit);
  if (!source) return;
  const before = previous === undefined ? undefined : await readable(previous, locale, terminal, exit);
  if (previous !== undefined && !before) return;
  const given: Given = {
    locale,
    ...(labels ? { labels } : {}),
    ...(fragment ? { fragment } : {}),
    ...(styles ? { styles } : {}),
    ...(before ? { previous: before.draft } : {}),
    ...(font.length > 0 ? { fonts: { files: font } } : {}),
    ...(mark ? { check: checkOf(source, { locale }) } : {}),
  };
  const rendered = await renderedBy(renderer, source.draft, given, terminal);
  if (rendered === undefined) return exit(2);
  if (typeof rendered !== 'string' && output === undefined && terminal.isScreen) {
    terminal.err(`${say.binary(to, renderer.extension)}\n`);
    return exit(2);
  }
  if (source.reading && source.reading.status !== 'complete') {
    for (const { rule, message } of source.reading.problems) terminal.err(`${rule}  ${message}\n`);
    exit(1);
  }
  await write(rendered, output, locale, terminal, exit);
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
