/**
 * Works on items several at a time and gives the results in the order of the items. No more is begun than
 * there is room for, so that neither a long source nor a slow consumer fills the memory.
 *
 * @param items
 *   Items, asked for as there is room.
 * @param work
 *   What is done with each.
 * @param room
 *   Most items whose results were not given yet.
 * @param signal
 *   Stops the work; the reason is thrown.
 */
export async function* inOrder<Item, Result>(
  items: Iterator<Item> | AsyncIterator<Item>,
  work: (item: Item) => Promise<Result>,
  room: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for (let isEnd = false; ; ) {
    while (!isEnd && begun.length < room) {
      const next = await untilAborted(Promise.resolve(items.next()), signal);
      if (next.done) isEnd = true;
      else {
        const result = work(next.value);
        result.catch(() => {}); // reported when its turn comes
        begun.push(result);
      }
    }
    const first = begun.shift();
    if (!first) return;
    yield await untilAborted(first, signal);
  }
}

/** What a promise gives, unless the signal comes first. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
