import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Waiver, waiverShape } from '../check/waiver.ts';
import type { Locale } from '../form/vocabulary.ts';
import { type Loaded, loadJson } from '../many/pack-file.ts';
import { problemsInList } from '../report/list-option.ts';

/** The URL of a file that is named on the command line. */
export function urlOf(file: string): URL {
  return pathToFileURL(resolve(file));
}

/** Loads a list of waivers from JSON. */
export async function loadWaivers(file: string, locale: Locale): Promise<Loaded<readonly Waiver[]>> {
  const json = await loadJson(urlOf(file), locale);
  if ('problems' in json) return json;
  const problems = problemsInList(json.value, waiverShape);
  if (problems.length > 0) return { problems: problems.map((problem) => problem[locale]) };
  return { value: json.value as readonly Waiver[] };
}
