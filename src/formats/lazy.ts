import type { Output, Renderer, RenderOptions } from './renderer.ts';

/**
 * A renderer whose module is only loaded when it is first used, for those that bring large packages.
 *
 * @param declared
 *   What it is called and what it gives.
 * @param load
 *   Loads it.
 * @returns
 *   The renderer.
 * @example
 *   const word = lazyRenderer(
 *     { id: 'word', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
 *     async () => (await import('ogi-annual-report/docx')).docxRenderer,
 *   );
 *   await writeFile('report.docx', await word.render(report));
 */
export function lazyRenderer<Options extends RenderOptions, Rendered extends Output>(
  declared: Pick<Renderer, 'id' | 'mediaType' | 'extension'>,
  load: () => Promise<Renderer<Options, Rendered>>,
): Renderer<Options, Rendered> {
  return {
    ...declared,
    render: async (report, options) => (await load()).render(report, options),
  };
}
