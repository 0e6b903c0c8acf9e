import type { Form } from '../form/vocabulary.ts';
import type { ReadIssue } from './reading.ts';

/** A source on another edition of the form than the one asked for. */
export function onAnotherEdition(foundForm: Form, requestedForm: Form): ReadIssue {
  return {
    rule: 'READ-13',
    message: {
      'zh-CN': `报告使用的是 ${foundForm.id} 年版格式（${foundForm.source.label}），这里要求 ${requestedForm.id} 年版格式（${requestedForm.source.label}）；请提供该版格式的报告，或者读取时不限定版本`,
      en: `The report is on the form of ${foundForm.id} (${foundForm.source.english}), and one on the form of ${requestedForm.id} (${requestedForm.source.english}) was asked for; give the report on that form, or read it without asking for an edition`,
    },
  };
}
