import { Option } from 'commander';
import type { Labels } from '../formats/renderer.ts';

const LABELS: readonly Labels[] = ['zh-CN', 'bilingual'];

/** The option for headings of the form with English beneath. */
export function labelsOption(): Option {
  return new Option(
    '--labels <labels>',
    '只印中文，或中英对照 / headings in Chinese, or with English',
  ).choices(LABELS);
}
