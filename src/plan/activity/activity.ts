/** Reads an activity file (GPX or TCX) of a run; start reading here. The route is not kept. */

import type { Moment } from '../time/wall-clock.ts';
import type { ActivityFigure } from './figures.ts';
import { gpxReader } from './gpx.ts';
import type { ActivityProblem } from './problem.ts';
import { scanXml, type XmlReader } from './scan-xml.ts';
import { tcxReader } from './tcx.ts';
import type { Track } from './track.ts';

/** Null = the file does not say, or says something impossible. */
export interface Activity {
  /** Time of the latest point. */
  readonly endedAt: Moment | null;
  readonly distanceKm: number | null;
  /** From the earliest point to the latest, pauses included. */
  readonly minutes: number | null;
  readonly ascentM: number | null;
  readonly temperatureC: number | null;
}

export type ActivityRead =
  /** `leftOut`: figures for which the file has values, but none that a plan can use. */
  | { readonly ok: true; readonly activity: Activity; readonly leftOut: readonly ActivityFigure[] }
  | { readonly ok: false; readonly problem: ActivityProblem };

/** Most characters that are read. A recording of 24 h with a point each second takes some 10 million if each point has 120. */
export const MOST_CHARACTERS = 16 * 1024 * 1024;

const refused = (problem: ActivityProblem): ActivityRead => ({ ok: false, problem });

/** FIT files are binary, and have ".FIT" from byte 8 on. Read as UTF-8, up to four of the bytes before it make one character. */
const isFit = (text: string): boolean => /^.{2,8}\.FIT/su.test(text);

const readerOf = (root: string): { readonly reader: XmlReader; readonly track: Track } | null => {
  if (root === 'gpx') return gpxReader();
  return root === 'TrainingCenterDatabase' ? tcxReader() : null;
};

/**
 * Called repeatedly with the share read so far, 0 to 1. Reading continues once the promise resolves to true, so that the page stays
 * responsive, and is given up once it resolves to false.
 */
export type Pause = (share: number) => Promise<boolean>;

/** @returns null if reading was given up */
export async function readActivity(
  text: string,
  pause: Pause = async () => true,
): Promise<ActivityRead | null> {
  if (text.trim() === '') return refused({ kind: 'empty' });
  if (isFit(text)) return refused({ kind: 'fit' });
  if (text.length > MOST_CHARACTERS)
    return refused({ kind: 'tooLong', length: text.length, most: MOST_CHARACTERS });
  let track: Track | null = null;
  const problem = await scanXml(
    text,
    (root) => {
      const known = readerOf(root);
      track = known?.track ?? null;
      return known?.reader ?? null;
    },
    (scanned) => pause(scanned / text.length),
  );
  if (problem === 'stopped') return null;
  if (problem !== null) return refused(problem);
  return (track as Track | null)?.summary() ?? refused({ kind: 'nothingRecorded' });
}
