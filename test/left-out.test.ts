import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocx, renderDocx } from '../src/formats/docx/index.ts';
import { checkReport } from '../src/index.ts';
import { sample } from './sample.ts';

/** The report as a Word file with something added to its first paragraph. */
async function wordWith(xml: string): Promise<Uint8Array> {
  const entries = unzipSync(await renderDocx(sample()));
  const document = strFromU8(entries['word/document.xml'] ?? new Uint8Array());
  entries['word/document.xml'] = strToU8(document.replace('</w:p>', `${xml}</w:p>`));
  return zipSync(entries);
}

test.each([
  [
    'text in an element that is not known',
    '<w:unheard><w:r><w:t>另有 12 件</w:t></w:r></w:unheard>',
    'w:unheard',
  ],
  ['a symbol of a font that is not known', '<w:r><w:sym w:font="Unheard" w:char="F0FE"/></w:r>', '符号'],
])('%s is not read, which is said, and the report does not pass', async (_, xml, words) => {
  const reading = await readDocx(await wordWith(xml));
  expect(reading.problems.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
  expect(reading.status).toBe('incomplete');
  expect(checkReport(reading).verdict).toBe('incomplete');
});

test('an element without text leaves nothing out', async () => {
  const reading = await readDocx(await wordWith('<w:unheard/>'));
  expect(reading.problems).toEqual([]);
  expect(reading.status).toBe('complete');
});
