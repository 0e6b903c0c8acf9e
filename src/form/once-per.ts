import type { Locale } from './vocabulary.ts';

/** Makes a function that works its answer out when it is first asked. */
export function once<Answer>(workOut: () => Answer): () => Answer {
  let memo: { readonly answer: Answer } | undefined;
  return () => {
    memo ??= { answer: workOut() };
    return memo.answer;
  };
}

/** Makes a function of a form, or of a heading of one, that works its answer out once for each. */
export function oncePer<Of extends object, Answer>(workOut: (of: Of) => Answer): (of: Of) => Answer {
  const memo = new WeakMap<Of, { readonly answer: Answer }>();
  return (of) => {
    const found = memo.get(of) ?? { answer: workOut(of) };
    memo.set(of, found);
    return found.answer;
  };
}

/** Makes a function of a language that works its answer out once for each. */
export function oncePerLocale<Answer>(workOut: (locale: Locale) => Answer): (locale: Locale) => Answer {
  const memo = new Map<Locale, { readonly answer: Answer }>();
  return (locale) => {
    const found = memo.get(locale) ?? { answer: workOut(locale) };
    memo.set(locale, found);
    return found.answer;
  };
}
