// What the documentation does beyond TypeDoc: examples that are whole programs, guides under their own titles and in
// groups, exports grouped by subject, a search that knows Chinese and the words people look for, links from guides to
// the API, and to the playground from every page.

import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  Comment,
  CommentTag,
  Converter,
  IndexEvent,
  PageEvent,
  ReflectionKind,
  RendererEvent,
} from 'typedoc';
import { keywords } from './keywords.js';
import { dedented, publicNames, runnable } from './runnable.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lunr = createRequire(createRequire(import.meta.url).resolve('typedoc'))('lunr');

/** Group of a document by the folder it lies in; the first that fits counts. */
const groups = [
  [/^docs\/guide\//, 'Guides'],
  [/^docs\/zh-CN\/|\.zh-CN\.md$/, '中文'],
  [/^docs\/(rules|form-)|^conformance\//, 'Reference'],
  [/./, 'Contributing'],
];

/** Subject of an export of the core by the folder it is written in. */
const subjects = [
  [/^src\/form\//, 'The form'],
  [/^src\/report\//, 'Reports and drafts'],
  [/^src\/rules\/diagnosis\//, 'Diagnosis'],
  [/^src\/rules\/(define-rule|pack|settings|waiver|relation|definitions)/, 'Rules of your own'],
  [/^src\/rules\//, 'Checking'],
];

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    const names = publicNames();
    const [start] = project.readme ?? [];
    if (start) start.text = start.text.replace(/^# .+\n/, '');
    joinChinese(project.readme);
    for (const reflection of Object.values(project.reflections)) {
      if (reflection.comment) completeExamples(reflection.comment, names);
      if (reflection.isDocument()) arrange(reflection, project);
      else if (reflection.kindOf(ReflectionKind.Module)) tag(reflection, '@group', 'API');
      else if (reflection.parent?.name === 'ogi-annual-report') classify(reflection, project);
    }
  });

  app.renderer.on(RendererEvent.BEGIN, ({ project }) => {
    for (const document of project.getReflectionsByKind(ReflectionKind.Document))
      document.name = titles.get(document) ?? document.name;
    lunr.trimmer = Object.assign(trimmed, { label: 'trimmer' });
    lunr.tokenizer.separator = /[\s\-，。；：、！？（）“”《》]+/;
  });

  app.renderer.on(IndexEvent.PREPARE_INDEX, (index) => {
    index.searchFieldWeights = { ...index.searchFieldWeights, keywords: 100 };
    for (const [at, found] of index.searchResults.entries())
      if (found.kindOf(ReflectionKind.Function) && Object.hasOwn(keywords, found.name)) {
        index.searchFields[at] = { ...index.searchFields[at], keywords: keywords[found.name].join(' ') };
        found.relevanceBoost = found.name === 'checkReport' ? 200 : 50; // or shorter names would come first
      }
  });

  app.renderer.on(PageEvent.END, (page) => {
    const top = '../'.repeat(page.url.split('/').length - 1);
    const playground = `${top}playground/index.html`;
    if (page.model.isDocument() || page.model.isProject()) linkFunctions(page, app.renderer.router, top);
    page.contents = page.contents
      ?.replaceAll('href="playground/index.html"', `href="${playground}"`)
      .replace('<strong>Playground</strong>', `<a href="${playground}">Playground</a>`)
      // names of cells may break after a dot
      .replace(/(?<=<td><code>)[\w.]+(?=<\/code>)/g, (name) => name.replaceAll('.', '.<wbr>'));
  });
}

/** Makes the names of functions in a document lead to their pages. */
function linkFunctions(page, router, top) {
  const functions = page.project.getReflectionsByKind(ReflectionKind.Function);
  const addresses = new Map(functions.map((one) => [one.name, router.getFullUrl(one)]));
  page.contents = page.contents?.replace(/(<a\b[^>]*>)?<code>(\w+)<\/code>/g, (whole, link, name) =>
    link || !addresses.has(name) ? whole : `<a href="${top}${addresses.get(name)}"><code>${name}</code></a>`,
  );
}

/** Title of each document: the first heading in it. */
const titles = new Map();

/** Takes out line breaks between Chinese characters, which a browser would show as spaces. */
function joinChinese(content = []) {
  for (const part of content)
    if (part.kind === 'text')
      part.text = part.text.replace(
        /(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])/g,
        '',
      );
}

function arrange(document, project) {
  joinChinese(document.content);
  const path = pathOf(document, project);
  const [first] = document.content;
  const heading = first?.text.match(/^# (.+)\n/);
  if (heading) titles.set(document, heading[1].replaceAll('`', ''));
  document.name = path
    .replace(/\.md$/, '')
    .replace(/^docs\/(guide\/)?/, '')
    .replace(/\/README$/, '')
    .replaceAll('/', '-');
  document.frontmatter.group = groups.find(([folder]) => folder.test(path))[1];
}

function classify(reflection, project) {
  const file = project.getSymbolIdFromReflection(reflection)?.fileName;
  const path = file && relative(root, String(file)).replaceAll('\\', '/');
  const subject = path && subjects.find(([folder]) => folder.test(path));
  if (!subject) return;
  const documented = reflection.signatures ?? [reflection];
  for (const one of documented) tag(one, '@category', subject[1]);
}

function tag(reflection, name, text) {
  reflection.comment ??= new Comment();
  reflection.comment.blockTags.push(new CommentTag(name, [{ kind: 'text', text }]));
}

function pathOf(document, project) {
  return relative(root, project.files.getReflectionPath(document)).replaceAll('\\', '/');
}

function completeExamples(comment, names) {
  for (const { tag: name, content } of comment.blockTags) {
    const [block] = content;
    const code = name === '@example' && block?.kind === 'code' && block.text.match(/^```ts\n([\s\S]*)\n```$/);
    if (code) block.text = `\`\`\`ts\n${runnable(dedented(code[1]), names)}\n\`\`\``;
  }
}

/** Takes off what surrounds a word; `lunr` does it for Latin letters only, and of Chinese words leaves nothing. */
function trimmed(token) {
  return token.update((word) => word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, ''));
}
