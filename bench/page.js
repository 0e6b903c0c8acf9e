// What was measured, as text, as JSON and in docs/benchmarks.md.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

const PAGE = new URL('../docs/benchmarks.md', import.meta.url);

/** The version that is measured: that of the benchmarks' own package, or the one which the library comes with. */
function version(name) {
  const places = ['node_modules', '../node_modules'];
  const manifest = places
    .map((place) => new URL(`${place}/${name}/package.json`, import.meta.url))
    .find((file) => existsSync(file));
  if (!manifest) throw new Error(`${name} is not installed: run npm ci --prefix bench.`);
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

/** What it was measured on and with. */
export function environment() {
  const packages = ['zod', 'ajv', 'json-rules-engine', 'hyperformula', 'handlebars', 'react', 'mitata'];
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    processors: availableParallelism(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    packages: Object.fromEntries(packages.map((name) => [name, version(name)])),
  };
}

/** Three figures that count. */
function rounded(number) {
  if (typeof number !== 'number') return number ?? '';
  if (number === 0) return '0';
  return number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toPrecision(2);
}

/** Groups as Markdown. */
export function asMarkdown(groups) {
  return [environmentAsMarkdown(), ...groups.map(groupAsMarkdown)].join('\n\n');
}

function environmentAsMarkdown() {
  const { processor, processors, node, platform, packages } = environment();
  const versions = Object.entries(packages).map(([name, number]) => `${name} ${number}`);
  return `Measured on ${processors} × ${processor}, Node.js ${node} on ${platform}; ${versions.join(', ')}.`;
}

function groupAsMarkdown({ title, notes, tables }) {
  return [`### ${title}`, ...notes, ...tables.map(tableAsMarkdown)].join('\n\n');
}

function tableAsMarkdown({ caption, columns, rows }) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, at) => (at === 0 ? '---' : '---:'));
  return [`**${caption}**`, '', line(columns), line(rule), ...rows.map((row) => line(row.map(rounded)))].join(
    '\n',
  );
}

/** Puts groups into the page, each between the marks with its name, and leaves what stands around them. */
export function writePage(groups) {
  let page = readFileSync(PAGE, 'utf8');
  const texts = Object.entries(groups).map(([name, group]) => [name, groupAsMarkdown(group)]);
  for (const [name, text] of [['environment', environmentAsMarkdown()], ...texts]) {
    const [start, end] = [`<!-- measured: ${name} -->`, `<!-- end of ${name} -->`];
    const [from, to] = [page.indexOf(start), page.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/benchmarks.md lacks the lines “${start}” and “${end}”.`);
    page = `${page.slice(0, from)}${start}\n\n${text}\n\n${page.slice(to)}`;
  }
  writeFileSync(PAGE, page);
}
