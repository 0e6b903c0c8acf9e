// What the service does with a body, in a process that is ended if it takes too long.

import { checkReport, LocalizedError, readReport, renderReport } from 'ogi-annual-report';
import { renderRollUpXlsx, rollUp, rollUpJson } from 'ogi-annual-report/roll-up';
import workerpool from 'workerpool';
import { bodies, formats, parseBody } from './bodies.js';
import { problem, words } from './problem.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const json = (body) => ({ status: 200, type: JSON_TYPE, body });

const tasks = {
  check: ({ report, ...options }, { locale }) =>
    json(JSON.stringify(checkReport(report, { ...options, locale }))),

  read({ report: reading }) {
    const { status, draft, problems, inferred, ledger } = reading;
    return json(JSON.stringify({ status, report: draft, problems, inferred, ledger }));
  },

  async render({ report, ...options }, { locale, to = 'html', mark }) {
    if (!Object.hasOwn(formats, to)) return problem(400, words.noFormat(Object.keys(formats))[locale]);
    const check = mark ? { check: checkReport(report, { ...options, locale }) } : {};
    const body = await renderReport(report.draft ?? report, to, { ...check, locale });
    const { mediaType, extension } = formats[to];
    const type = typeof body === 'string' ? `${mediaType}; charset=utf-8` : mediaType;
    return { status: 200, type, body, fileName: `report.${extension}` };
  },

  async 'roll-up'({ reports, ...options }, { locale, to = 'json' }) {
    if (to !== 'json' && to !== 'xlsx') return problem(400, words.noFormat(['json', 'xlsx'])[locale]);
    const rolled = rollUp(reports, { ...options, locale });
    if (to === 'json') return json(rollUpJson(rolled));
    const body = await renderRollUpXlsx(rolled, { locale });
    return { status: 200, type: formats.xlsx.mediaType, body, fileName: `${options.year}.xlsx` };
  },
};

process.on('SIGINT', () => {}); // Ctrl-C reaches all processes; the server ends them when they are done

workerpool.worker({
  async work(request, body) {
    const { task, locale, isJson } = request;
    if (body.length === 0) return problem(400, words.empty[locale]);
    if (task === 'roll-up' && !isJson) return problem(415, words.onlyJson[locale]);
    const { value, refused } =
      isJson && task !== 'read' ? fromJson(body, request) : await fromFile(body, locale);
    if (refused) return refused;
    try {
      return await tasks[task](value, request);
    } catch (error) {
      if (!(error instanceof LocalizedError)) throw error;
      return problem(422, words.refused(error.messages[locale])[locale]);
    }
  },
});

/** A file of any format that can be read. */
async function fromFile(body, locale) {
  const reading = await readReport(body, { locale });
  if (reading.status !== 'unreadable') return { value: { report: reading } };
  return {
    refused: problem(
      422,
      words.unreadable[locale],
      reading.problems.map(({ message }) => ({ message })),
    ),
  };
}

/** No report is nested so deep; a parser needs memory for each level, which the limit of a process does not count. */
const MAX_DEPTH = 64;
const [QUOTE, BACKSLASH, OPENING, CLOSING] = [0x22, 0x5c, [0x5b, 0x7b], [0x5d, 0x7d]];

function isTooDeep(json) {
  let [depth, isString] = [0, false];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (isString && sign === BACKSLASH) at += 1;
    else if (sign === QUOTE) isString = !isString;
    else if (isString) continue;
    else if (OPENING.includes(sign)) depth += 1;
    else if (CLOSING.includes(sign)) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function fromJson(body, { task, locale }) {
  if (isTooDeep(body)) return { refused: problem(400, words.notJson[locale]) };
  let json;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { refused: problem(400, words.notJson[locale]) };
  }
  const { reportBody, rollUpBody } = bodies[locale];
  const { value, problems } = parseBody(task === 'roll-up' ? rollUpBody : reportBody, json, locale);
  return problems ? { refused: problem(422, words.notAReport[locale], problems) } : { value };
}
