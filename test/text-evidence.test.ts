import { describe, expect, it } from 'vitest';
import { type AnyDraft, checkReport } from '../src/index.ts';
import { sample, sampleWith } from './sample.ts';

const UPHELD = 'disputes.directLitigation.upheld';
const TOTAL = 'disputes.directLitigation.total';

/** One more case is upheld than before, so that part or total is wrong; the text says what the total is. */
function reportSaying(text: string): AnyDraft {
  const report = sampleWith({ [UPHELD]: before[UPHELD] + 3 });
  return { ...report, sections: { ...report.sections, overview: [{ kind: 'paragraph', text }] } };
}

const sound = sample().tables.disputes.directLitigation;
const before = { [UPHELD]: sound.upheld, [TOTAL]: sound.total };

describe('an explanation', () => {
  it('that agrees with the text comes first, and says so', () => {
    const total = before[TOTAL] + 3;
    const [diagnosis] = checkReport(reportSaying(`未经行政复议直接起诉的行政诉讼${total}件。`)).diagnoses;
    expect(diagnosis?.changes).toEqual([{ cell: TOTAL, from: before[TOTAL], to: total }]);
    expect(diagnosis?.message).toContain(`与文字所写“未经行政复议直接起诉的行政诉讼${total}件”一致`);
    const english = checkReport(reportSaying(`未经行政复议直接起诉的行政诉讼${total}件。`), { locale: 'en' });
    expect(english.diagnoses[0]?.message).toContain('agrees with the text: “');
  });

  it('that would contradict the text does not come first', () => {
    const [diagnosis] = checkReport(
      reportSaying(`未经行政复议直接起诉的行政诉讼${before[TOTAL]}件。`),
    ).diagnoses;
    expect(diagnosis?.changes).not.toContainEqual(expect.objectContaining({ cell: TOTAL }));
    expect(diagnosis?.message).not.toContain('文字');
  });

  it('is not ranked by words that only make it likely what is meant, or by a text without figures', () => {
    const silent = checkReport(reportSaying('依法办理行政诉讼。')).diagnoses;
    expect(silent[0]?.message).not.toContain('文字');
  });
});
