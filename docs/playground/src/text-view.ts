import { type AnyDraft, type CheckResult, forms } from 'ogi-annual-report';
import { button, element } from './element.ts';
import { markSpans } from './text-marks.ts';
import { blocksOfText, textOfSection } from './text-of-section.ts';
import { words } from './words.ts';
import type { SectionName, Workspace } from './workspace.ts';

/** So long after a key the text is checked again. */
const MILLISECONDS = 250;

/** The texts of a report on the page; see `textView`. */
export interface TextView {
  /** Shows the texts as another article has them, with what is found marked. */
  show(article: HTMLElement, result: CheckResult): void;
}

/** The narrative of a draft with every part that the form asks for, so that each can be written. */
export function withEverySection(draft: AnyDraft): AnyDraft {
  const asked = forms[draft.form].sections.filter(({ tables }) => tables.length === 0);
  const empty = Object.fromEntries(asked.map(({ id }) => [id, []]));
  return { ...draft, sections: { ...empty, ...draft.sections } };
}

/**
 * Puts the text of each section of an article into a place of its own, where it can be edited and is kept up to date.
 *
 * @param article
 *   The report as rendered; its texts are moved.
 */
export function textView(article: HTMLElement, workspace: Workspace): TextView {
  const places = partsOf(article, workspace.draft).map(({ name, blocks, before }) => {
    const text = element('div', { class: 'text' });
    before.before(text);
    text.append(...blocks);
    text.before(editor(name, text, workspace));
    return { name, text };
  });
  return {
    show(now, result) {
      const parts = now === article ? [] : partsOf(now, workspace.draft);
      for (const { name, text } of places) {
        const part = parts.find((each) => each.name === name);
        if (part) text.replaceChildren(...part.blocks);
        const spoken = result.findings.filter(({ span }) => span?.section === name);
        markSpans([...text.children], spoken);
      }
      const legend = now.querySelector('.ogi-statements');
      const shown = article.querySelector('.ogi-statements');
      if (now !== article && legend && shown) shown.replaceWith(legend);
    },
  };
}

/** The parts of an article with their texts, and the element before which these stand. */
function partsOf(article: HTMLElement, draft: AnyDraft) {
  const sections = [...article.querySelectorAll(':scope > section')];
  // the article has the sections in the order of the form, and those with tables or text alone
  const names = forms[draft.form].sections
    .filter(({ id, tables }) => tables.length > 0 || draft.sections[id] !== undefined || isAsked(draft, id))
    .map(({ id }) => id);
  const textsIn = (part: Element) => [
    ...part.querySelectorAll(
      ':scope > p, :scope > h3, :scope > h4, :scope > h5, :scope > .text > p, :scope > .text > :is(h3, h4, h5)',
    ),
  ];
  return [
    { name: 'preamble' as SectionName, part: article as Element },
    ...sections.flatMap((part, at) => {
      const name = names[at];
      return name === undefined ? [] : [{ name: name as SectionName, part }];
    }),
  ].map(({ name, part }) => {
    const blocks = textsIn(part);
    const after = name === 'preamble' ? sections[0] : part.querySelector('.ogi-table');
    const end = element('span', { hidden: true });
    if (blocks[0]) blocks[0].before(end);
    else if (after) after.before(end);
    else part.append(end);
    return { name, blocks, before: end };
  });
}

function isAsked(draft: AnyDraft, name: SectionName): boolean {
  return forms[draft.form].sections.some(({ id, tables }) => id === name && tables.length === 0);
}

/** The text of a section to be typed; out of the way until it is asked for, if there is text. */
function editor(name: SectionName, text: HTMLElement, workspace: Workspace): HTMLElement {
  const { draft, locale } = workspace;
  const say = words[locale];
  const heading = forms[draft.form].sections.find(({ id }) => id === name);
  const label = heading ? (locale === 'en' ? heading.english : heading.label) : say.preamble;
  const isEmpty = (draft.sections[name] ?? []).length === 0;
  // what the form asks for in words is waited for; beside a table there may be words, and most reports have none
  const isWaitedFor = name === 'preamble' ? workspace.source === undefined : isAsked(draft, name);
  const isOpen = isEmpty && isWaitedFor;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const take = () => {
    clearTimeout(waiting);
    const before = workspace.draft.sections[name] ?? [];
    if (area.value === textOfSection(workspace.draft, name)) return;
    workspace.write(name, blocksOfText(area.value, before));
  };
  const area = element('textarea', {
    id: `text-${name}`,
    lang: 'zh-CN',
    rows: name === 'preamble' ? 3 : 5,
    'aria-label': say.textOf(label),
    placeholder: say.writeHere,
    oninput: () => {
      clearTimeout(waiting);
      waiting = setTimeout(take, MILLISECONDS);
    },
    onchange: () => {
      take();
      workspace.typed();
    },
  });
  area.value = textOfSection(draft, name);
  const toggle = button('', () => show(area.hidden === true), { class: 'quiet', id: `edit-${name}` });
  const setToggle = (open: boolean) => {
    const isBlank = (workspace.draft.sections[name] ?? []).length === 0;
    toggle.textContent = open ? say.textDone : isBlank ? say.textAdd : say.textEdit;
    toggle.setAttribute('aria-expanded', String(open));
    toggle.setAttribute('aria-label', `${toggle.textContent}${say.colon}${label}`);
  };
  const show = (open: boolean) => {
    area.hidden = !open;
    text.hidden = open;
    setToggle(open);
    if (open) {
      area.value = textOfSection(workspace.draft, name);
      area.focus();
    }
  };
  setToggle(isOpen);
  area.hidden = !isOpen;
  text.hidden = isOpen;
  const hint = name === 'preamble' ? [element('span', { class: 'hint' }, say.preamble)] : [];
  return element(
    'div',
    { class: 'writing' },
    element('div', { class: 'writing-head' }, ...hint, toggle),
    area,
  );
}
