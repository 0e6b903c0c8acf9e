import type { Locale } from 'ogi-annual-report';
import { english } from './words/en.ts';
import { chinese, type Words } from './words/zh-CN.ts';

export type { Words };

/** What the page says, by language. */
export const words: Readonly<Record<Locale, Words>> = { 'zh-CN': chinese, en: english };
