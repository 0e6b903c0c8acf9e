import { describe, expect, test } from 'vitest';
import { checkReport, figureAt, type Reader, type Reading, type Report, readReport } from '../src/index.ts';
import { sample } from './sample.ts';

const example: string = '../examples/peer-json.js';
const { peerJson } = (await import(example)) as { peerJson: Reader };
const { publishedOn: _, ...report }: Report = sample();

function readPeer(json: unknown, options = {}): Promise<Reading> {
  return readReport(JSON.stringify(json), { ...options, readers: [peerJson] });
}

function recognizes(json: unknown): boolean | Promise<boolean> {
  const text = JSON.stringify(json);
  return peerJson.recognizes({ text, bytes: new TextEncoder().encode(text) });
}

describe('the JSON of another tool', () => {
  const table3 = (column: keyof Report['tables']['applications']['granted']) => {
    const of = (row: keyof Report['tables']['applications']) => report.tables.applications[row][column];
    return {
      newReceived: of('newlyReceived'),
      carriedOver: String(of('carriedOver')),
      results: {
        granted: of('granted'),
        partialGrant: of('partiallyGranted'),
        denied: {
          stateSecret: of('stateSecret'),
          lawForbidden: of('prohibitedByLaw'),
          safetyStability: of('securityOrStability'),
          thirdPartyRights: of('thirdPartyRights'),
          internalAffairs: of('internalAffairs'),
          processInfo: of('deliberativeProcess'),
          enforcementCase: of('enforcementCaseFile'),
          adminQuery: of('administrativeInquiry'),
        },
        unableToProvide: {
          noInfo: of('notHeld'),
          needCreation: of('requiresCreation'),
          unclear: of('stillUnclear'),
        },
        notProcessed: {
          complaint: of('petitionOrComplaint'),
          repeat: of('duplicate'),
          publication: of('publishedMaterial'),
          massiveRequests: of('excessiveRepeated'),
          confirmInfo: of('confirmOrReissue'),
        },
        other: {
          overdueCorrection: of('correctionOverdue'),
          overdueFee: of('feeUnpaid'),
          otherReasons: of('otherHandling'),
        },
        totalProcessed: of('totalProcessed'),
        carriedForward: of('carriedForward'),
      },
    };
  };
  const { documents, licensing, enforcement, fees, disputes } = report.tables;
  const document = ({ issued, repealed, inForce }: typeof documents.rules) => ({
    made: issued,
    repealed,
    valid: inForce,
  });
  const block = ({ upheld, corrected, otherOutcome, pending, total }: typeof disputes.reconsideration) => ({
    maintain: upheld,
    correct: corrected,
    other: otherOutcome,
    unfinished: pending,
    total,
  });
  const json = {
    sections: [
      { type: 'text', title: '一、总体情况', content: '第一段。\n第二段。' },
      {
        type: 'table_2',
        activeDisclosureData: {
          regulations: document(documents.rules),
          normativeDocuments: document(documents.normativeDocuments),
          licensing: { processed: '447,228' },
          punishment: { processed: enforcement.penalties.decisions },
          coercion: { processed: enforcement.compulsion.decisions },
          fees: { amount: fees.administrativeFees.amountWan },
        },
      },
      {
        type: 'table_3',
        tableData: {
          naturalPerson: table3('naturalPerson'),
          legalPerson: {
            commercial: table3('commercialEnterprise'),
            research: table3('researchInstitution'),
            social: table3('socialWelfareOrganization'),
            legal: table3('legalServiceInstitution'),
            other: table3('otherOrganization'),
          },
          total: table3('total'),
        },
      },
      {
        type: 'table_4',
        reviewLitigationData: {
          review: block(disputes.reconsideration),
          litigationDirect: block(disputes.directLitigation),
          litigationPostReview: block(disputes.litigationAfterReconsideration),
        },
      },
    ],
  };

  test('is read whole', async () => {
    expect(licensing.licenses.decisions).toBe(447228);
    const reading = await readPeer(json);
    expect(reading.status).toBe('complete');
    expect(reading.draft.tables).toEqual(report.tables);
    expect(reading.draft.sections.overview?.map(({ text }) => text)).toEqual(['第一段。', '第二段。']);
    expect(reading.cells['applications.granted.total']?.place).toEqual({
      path: 'sections.2.tableData.total.results.granted',
    });
    expect(recognizes(json)).toBe(true);
    expect((await readReport(JSON.stringify(json))).status).toBe('unreadable'); // without the plug-in
  });

  test('with marks or gaps is incomplete, never 0', async () => {
    const marked = structuredClone(json);
    Object.assign(marked.sections[1]?.activeDisclosureData?.fees ?? {}, { amount: '-' });
    delete (marked.sections[3] as { reviewLitigationData?: object }).reviewLitigationData;
    const reading = await readPeer(marked);
    expect(reading.status).toBe('incomplete');
    expect(reading.cells['fees.administrativeFees.amountWan']?.state).toBe('dash');
    expect(figureAt(reading.draft, 'fees.administrativeFees.amountWan')).toBeNull();
    expect(reading.cells['disputes.reconsideration.total']?.state).toBe('absent');
    expect(checkReport(reading).verdict).not.toBe('pass');
    expect(
      figureAt((await readPeer(marked, { blanks: 'zero' })).draft, 'fees.administrativeFees.amountWan'),
    ).toBe(0);
  });

  test('takes marks for 0 only if asked, and says which of the two it did', async () => {
    const marked = structuredClone(json);
    Object.assign(marked.sections[1]?.activeDisclosureData?.regulations ?? {}, { made: '/', valid: '' });
    expect((await readPeer(marked)).problems.map(({ rule }) => rule)).toEqual(['READ-09']);
    const { problems, draft } = await readPeer(marked, { blanks: 'zero' });
    expect(problems.map(({ rule, cells: about }) => [rule, about])).toEqual([
      ['READ-10', ['documents.rules.issued', 'documents.rules.inForce']],
    ]);
    expect(figureAt(draft, 'documents.rules.issued')).toBe(0);
  });

  test('with a table twice does not decide which counts', async () => {
    const again = JSON.parse(JSON.stringify(json.sections[3]), (_, value) =>
      /^\d+$/u.test(value) ? `${Number(value) + 1}` : value,
    );
    const reading = await readPeer({ sections: [...json.sections, again] });
    expect(reading.status).toBe('incomplete');
    expect(figureAt(reading.draft, 'disputes.reconsideration.upheld')).toBeNull();
    expect(reading.problems.filter(({ rule }) => rule === 'READ-05')).toHaveLength(15);
    expect(reading.ledger).toMatchObject({ found: 215, placed: 185 });
  });

  test('is told from anything else', async () => {
    for (const other of [null, 1, {}, { sections: 1 }, { sections: [{ type: 'text' }] }, sample()])
      expect(recognizes(other)).toBe(false);
    expect((await readPeer({ sections: [{ type: 'table_2' }] })).status).toBe('incomplete');
  });
});
