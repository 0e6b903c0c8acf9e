import { simplified } from '../form/simplified.ts';
import type { Localized } from '../form/vocabulary.ts';
import type { Severity } from './rule.ts';

/** A number in a text that is likely to be somebody's. */
export interface PersonalDatum {
  /** What it looks like. */
  readonly kind: Localized;
  /** The number with its middle left out, which is all that a message may quote. */
  readonly masked: string;
  readonly severity: Severity;
}

const ID_NUMBER = /(?<!\d)\d{17}[\dXx](?![\dXx])/gu;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/gu;
const BANK_CARD = /(?<!\d)\d{16,19}(?!\d)/gu;

/** A sentence that gives contacts may give a mobile number. */
const CONTACT = /联系|电话|手机|咨询|热线|传真|举报/u;
/** A sentence about somebody gives no contacts of the agency. */
const PERSON = /身份证|申请人|当事人|住址|家庭地址/u;
/** Digits so named are an identity number, whether or not the check digit is right. */
const NAMED_ID = /身份证[^\d，。；]{0,8}$/u;
/** Digits are an account only where the sentence says so: numbers of documents are as long. */
const ACCOUNT = /银行|账号|帐号|账户|帐户|卡号/u;

/** The numbers of a text that are personal data: identity numbers, bank cards, and mobile numbers that are no contacts. */
export function personalData(text: string): PersonalDatum[] {
  return simplified(text)
    .split(/[\n。；]/u)
    .flatMap((sentence) => [
      ...[...sentence.matchAll(ID_NUMBER)]
        .filter(({ 0: number, index }) => isIdNumber(number) || NAMED_ID.test(sentence.slice(0, index)))
        .map(([number]) => datum('身份证号码', 'an identity card number', number, 'error')),
      ...(ACCOUNT.test(sentence) ? numbersIn(sentence, BANK_CARD) : [])
        .filter((number) => isBankCard(number) && !isIdNumber(number))
        .map((number) => datum('银行账号', 'a bank account', number, 'warning')),
      ...(CONTACT.test(sentence) && !PERSON.test(sentence) ? [] : numbersIn(sentence, MOBILE)).map((number) =>
        datum('个人手机号码', 'a personal mobile number', number, 'warning'),
      ),
    ]);
}

function numbersIn(sentence: string, pattern: RegExp): string[] {
  return [...sentence.matchAll(pattern)].map(([number]) => number);
}

function datum(chinese: string, en: string, number: string, severity: Severity): PersonalDatum {
  const masked = `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`;
  return { kind: { 'zh-CN': chinese, en }, masked, severity };
}

/** Whether a number has the date of birth and the check digit of an identity number (GB 11643). */
function isIdNumber(number: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u.test(number))
    return false;
  // digit i counts 2 ** (17 - i); a sum of 1 modulo 11 is right, X standing for 10
  const digits = [...number].map((digit) => (digit.toUpperCase() === 'X' ? 10 : Number(digit)));
  return digits.reduce((sum, digit, index) => sum + digit * 2 ** (17 - index), 0) % 11 === 1;
}

/** Whether a number has the check digit of a bank card (ISO/IEC 7812). */
function isBankCard(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
