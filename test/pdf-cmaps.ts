import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { zipSync } from 'fflate';

const require = createRequire(import.meta.url);
const folder = join(require.resolve('pdfjs-dist/package.json'), '../cmaps');

/** The CMaps of the character collection Adobe-GB1 that PDF (ISO 32000) predefines. */
const PREDEFINED = ['GB-EUC', 'GBpc-EUC', 'GBK-EUC', 'GBKp-EUC', 'GBK2K', 'UniGB-UCS2', 'UniGB-UTF16'];
const names = [
  ...PREDEFINED.flatMap((name) => [`${name}-H.bcmap`, `${name}-V.bcmap`]),
  'Adobe-GB1-UCS2.bcmap',
];

/** The source file with the CMaps that come with pdf.js, with their licence, which goes with them. */
export function cmapsSource(): string {
  const licence = readFileSync(join(folder, 'LICENSE'), 'utf8')
    .replace(/^%%(?:Copyright: ?)?/gm, '')
    .trim();
  const packed = zipSync(
    Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))])),
    { level: 9, mtime: '2000-01-01T12:00:00' },
  );
  return `/*!
${licence.replace(/^.*$/gm, (line) => ` * ${line}`.trimEnd())}
 */

/** The CMaps of Adobe-GB1 as pdf.js packs them: a zip file in Base64. Made by test/pdf-cmaps.test.ts. */
export const packedCMaps =
  '${Buffer.from(packed).toString('base64')}';
`;
}
