import { Option } from 'commander';
import { LABELS } from '../formats/renderer.ts';
import type { Say } from './help.ts';

/** The option for headings of the form with English beneath. */
export function labelsOption(say: Say): Option {
  return new Option(
    '--labels <labels>',
    say('只印中文，或中英对照', 'headings in Chinese, or with English'),
  ).choices(LABELS);
}
