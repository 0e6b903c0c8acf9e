/** Makes a function that works its answer out when it is first asked. */
export function once<Answer>(workOut: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | undefined;
  return () => {
    known ??= { answer: workOut() };
    return known.answer;
  };
}

/** Makes a function of a form, or of a heading of one, that works its answer out once for each. */
export function oncePer<Of extends object, Answer>(workOut: (of: Of) => Answer): (of: Of) => Answer {
  const known = new WeakMap<Of, { readonly answer: Answer }>();
  return (of) => {
    const found = known.get(of) ?? { answer: workOut(of) };
    known.set(of, found);
    return found.answer;
  };
}
