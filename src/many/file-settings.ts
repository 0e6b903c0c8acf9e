import type { CheckOptions } from '../check/check-options.ts';
import { agencyFinder, type ListedAgency } from './agency-list.ts';
import type { FileSettings } from './check-file.ts';
import type { KnownAgencies } from './known-agency.ts';
import { loadSettings, type ThreadSettings } from './line-settings.ts';

/** How every file is checked, as it is passed to a thread: nothing in it is a function. */
export interface FileThreadSettings
  extends Pick<ThreadSettings, 'packs' | 'previous' | 'longestLine'>,
    Omit<KnownAgencies, 'list'> {
  readonly check: Omit<CheckOptions, 'packs'>;
  readonly agencies?: readonly ListedAgency[];
}

/** Loads what settings name; `close` when no more files are to be checked. */
export async function loadFileSettings({
  check: { previous, ...check },
  kind,
  level,
  agencies,
  ...others
}: FileThreadSettings): Promise<{ readonly settings: FileSettings; readonly close: () => void }> {
  const { settings, close } = await loadSettings({ ...others, check });
  return {
    close,
    settings: {
      check: { ...settings.check, ...(previous ? { previous } : {}) },
      known: {
        ...(kind ? { kind } : {}),
        ...(level ? { level } : {}),
        ...(agencies ? { list: agencyFinder(agencies) } : {}),
      },
      ...(settings.previousOf ? { previousOf: settings.previousOf } : {}),
    },
  };
}
