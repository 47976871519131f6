/**
 * Writes the report file, for example for a bug report: the boots' Feature characteristics, the measurements and their likely causes, the
 * link, and the log. docs/report-file.md documents the file. It contains no program's name, no entry of the journal, and only the end of
 * serial numbers.
 */

import type { Feature } from '../../firmware-protocol/feature.ts';
import { PROTOCOL_VERSION } from '../../firmware-protocol/profile.ts';
import type { Diagnosis } from './diagnose.ts';
import type { LinkFigures } from './link/link-figures.ts';
import { type DecodedFrame, publicFields } from './log/decode-frame.ts';

export const REPORT_VERSION = 1;

export interface ReportedBoot {
  readonly feature: Feature;
  readonly isSwapped: boolean;
  readonly link: LinkFigures;
  readonly diagnosis: Diagnosis;
}

export interface ReportContent {
  readonly browser: string;
  readonly simulated: boolean;
  readonly boots: readonly ReportedBoot[];
  readonly log: readonly DecodedFrame[];
}

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

export function reportText({ browser, simulated, boots, log }: ReportContent): string {
  const first = log[0]?.at ?? 0;
  const file = {
    format: 'heartward-report',
    version: REPORT_VERSION,
    protocol: PROTOCOL_VERSION,
    browser,
    simulated,
    boots: boots.map(({ feature, isSwapped, link, diagnosis }) => ({
      feature: publicFields(feature),
      isSwapped,
      link,
      zones: diagnosis.zones.map(({ cause, figures }) => ({ cause, ...figures })),
      whole: diagnosis.whole,
    })),
    // Times are in ms from the first frame, so that the file does not contain the time of day.
    log: log.map(({ number: _, at, ...frame }) => ({ at: at - first, ...frame })),
  };
  return `${JSON.stringify(file, rounded, 1)}\n`;
}
