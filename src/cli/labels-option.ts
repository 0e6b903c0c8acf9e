import { Option } from 'commander';
import { LABELS } from '../formats/renderer.ts';
import type { Say } from './help.ts';

/** The option for headings of the form with English beneath. */
export function labelsOption(say: Say): Option {
  return new Option(
    '--labels <labels>',
    say(
      '标题和表头：zh-CN 中文 | bilingual 中英对照',
      'headings: zh-CN, in Chinese | bilingual, in Chinese and English',
    ),
  ).choices(LABELS);
}
