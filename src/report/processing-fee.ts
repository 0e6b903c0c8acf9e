import type { ProcessingFee } from './report.ts';

const SENTENCE =
  /^收取信息处理费情况：发出收费通知(?<notices>\d+)件，通知金额合计(?<noticed>\d+(?:\.\d+)?)元，实际收取(?<received>\d+(?:\.\d+)?)元。$/u;

/** States the information-processing fee in one sentence, for section 六. */
export function feeSentence({ noticesIssued, amountNoticedYuan, amountReceivedYuan }: ProcessingFee): string {
  return `收取信息处理费情况：发出收费通知${noticesIssued}件，通知金额合计${amountNoticedYuan}元，实际收取${amountReceivedYuan}元。`;
}

/** Reads the sentence that {@link feeSentence} writes; `undefined` for any other. */
export function parseFeeSentence(text: string): ProcessingFee | undefined {
  const said = SENTENCE.exec(text)?.groups;
  if (!said) return undefined;
  return {
    noticesIssued: Number(said['notices']),
    amountNoticedYuan: Number(said['noticed']),
    amountReceivedYuan: Number(said['received']),
  };
}
