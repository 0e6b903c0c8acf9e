// A renderer of one's own: the report as a page with the red head of an official document (红头文件), with inline
// styles only, so that it keeps its looks in any content-management system.
//
//   npx ogi-report render huaian-shi-2024.json --plugin ./examples/letterhead.js --to letterhead -o report.html

import { escapeHtml } from 'ogi-annual-report';
import { renderHtml } from 'ogi-annual-report/html';

const RED = '#c00000';

/** Makes the renderer; `number` gives the number of the document, such as 淮政公开〔2025〕1号. */
export function letterhead({ number = () => '' } = {}) {
  return {
    id: 'letterhead',
    mediaType: 'text/html',
    extension: 'html',
    render(report, options = {}) {
      // the report itself, as the package prints it; the option `check` and the others go on to it
      const body = renderHtml(report, { ...options, fragment: true, styles: 'inline' });
      const issuer = report.agency.name ?? '';
      return [
        '<div lang="zh-CN" style="max-width: 60rem; margin: 0 auto">',
        `<p style="font: bold 2.4em/1.5 SimSun, serif; letter-spacing: .1em; text-align: center; color: ${RED}">${escapeHtml(issuer)}文件</p>`,
        `<p style="font: 1em FangSong, serif; text-align: center">${escapeHtml(number(report))}</p>`,
        `<hr style="border: 0; border-top: 3px solid ${RED}">`,
        body.trimEnd(),
        `<p style="font: 1em FangSong, serif; text-align: right">${escapeHtml(issuer)}<br>${escapeHtml(report.publishedOn ?? '')}</p>`,
        '</div>',
        '',
      ].join('\n');
    },
  };
}

export default letterhead();
