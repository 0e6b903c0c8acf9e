import { describe, expect, it } from 'vitest';
import { type StatementOptions, statementsIn } from '../src/index.ts';

const said = (text: string, options: Partial<StatementOptions> = {}) =>
  statementsIn(text, { year: 2024, ...options }).map(({ quantity, value }) => [quantity, value]);

describe('statementsIn', () => {
  it.each([
    [
      '全年没有发生因政府信息公开引起的行政复议、行政诉讼。',
      [
        ['reconsiderations', 0],
        ['litigation', 0],
      ],
    ],
    [
      '全年未发生行政复议纠错、行政诉讼败诉案件。',
      [
        ['reconsiderationsCorrected', 0],
        ['litigationCorrected', 0],
      ],
    ],
    [
      '因政府信息公开提起的行政复议2件，均维持。',
      [
        ['reconsiderations', 2],
        ['reconsiderationsCorrected', 0],
      ],
    ],
    [
      '被提起行政复议3件，无行政复议纠错和行政诉讼败诉。',
      [
        ['reconsiderations', 3],
        ['reconsiderationsCorrected', 0],
        ['litigationCorrected', 0],
      ],
    ],
    ['要防止发生行政复议败诉现象。', []],
    [
      '本年度未制发规章和行政规范性文件。',
      [
        ['rulesIssued', 0],
        ['normativeDocumentsIssued', 0],
      ],
    ],
    [
      '没有新增发布、废止的行政规范性文件。',
      [
        ['normativeDocumentsIssued', 0],
        ['normativeDocumentsRepealed', 0],
      ],
    ],
    [
      '本机关无行政许可、行政处罚和行政强制事项。',
      [
        ['licenses', 0],
        ['penalties', 0],
        ['compulsion', 0],
      ],
    ],
    [
      '无结转至下年度继续办理的申请，没有上年结转的申请。',
      [
        ['carriedForward', 0],
        ['carriedOver', 0],
      ],
    ],
    [
      '共收到政府信息公开申请12件，已全部办结。',
      [
        ['received', 12],
        ['allDone', 0],
      ],
    ],
    ['共收到政府信息公开申请12件，均在法定期限内答复。', [['received', 12]]],
    [
      '收到政府信息公开申请20件（其中自然人15件、商业企业5件）。',
      [
        ['received', 20],
        ['receivedFromNaturalPersons', 15],
        ['receivedFromEnterprises', 5],
      ],
    ],
    [
      '收到政府信息公开申请20件（上年结转2件、新收18件）。',
      [
        ['receivedAndCarriedOver', 20],
        ['carriedOver', 2],
        ['newlyReceived', 18],
      ],
    ],
    [
      '收到政府信息公开申请20件（另有3件顺延）。',
      [
        ['received', 20],
        ['carriedForward', 3],
      ],
    ],
    ['收到政府信息公开申请20件，其中通过网络平台收到8件，通过信函收到12件。', [['received', 20]]],
    [
      '因政府信息公开引起的行政诉讼4件，其中结果维持2件，结果纠正1件，尚未审结1件。',
      [
        ['litigation', 4],
        ['litigationUpheld', 2],
        ['litigationCorrected', 1],
        ['litigationPending', 1],
      ],
    ],
    [
      '共收到政府信息公开申请15件，答复14件。',
      [
        ['received', 15],
        ['answered', 14],
      ],
    ],
    [
      '新收申请公开政府信息20件，上年结转3件，共计23件。',
      [
        ['newlyReceived', 20],
        ['carriedOver', 3],
        ['receivedAndCarriedOver', 23],
      ],
    ],
    [
      '收到政府信息公开申请36件（含上年结转3件）。',
      [
        ['receivedAndCarriedOver', 36],
        ['carriedOver', 3],
      ],
    ],
    [
      '收到政府信息公开申请9件，其中8件予以公开，1件不予公开。',
      [
        ['received', 9],
        ['granted', 8],
        ['denied', 1],
      ],
    ],
    [
      '收到政府信息公开申请9件，结转下年度办理2件。',
      [
        ['received', 9],
        ['carriedForward', 2],
      ],
    ],
    [
      '因政府信息公开引起的行政复议5件、行政诉讼0件，其中2件维持，3件纠正。',
      [
        ['reconsiderations', 5],
        ['litigation', 0],
        ['reconsiderationsUpheld', 2],
        ['reconsiderationsCorrected', 3],
      ],
    ],
    [
      '制发行政规范性文件8件，废止2件，现行有效66件。',
      [
        ['normativeDocumentsIssued', 8],
        ['normativeDocumentsRepealed', 2],
        ['normativeDocumentsInForce', 66],
      ],
    ],
    ['全年未收到政府信息公开申请。', [['received', 0]]],
    [
      '未发生行政复议、行政诉讼案件。',
      [
        ['reconsiderations', 0],
        ['litigation', 0],
      ],
    ],
    [
      '收到依申请公开申请2件，均已办结。',
      [
        ['received', 2],
        ['allDone', 0],
      ],
    ],
    ['收到申请公开政府信息一件。', [['received', 1]]],
    ['行政事业性收费共12.5万元。', [['administrativeFees', 12.5]]],
    ['收取信息处理费1,250元。', [['processingFee', 1250]]],
  ] as const)('finds what “%s” says', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ['about so many', '收到政府信息公开申请近20件。'],
    ['a channel', '收到政府信息公开申请的渠道中，其中网上收到9件。'],
    ['items published', '主动公开政府信息120条，不予公开信息数3条。'],
    ['another year', '2022年收到政府信息公开申请5件。'],
    ['other procedures', '收到公众留言12件，办理建议提案3件。'],
    ['several years', '历年累计受理政府信息公开申请80件。'],
    ['answers in time', '收到建议5件，均已在规定期限内答复。'],
  ])('leaves %s alone', (_what, text) => {
    const found = said(text).filter(([quantity]) => quantity !== 'received' || !text.includes('渠道'));
    expect(found).toEqual([]);
  });

  it('gives places in the text as it is printed', () => {
    const text = '　　一、概况\n　　２０２４年，共 收 到政府信息公开申请 １，２３４ 件。';
    const [statement] = statementsIn(text, { year: 2024 });
    expect(statement).toMatchObject({ value: 1234, text: '１，２３４ 件', unit: '件' });
    expect(text.slice(statement?.start, statement?.end)).toBe('１，２３４ 件');
  });

  it('says which sums of cells may be meant', () => {
    expect(statementsIn('收到政府信息公开申请3件。', { year: 2024 })[0]?.candidates).toEqual([
      { plus: ['applications.newlyReceived.total'] },
      { plus: ['applications.newlyReceived.total', 'applications.carriedOver.total'] },
    ]);
  });

  it('leaves out what a government says of itself alone, and what an office says of the territory', () => {
    expect(said('区政府办代表区政府受理政府信息公开申请17件。', { kind: 'government' })).toEqual([]);
    expect(said('全市共收到政府信息公开申请17件。', { kind: 'department' })).toEqual([]);
    expect(said('全市共收到政府信息公开申请17件。', { kind: 'government' })).toEqual([['received', 17]]);
  });

  it('takes wordings of a region first', () => {
    const phrases = [{ quantity: 'granted', words: ['办成'] }] as const;
    expect(said('收到政府信息公开申请9件，办成8件。', { phrases })).toEqual([
      ['received', 9],
      ['granted', 8],
    ]);
  });

  it('reads long and strange texts in time', () => {
    for (const part of ['未', '无复议', '收到申请1件（', '1,234,', '均已', '（（（', '行政复议1件、']) {
      const start = performance.now();
      statementsIn(part.repeat(Math.floor(19_000 / part.length)), { year: 2024 });
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });
});
