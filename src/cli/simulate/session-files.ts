/**
 * Writes a simulated session to files: the trace as a table and a picture, the program as a picture, and a summary.
 */

import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RunResult } from './run-session.ts';
import type { Summary } from './summary.ts';
import { csv } from './trace.ts';
import { traceSvg } from './trace-svg.ts';

export const makeFolder = (folder: string): Promise<string | null> =>
  mkdir(folder, { recursive: true }).then(
    () => null,
    (error: unknown) => `Cannot write to "${folder}": ${error instanceof Error ? error.message : error}`,
  );

export async function writeSession(
  folder: string,
  { trace }: RunResult,
  summary: Summary,
  picture: string | null,
): Promise<void> {
  await pipeline(Readable.from(csv(trace)), createWriteStream(join(folder, 'trace.csv')));
  await writeFile(join(folder, 'trace.svg'), traceSvg(trace, summary));
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  if (picture !== null) await writeFile(join(folder, 'program.svg'), picture);
}
