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
 *   lazyRenderer({ id: 'docx', mediaType: DOCX, extension: 'docx' }, async () => (await import('./docx.ts')).docxRenderer)
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
