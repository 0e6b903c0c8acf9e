/** The style sheet of the illustrated summary. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b2733; --faint: #566370; --line: #c9d3da; --accent: #1f4f7d; --tile: #f1f5f8; }
@media screen and (prefers-color-scheme: dark) { :root {
  --paper: #12181f; --ink: #eef3f7; --faint: #a9b6c2; --line: #34414d; --accent: #8ec5ea; --tile: #1a232c;
  --ogi-chart-ink: #eef3f7; --ogi-chart-faint: #a9b6c2; --ogi-chart-bar: #5fa8d6; --ogi-chart-plate: #12181f;
  --ogi-chart-1: #1c3f60; --ogi-chart-2: #2f608a; --ogi-chart-3: #4583b1; --ogi-chart-4: #6fa9cf; --ogi-chart-5: #a1cce3; --ogi-chart-6: #d8ecf5; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 3px solid var(--accent); margin-bottom: .75rem; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0; overflow-wrap: anywhere; }
header p { margin: .25rem 0 .5rem; color: var(--faint); overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 0 0 .25rem; color: var(--accent); }
.key { margin: .75rem 0; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.75rem, 1fr)); gap: .5rem; margin: 0; }
dl div { background: var(--tile); border-left: 4px solid var(--accent); padding: .35rem .6rem; display: flex; flex-direction: column; justify-content: space-between; }
dt { font-size: .875rem; line-height: 1.35; color: var(--faint); }
dd { margin: 0; font-size: .875rem; }
dd strong { font-size: 1.6rem; line-height: 1.25; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
dl.long strong { font-size: 1.1rem; }
dd span { white-space: nowrap; }
dd em { display: block; font-style: normal; font-size: .8125rem; color: var(--faint); }
.key-points ul { margin: .5rem 0; padding-left: 1.2rem; }
.key-points li { overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem 1.5rem; align-items: start; }
figure { margin: 0; min-width: 0; }
figure svg { display: block; width: 100%; height: auto; max-width: 30rem; }
details { font-size: .875rem; }
summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .15rem .4rem; text-align: right; font-weight: normal; font-variant-numeric: tabular-nums; }
th:first-child { text-align: left; }
footer { margin-top: .75rem; border-top: 1px solid var(--line); color: var(--faint); font-size: .8125rem; }
footer p { margin: .25rem 0; }
@page { size: A4 portrait; margin: 9mm 11mm; }
@media print {
  html { font-size: 12.5px; }
  html[lang="en"] { font-size: 12px; }
  dd strong { font-size: 1.4rem; }
  dl.long strong { font-size: 1.05rem; }
  body { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  details { display: none; }
  .key { margin: .4rem 0; }
  dl { grid-template-columns: repeat(6, 1fr); }
  .key:nth-of-type(-n + 2) { display: inline-block; vertical-align: top; width: 59%; }
  .key:nth-of-type(-n + 2) dl { grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr)); }
  .key:nth-of-type(-n + 2) dl div { min-height: 4.8rem; }
  .key:nth-of-type(2) { width: 39%; float: right; }
  .key:nth-of-type(3) { clear: both; }
  html[lang="en"] .key:nth-of-type(3) dl { grid-template-columns: repeat(3, 1fr); }
  html[lang="en"] main { zoom: .86; }
  .charts { grid-template-columns: 1fr 1fr; gap: .5rem 1.5rem; }
  figure { break-inside: avoid; }
}
`;
