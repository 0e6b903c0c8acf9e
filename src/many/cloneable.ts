/**
 * Asserts that settings can be handed to worker threads.
 *
 * @param settings
 *   The settings.
 * @param instead
 *   The option with which no worker threads are needed.
 */
export function assertCloneable(settings: unknown, instead: string): void {
  try {
    structuredClone(settings);
  } catch {
    throw new TypeError(
      `Worker threads cannot be given functions, such as the rules of a pack: give the pack as the URL of a module whose default export it is, as in \`packs: [new URL("./pack.js", import.meta.url)]\`, or use \`${instead}\`.`,
    );
  }
}
