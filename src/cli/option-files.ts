import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Waiver } from '../check/waiver.ts';
import type { Locale } from '../form/vocabulary.ts';
import { type Loaded, loadJson } from '../many/pack-file.ts';
import { explainIssues } from '../report/explain-issues.ts';
import { waiversSchema } from '../results/json.ts';

/** The URL of a file that is named on the command line. */
export function urlOf(file: string): URL {
  return pathToFileURL(resolve(file));
}

/** Loads a list of waivers from JSON. */
export async function loadWaivers(file: string, locale: Locale): Promise<Loaded<readonly Waiver[]>> {
  const json = await loadJson(urlOf(file), locale);
  if ('problems' in json) return json;
  const parsed = waiversSchema.safeParse(json.value);
  if (parsed.success) return { value: parsed.data as readonly Waiver[] };
  return { problems: explainIssues(parsed.error.issues, json.value, locale).map(({ message }) => message) };
}
