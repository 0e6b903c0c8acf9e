import type { RulePack } from '../check/rule-pack.ts';
import type { LineSettings } from './check-batch.ts';
import { loadPack } from './pack-file.ts';
import { openIndex, type ReportIndex } from './report-index.ts';

/** How every line is checked, as it is passed to a thread: nothing in it is a function. */
export interface ThreadSettings {
  readonly check: Omit<LineSettings['check'], 'packs'>;
  /** Packs, or the URLs of files with them. */
  readonly packs: readonly (RulePack | string)[];
  readonly longestLine: number;
  readonly previous?: ReportIndex;
}

/** Loads what settings name; `close` when no more lines are to be checked. */
export async function loadSettings({
  check,
  packs,
  longestLine,
  previous,
}: ThreadSettings): Promise<{ readonly settings: LineSettings; readonly close: () => void }> {
  const loaded: RulePack[] = [];
  for (const pack of packs) loaded.push(typeof pack === 'string' ? await packAt(pack) : pack);
  const index = previous && (await openIndex(previous, longestLine));
  return {
    settings: {
      check: { ...check, packs: loaded },
      longestLine,
      ...(index ? { previousOf: index.previousOf } : {}),
    },
    close: () => index?.close(),
  };
}

async function packAt(href: string): Promise<RulePack> {
  const loaded = await loadPack(new URL(href), 'en');
  if ('value' in loaded) return loaded.value;
  throw new Error(`The pack ${href} cannot be used: ${loaded.problems.join('; ')}.`);
}
