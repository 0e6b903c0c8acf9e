/** Why work is stopped that someone at the terminal does not want to wait for. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}
