/**
 * What the HTML looks like, declared once: the style sheet and the `style` attributes are both made of it.
 */

/** How HTML brings its looks; see `HtmlOptions`. */
export type HtmlStyles = 'sheet' | 'inline' | 'none';

/**
 * The colours and fonts, as custom properties that a site overrides: first by light, then by dark.
 * Each pair of text and background that meet has a contrast of at least 4.5 to 1.
 */
const palette: Readonly<Record<string, readonly [light: string, dark?: string]>> = {
  '--ogi-text': ['#1a1a1a', '#e6e6e6'],
  '--ogi-muted': ['#4a4a4a', '#bdbdbd'],
  '--ogi-background': ['#ffffff', '#161616'],
  '--ogi-line': ['#6b6b6b', '#7d7d7d'],
  '--ogi-heading': ['#f0f3f7', '#262b33'],
  '--ogi-accent': ['#0b4fb3', '#9cc2ff'],
  '--ogi-wrong': ['#fde7e7', '#4a1f22'],
  '--ogi-wrong-text': ['#a40019', '#ffb3b8'],
  '--ogi-concerned': ['#fff6dc', '#3d3418'],
  '--ogi-concerned-text': ['#6b4700', '#ffd98a'],
  '--ogi-font': [
    'FangSong, FangSong_GB2312, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif',
  ],
  '--ogi-heading-font': ['SimHei, "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'],
};

/** The pieces of a page that have a look of their own. */
export type Part = keyof typeof looks;

interface Look {
  /** Where the style sheet finds it, below `.ogi-annual-report`; the report itself if empty. */
  readonly selector: string;
  readonly style: string;
}

const OUT_OF_SIGHT =
  'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap';

const looks = {
  report: {
    selector: '',
    style:
      'color: var(--ogi-text); background: var(--ogi-background); font-family: var(--ogi-font); line-height: 1.75; overflow-wrap: anywhere',
  },
  title: {
    selector: 'h1',
    style: 'font: bold 1.6em/1.4 var(--ogi-heading-font); margin: 1em 0; text-align: center',
  },
  section: { selector: 'h2', style: 'font: bold 1.25em/1.5 var(--ogi-heading-font); margin: 1.6em 0 .5em' },
  subheading: { selector: 'h3, h4, h5', style: 'font-size: 1.05em; font-weight: bold; margin: 1em 0 .3em' },
  paragraph: { selector: 'p', style: 'margin: .3em 0; text-indent: 2em' },
  particulars: {
    selector: '.ogi-particulars',
    style: 'margin: 1em 0; font-size: .9em; color: var(--ogi-muted)',
  },
  particular: { selector: '.ogi-particulars > div', style: 'margin: .2em 0' },
  label: {
    selector: 'dt',
    style: 'display: inline-block; min-width: 8em; margin: 0 .5em 0 0; font-weight: bold',
  },
  value: { selector: 'dd', style: 'display: inline; margin: 0' },
  signature: {
    selector: '.ogi-signature',
    style:
      'box-sizing: border-box; width: fit-content; max-width: 100%; margin: 2em 0 1em auto; padding-right: 4em; text-align: center; break-inside: avoid',
  },
  signed: { selector: '.ogi-signature p', style: 'margin: .3em 0; text-indent: 0' },
  region: { selector: '.ogi-table', style: 'overflow-x: auto; margin: .8em 0' },
  table: {
    selector: 'table',
    style:
      'border-collapse: collapse; width: 100%; font-size: .875em; line-height: 1.4; font-variant-numeric: tabular-nums; text-indent: 0',
  },
  caption: { selector: 'caption', style: OUT_OF_SIGHT },
  heading: {
    selector: 'th',
    style:
      'border: 1px solid var(--ogi-line); padding: .35em .4em; background: var(--ogi-heading); font-weight: normal; text-align: center; overflow-wrap: break-word',
  },
  side: {
    selector: 'th[class^="ogi-side"]',
    style:
      'border: 1px solid var(--ogi-line); padding: .35em .4em; background: var(--ogi-heading); font-weight: normal; text-align: left; overflow-wrap: break-word',
  },
  note: {
    selector: '.ogi-note',
    style:
      'border: 1px solid var(--ogi-line); padding: .35em .4em; background: var(--ogi-heading); font-size: .85em; text-align: center; overflow-wrap: anywhere',
  },
  figure: {
    selector: 'td',
    style:
      'border: 1px solid var(--ogi-line); padding: .35em .4em; text-align: center; overflow-wrap: normal',
  },
  wrong: {
    selector: '.ogi-wrong',
    style:
      'border: 1px solid var(--ogi-line); padding: .35em .4em; text-align: center; background: var(--ogi-wrong); outline: 2px solid var(--ogi-wrong-text); outline-offset: -2px; font-weight: bold',
  },
  concerned: {
    selector: '.ogi-concerned',
    style:
      'border: 1px solid var(--ogi-line); padding: .35em .4em; text-align: center; background: var(--ogi-concerned); outline: 2px dashed var(--ogi-concerned-text); outline-offset: -2px',
  },
  mark: {
    selector: '.ogi-mark',
    style:
      'display: inline-block; min-width: 24px; line-height: 24px; color: var(--ogi-wrong-text); text-decoration: none; white-space: nowrap',
  },
  hint: {
    selector: '.ogi-concerned .ogi-mark',
    style:
      'display: inline-block; min-width: 24px; line-height: 24px; color: var(--ogi-concerned-text); text-decoration: none; white-space: nowrap',
  },
  statements: {
    selector: '.ogi-statements',
    style: 'margin: .5em 0; font-size: .9em; color: var(--ogi-muted)',
  },
  agrees: {
    selector: '.ogi-agrees',
    style: 'color: inherit; background: none; text-decoration: underline 1px; text-underline-offset: .2em',
  },
  contradicts: {
    selector: '.ogi-contradicts',
    style:
      'color: var(--ogi-concerned-text); background: var(--ogi-concerned); border-bottom: 3px double var(--ogi-concerned-text); padding: 0 .15em; font-weight: bold',
  },
  undecided: {
    selector: '.ogi-undecided',
    style:
      'color: inherit; background: none; text-decoration: underline dotted 2px; text-underline-offset: .2em',
  },
  english: {
    selector: 'span[lang]',
    style: 'font-size: .85em; color: var(--ogi-muted); font-weight: normal',
  },
  findings: {
    selector: '.ogi-findings',
    style: 'border: 2px solid var(--ogi-wrong-text); padding: .5em 1em; margin: 1em 0; text-indent: 0',
  },
  findingsHeading: { selector: '.ogi-findings h2', style: 'font-size: 1.1em; margin: 0 0 .3em' },
  legend: { selector: '.ogi-findings p', style: 'margin: .3em 0; text-indent: 0; color: var(--ogi-muted)' },
  diagnosis: { selector: '.ogi-diagnosis', style: 'margin: .3em 0; font-weight: bold' },
  finding: { selector: '.ogi-finding', style: 'margin: .3em 0' },
} satisfies Readonly<Record<string, Look>>;

/** Gives a piece of a page its look: as a class that the style sheet knows, or as a `style` attribute. */
export type StyleAttributes = (part: Part, ...classes: string[]) => string;

/** How pieces get their looks. Classes stay in every mode: readers and scripts know the pieces by them. */
export function styleAttributesOf(styles: HtmlStyles): StyleAttributes {
  if (styles !== 'inline') return (_, ...classes) => classAttribute(classes);
  return (part, ...classes) => `${classAttribute(classes)}${inline.get(part) ?? ''}`;
}

function classAttribute(classes: readonly string[]): string {
  return classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
}

/** Old mail programs and content-management systems know no custom properties, so they get light colours. */
const inline: ReadonlyMap<string, string> = new Map(
  Object.entries<Look>(looks).map(([part, { style }]) => [
    part,
    ` style="${style.replace(/var\((--[\w-]+)\)/g, (_, name: string) => palette[name]?.[0] ?? '').replaceAll('"', "'")}"`,
  ]),
);

function properties(scheme: 0 | 1): string {
  return Object.entries(palette)
    .flatMap(([name, values]) => (values[scheme] === undefined ? [] : [`${name}: ${values[scheme]};`]))
    .join(' ');
}

/** Selectors below the report, written out one by one: older browsers do not know `:is()`. */
function within(...selectors: readonly string[]): string {
  return selectors.map((selector) => `.ogi-annual-report ${selector}`.trimEnd()).join(', ');
}

const SIDES = ['.ogi-side-1', '.ogi-side-2', '.ogi-side-3'];

const rules = Object.entries<Look>(looks)
  .map(([, { selector, style }]) => `${within(...selector.split(', '))} { ${style}; }`)
  .join('\n');

/**
 * The style sheet of the HTML, for sites that serve it themselves. Every selector begins with `.ogi-annual-
 * report`, so nothing else on a page is affected.
 *
 * All colours and fonts are custom properties, declared on `:root`. A site sets its own after this sheet:
 *
 * - `--ogi-text`, `--ogi-muted`: text, and text of less weight (particulars, English beneath headings)
 * - `--ogi-background`: behind the report
 * - `--ogi-line`: lines of tables
 * - `--ogi-heading`: behind headings of tables
 * - `--ogi-accent`: the frame of what has the focus
 * - `--ogi-wrong`, `--ogi-wrong-text`: behind a figure that is wrong, and the marks on it
 * - `--ogi-concerned`, `--ogi-concerned-text`: the same for figures that take part in what is wrong
 * - `--ogi-font`, `--ogi-heading-font`: text, and title and headings
 *
 * They change with `prefers-color-scheme`; what a site sets holds in both, so a site without a dark
 * version sets the light colours again.
 *
 * @example
 *   await writeFile('report.css', htmlStyleSheet);
 */
export const htmlStyleSheet = `:root, :host { ${properties(0)} }
@media screen and (prefers-color-scheme: dark) { :root, :host { ${properties(1)} } }
${rules}
${within('.ogi-table:focus-visible', 'a:focus-visible')} { outline: 3px solid var(--ogi-accent); outline-offset: 2px; }
${within(':target')} { outline: 3px solid var(--ogi-accent); }
${within('.ogi-table')} { position: relative; }
${within('.ogi-table table')} { border-collapse: separate; border-spacing: 0; border: solid var(--ogi-line); border-width: 1px 0 0 1px; }
${within('.ogi-table table th', '.ogi-table table td')} { border-width: 0 1px 1px 0; }
${within('.ogi-wide th[scope="col"]', '.ogi-wide td')} { padding: .35em .2em; text-wrap: balance; }
@media screen and (min-width: 60rem) {
  ${within('.ogi-wide th[scope="col"]')} { min-width: 4em; }
  ${within('.ogi-wide .ogi-group')} { min-width: 5em; }
}
@media screen {
  ${within(...SIDES, '.ogi-corner')} { position: sticky; z-index: 1; left: 0; }
}
@media screen and (max-width: 40rem) {
  ${within('.ogi-table table')} { font-size: .8em; }
  ${within('.ogi-wide th', '.ogi-wide td')} { padding: .3em 1px; }
  ${within('.ogi-wide th[scope="col"]', '.ogi-wide .ogi-group')} { writing-mode: vertical-rl; padding: .4em .1em; }
  ${within('.ogi-wide .ogi-group')} { width: 2em; min-width: 2em; max-width: 2em; box-sizing: border-box; text-align: center; }
  ${within('.ogi-wide .ogi-group br')} { display: none; }
  ${within('.ogi-wide .ogi-group span')} { margin-top: 1em; }
  ${within('.ogi-wide .ogi-side-2')} { left: 2em; }
  ${within('.ogi-wide .ogi-side-3')} { left: 4em; min-width: 6em; }
}
@media print {
  ${within('')} { font-size: 10.5pt; }
  ${within('.ogi-table')} { overflow: visible; padding-right: 1px; break-inside: avoid; }
  ${within('.ogi-wide table')} { font-size: 9pt; line-height: 1.25; }
  ${within('.ogi-small table')} { font-size: 7.5pt; }
  ${within('.ogi-smallest table')} { font-size: 6.5pt; }
  ${within('thead')} { display: table-header-group; }
  ${within('.ogi-table table')} { border-collapse: collapse; border: 0; }
  ${within('.ogi-table table th', '.ogi-table table td')} { border-width: 1px; }
  ${within('th', 'th[class^="ogi-side"]', '.ogi-note')} { background: none; }
  ${within('td', 'th[scope="row"]', '.ogi-block')} { break-inside: avoid; }
  ${within('.ogi-wide th[scope="col"]')} { min-width: 2em; padding: .35em .4em; }
  ${within('.ogi-smallest td')} { padding: .35em 1px; }
  ${within('h1', 'h2', 'h3', 'h4', 'h5')} { break-after: avoid; }
  ${within('th', 'td')} { print-color-adjust: exact; }
}
`;

/** What a page of its own needs besides. */
export const pageStyleSheet = `:root { color-scheme: light dark; }
body { margin: 0; background: var(--ogi-background); }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
@page { size: A4; margin: 30mm 22mm 25mm; }
@media print { main { max-width: none; padding: 0; } }
${htmlStyleSheet}`;
