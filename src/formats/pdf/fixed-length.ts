const NAME = 'transferToFixedLength';

/**
 * Gives buffers the method of ES2024 that pdf.js calls when it lists what a page draws, where the engine has
 * none, as Node 20: without it, pdf.js gives up a page at its first font, and says nothing.
 */
export function ensureFixedLengthTransfer(): void {
  if (NAME in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, NAME, {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const moved = structuredClone(this, { transfer: [this] });
      if (length === moved.byteLength) return moved;
      const resized = new ArrayBuffer(length);
      new Uint8Array(resized).set(new Uint8Array(moved).subarray(0, length));
      return resized;
    },
  });
}
