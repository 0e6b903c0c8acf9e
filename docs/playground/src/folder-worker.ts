// has to come before anything of the library that has schemas
import './without-eval.ts';
import type { Locale } from 'ogi-annual-report';
import { checkFile } from './check-file.ts';

/** A file to be checked. */
export interface FileRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly locale: Locale;
}

addEventListener('message', async ({ data }: MessageEvent<FileRequest>) => {
  postMessage(await checkFile(data.name, data.bytes, data.locale));
});
