import { type Command, Option } from 'commander';
import type { Locale } from '../form/table.ts';
import { builtInRenderers } from '../render/built-in.ts';
import type { HtmlOptions } from '../render/html.ts';
import type { Renderers } from '../render/renderer.ts';
import { loadPlugin } from './plugin.ts';
import { checkOf, type Exit, readable, type Terminal, write } from './terminal.ts';
import { words } from './words.ts';

interface RenderCommand extends Pick<HtmlOptions, 'labels' | 'fragment' | 'styles'> {
  readonly locale: Locale;
  readonly to: string;
  readonly plugin?: readonly string[];
  readonly output?: string;
  readonly mark?: boolean;
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
    .addOption(
      new Option('--labels <labels>', '只印中文，或中英对照 / headings in Chinese, or with English').choices([
        'zh-CN',
        'bilingual',
      ]),
    )
    .option('--fragment', 'HTML：只生成报告本身，不是整页 / the report alone, not a page')
    .addOption(
      new Option(
        '--styles <styles>',
        'HTML：样式表、内联样式、没有样式 / style sheet, inline styles, none',
      ).choices(['sheet', 'inline', 'none']),
    )
    .option('--plugin <file...>', '别人的渲染器（ES 模块） / renderers of others (ES modules)')
    .action((file: string, options: RenderCommand) => render(file, options, terminal, exit));
}

async function render(file: string, options: RenderCommand, terminal: Terminal, exit: Exit) {
  const { locale, to, output, mark, plugin = [], labels, fragment, styles } = options;
  const say = words[locale];
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
  const source = await readable(file, locale, terminal, exit);
  if (!source) return;
  const given: HtmlOptions = {
    locale,
    ...(labels ? { labels } : {}),
    ...(fragment ? { fragment } : {}),
    ...(styles ? { styles } : {}),
    ...(mark ? { check: checkOf(source, { locale }) } : {}),
  };
  const rendered = await renderer.render(source.draft, given);
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
