import { expect, test } from 'vitest';
import { cmapsSource } from './pdf-cmaps.ts';

test('the CMaps that come along are those of pdf.js', async () => {
  await expect(cmapsSource()).toMatchFileSnapshot('../src/formats/pdf/packed-cmaps.ts');
});
