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

// Answered by a port that comes with the request: the reader of PDF files, taking itself for a worker of its own, sends
// messages from here, too.
addEventListener('message', async ({ data, ports: [port] }: MessageEvent<FileRequest>) => {
  port?.postMessage(await checkFile(data.name, data.bytes, data.locale));
});
