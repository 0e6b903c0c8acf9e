import type { CheckOptions } from '../check/check-options.ts';
import type { RulePack } from '../check/rule-pack.ts';
import type { Locale } from '../form/vocabulary.ts';
import { loadPack } from '../many/pack-file.ts';
import type { AnyDraft } from '../report/report.ts';
import { loadWaivers, urlOf } from './option-files.ts';
import { type Exit, readable, type Terminal } from './terminal.ts';

/** What the command line says of how to check. */
export interface SettingsCommand {
  readonly locale: Locale;
  readonly sibling?: readonly string[];
  readonly pack?: readonly string[];
  readonly waivers?: string;
}

/** Loads everything that a check is given besides reports; `undefined` if something of it cannot be used. */
export async function checkSettings(
  { locale, sibling = [], pack = [], waivers }: SettingsCommand,
  terminal: Terminal,
  exit: Exit,
): Promise<Pick<CheckOptions, 'locale' | 'siblings' | 'packs' | 'waivers'> | undefined> {
  const siblings: AnyDraft[] = [];
  for (const file of sibling) {
    const source = await readable(file, locale, terminal, exit);
    if (!source) return undefined;
    siblings.push(source.draft);
  }
  const packs: RulePack[] = [];
  for (const file of pack) {
    const loaded = await loadPack(urlOf(file), locale);
    if ('problems' in loaded) return refuse(file, loaded.problems, terminal, exit);
    packs.push(loaded.value);
  }
  const accepted = waivers === undefined ? undefined : await loadWaivers(waivers, locale);
  if (waivers !== undefined && accepted && 'problems' in accepted)
    return refuse(waivers, accepted.problems, terminal, exit);
  return {
    locale,
    siblings,
    packs,
    ...(accepted && 'value' in accepted ? { waivers: accepted.value } : {}),
  };
}

/** Tells what is wrong with a file that is no report. */
export function refuse(file: string, problems: readonly string[], terminal: Terminal, exit: Exit): undefined {
  exit(2);
  for (const problem of problems) terminal.err(`${file}  ${problem}\n`);
  return undefined;
}
