// How long checking takes, as ratios to parsing the same report as JSON, and beside other ways to check
// the shape and all sums.

import { checkReport, parseReport, startChecking } from 'ogi-annual-report';
import { check as byAjv } from './contenders/ajv.js';
import { check as byHyperFormula } from './contenders/hyperformula.js';
import { check as byJsonRulesEngine } from './contenders/json-rules-engine.js';
import { check as byUs } from './contenders/ours.js';
import { check as byZod } from './contenders/zod.js';
import { sample, text, wrongReport, yearBefore } from './material.js';
import { mediansOf } from './measure.js';
import { proveSameWork } from './same-work.js';

const contenders = {
  'ogi-annual-report': byUs,
  'zod, sums by hand': byZod,
  'ajv, sums by hand': byAjv,
  'json-rules-engine, shape by ajv': byJsonRulesEngine,
  'HyperFormula, shape by ajv': byHyperFormula,
};

const PARSE = 'JSON.parse';
const [EQUATIONS, CATALOGUE, SET] = ['the equations', 'the whole catalogue', 'after one cell changed'];
const WRONG = 'the whole catalogue, one figure wrong';
const SET_ELSEWHERE = 'after a cell of another table changed, one figure wrong';
const SET_WRONG = 'after the wrong cell changed to another wrong figure';

export async function checking() {
  const { tried, shapeless, broken } = await proveSameWork(contenders);
  return {
    title: 'Checking',
    notes: [
      `First it is proved that all contenders find the same: on ${tried} reports, of which ${shapeless} have a wrong shape and ${broken} sums that do not add up, they agree which, and on every equation. What JSON Schema cannot say (万元 with at most six decimals) is not tried.`,
      `Medians of one run, in turns. The report is that of 淮安市 on 2024, ${Buffer.byteLength(text)} bytes of indented JSON.`,
    ],
    tables: [await typed(), await fromJson()],
  };
}

/** A report that was parsed already. */
async function typed() {
  const [report, wrong, previous] = [sample(), wrongReport(), yearBefore()];
  if (checkReport(report).verdict !== 'pass' || checkReport(wrong).verdict !== 'fail')
    throw new Error('The sample does not pass, or the wrong report does, so there is nothing to measure.');
  const equations = { families: ['arithmetic'] };
  const [session, wrongSession] = [startChecking(report), startChecking(wrong)];
  let figure = 0;
  const other = () => {
    figure = figure === 1 ? 2 : 1;
    return figure;
  };
  const times = await mediansOf({
    [PARSE]: () => JSON.parse(text),
    [EQUATIONS]: () => checkReport(report, equations),
    [CATALOGUE]: () => checkReport(report),
    'the whole catalogue, with last year': () => checkReport(report, { previous }),
    [SET]: () => session.set('enforcement.penalties.decisions', other()),
    [WRONG]: () => checkReport(wrong),
    [SET_ELSEWHERE]: () => wrongSession.set('enforcement.penalties.decisions', other()),
    [SET_WRONG]: () => wrongSession.set('applications.newlyReceived.total', 3190 + other()),
  });
  const ofFull = { [SET]: times[CATALOGUE], [SET_ELSEWHERE]: times[WRONG], [SET_WRONG]: times[WRONG] };
  return {
    caption: 'A typed report, checked by `checkReport` or a session of `startChecking`',
    columns: ['', 'µs', '× `JSON.parse`', '× full check'],
    rows: Object.entries(times).map(([name, time]) => [
      name,
      time,
      time / times[PARSE],
      ofFull[name] ? time / ofFull[name] : undefined,
    ]),
  };
}

/** From a text to the errors; what parsing JSON takes is taken off again. */
async function fromJson() {
  const beyond = {
    parseReport: () => parseReport(JSON.parse(text)),
    'ogi-annual-report, whole catalogue': () => checkReport(parseReport(JSON.parse(text)).value),
  };
  for (const [name, check] of Object.entries(contenders))
    beyond[name] = isAsync(check) ? async () => await check(JSON.parse(text)) : () => check(JSON.parse(text));
  const times = await mediansOf({ [PARSE]: () => JSON.parse(text), ...beyond });
  return {
    caption: 'From JSON: shape and every equation, beyond `JSON.parse` itself',
    columns: ['', 'µs', '× `JSON.parse`'],
    rows: Object.entries(times).map(([name, time]) => {
      const own = name === PARSE ? time : time - times[PARSE];
      return [name, own, own / times[PARSE]];
    }),
  };
}

const isAsync = (check) => check.constructor.name === 'AsyncFunction';
