import type { Locale } from '../form/vocabulary.ts';
import { beginOutput } from './output-file.ts';
import { type Exit, reportUnwritten, type Terminal } from './terminal.ts';

/** Where results are written, one after the other. */
export interface Writer {
  readonly write: (text: string | Uint8Array) => Promise<void>;
  /** Puts what is complete in its place; what is not leaves what was there before. */
  readonly end: (isComplete: boolean) => Promise<void>;
  /** Whether it cannot be written to any more. */
  isBroken: boolean;
}

/**
 * Writes to a file, or to standard output if none is named; nothing if it cannot be written, which is reported. What are
 * several files are not written by it.
 */
export async function writerTo(
  output: string | undefined,
  isSeveralFiles: boolean,
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<Writer | undefined> {
  if (isSeveralFiles) return { isBroken: false, write: async () => {}, end: async () => {} };
  return output === undefined ? terminalWriter(terminal) : fileWriter(output, locale, terminal, exit);
}

function terminalWriter({ out }: Terminal): Writer {
  return {
    isBroken: false,
    write: async (text) => {
      await out(text);
    },
    end: async () => {},
  };
}

/** Writes to a file; that it cannot be written is reported once. */
async function fileWriter(
  file: string,
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<Writer | undefined> {
  try {
    const output = await beginOutput(file);
    const writer: Writer = {
      isBroken: false,
      write: async (text) => {
        try {
          await output.write(text);
        } catch (error) {
          writer.isBroken = true;
          reportUnwritten(file, error, locale, terminal, exit);
          throw error;
        }
      },
      end: async (isComplete) => {
        try {
          await (isComplete && !writer.isBroken ? output.finish() : output.abandon());
        } catch (error) {
          reportUnwritten(file, error, locale, terminal, exit);
        }
      },
    };
    return writer;
  } catch (error) {
    reportUnwritten(file, error, locale, terminal, exit);
    return undefined;
  }
}
