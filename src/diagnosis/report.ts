/**
 * The file for a report of a bug: what the boots are, what was measured and what it likely means, the link, and the log. Documented in
 * docs/report-file.md. It holds nothing of the journal, no names, and no serial number but its end. Pure.
 */

import type { Feature } from '../../firmware-protocol/feature.ts';
import { PROTOCOL_VERSION } from '../../firmware-protocol/profile.ts';
import type { LinkFigures } from './link/link-figures.ts';
import { type DecodedFrame, publicFields } from './log/decode-frame.ts';
import type { Meaning } from './meaning.ts';

export const REPORT_VERSION = 1;

export interface ReportedBoot {
  readonly feature: Feature;
  readonly link: LinkFigures;
  readonly meaning: Meaning;
}

export interface Reported {
  /** What the browser calls itself. */
  readonly browser: string;
  readonly simulated: boolean;
  readonly boots: readonly ReportedBoot[];
  readonly log: readonly DecodedFrame[];
}

/** A number of the file: four digits tell enough. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

/** @returns the text of the file */
export function reportText({ browser, simulated, boots, log }: Reported): string {
  const first = log[0]?.at ?? 0;
  const file = {
    format: 'heartward-report',
    version: REPORT_VERSION,
    protocol: PROTOCOL_VERSION,
    browser,
    simulated,
    boots: boots.map(({ feature, link, meaning }) => ({
      feature: publicFields(feature),
      link,
      zones: meaning.zones.map(({ cause, figures }) => ({ cause, ...figures })),
      whole: meaning.whole,
    })),
    // Times count from the first frame, in ms: the time of day is nobody's business.
    log: log.map(({ number: _, at, ...frame }) => ({ at: at - first, ...frame })),
  };
  return `${JSON.stringify(file, rounded, 1)}\n`;
}
