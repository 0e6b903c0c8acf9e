import realReport from '../../examples/reports/huaian-shi-2024.json' with { type: 'json' };
import { cells } from '../form/cells.ts';
import { tablesFrom } from '../report/figures.ts';
import type { Block, Draft } from '../report/report.ts';

/** A real report, a fresh one at each call. */
export function realOne(): Draft {
  return structuredClone(realReport) as Draft;
}

/** The first of the figures of a report in which no two are the same. */
const FIRST_FIGURE = 700_001;

/** A report in which each figure is another, so that one that is left out is missed. */
export function withDistinctFigures(): Draft {
  return { ...realOne(), tables: tablesFrom(cells().map(({ position }) => FIRST_FIGURE + position)) };
}

/** The figure that stands in a cell of {@link withDistinctFigures}. */
export function distinctFigure(position: number): number {
  return FIRST_FIGURE + position;
}

/** A draft in which every seventh figure is not known. */
export function withBlanks(): Draft {
  const draft = realOne();
  const figures = cells().map(({ position }) => (position % 7 === 0 ? null : FIRST_FIGURE + position));
  return { ...draft, tables: tablesFrom(figures) };
}

/** A draft of which nothing is known but the tables, and those are blank or, for comparison, 0. */
export function allBlankOr(figure: null | 0): Draft {
  return { ...realOne(), tables: tablesFrom(cells().map(() => figure)) };
}

const HOSTILE = [
  '文字',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><a href="javascript:alert(1)">\' onmouseover=\'alert(1)',
  ']]>-->&lt;script&gt;&#60;b&#62;<!--<![CDATA[',
  "=cmd|' /C calc'!A0",
  '**b** [l](javascript:x) ![i](x) `c` # h | cell |',
  '{{constructor}} \u0024{7*7} <%= 1 %> %s $& $1',
  '\u0000\u0007\u001B[31m\uD800\uFFFE\u202E\u2066\u200B',
].join(' ');

/** Texts of equal build: one that does harm wherever it is taken for anything but text, and one that does none. */
export const texts = { hostile: HOSTILE, harmless: '文字' } as const;

/** A report that has a text wherever a report can have one. */
export function withTextEverywhere(text: string): Draft {
  const block = (kind: Block['kind']): Block =>
    kind === 'heading' ? { kind, level: 2, text } : { kind: 'paragraph', text };
  const both = [block('heading'), block('paragraph')];
  const real = realOne();
  return {
    ...real,
    title: text,
    agency: { ...real.agency, name: text },
    indexNumber: text,
    contact: { address: text, phone: text, website: text, email: text },
    sections: {
      preamble: both,
      overview: both,
      proactiveDisclosure: both,
      applications: both,
      disputes: both,
      problemsAndImprovements: both,
      otherMatters: both,
    },
    remarks: Object.fromEntries(cells().map(({ path }) => [path, text])),
  };
}

/** A million characters, with words in them. */
export const LONG = '公开政府信息，'.repeat(150_000);

/** A report with a text of a million characters in it. */
export function withLongText(): Draft {
  return { ...realOne(), sections: { overview: [{ kind: 'paragraph', text: LONG }] } };
}
