/** A whole session in virtual time: its radio traffic, and how much faster than real time it runs. */

import { runSession } from '../../../src/cli/simulate/run-session.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { figure, type Measurement, type Progress } from '../figure.ts';
import { liveWriterBytesPerMinute } from './live-writer.ts';

const ZONES = 5;
const MOST_ZONES = 8;
const LEGS = 2;

/** Plays the preset Post-marathon in virtual time, from connecting until the session finishes. */
async function played(zones: number, progress: Progress) {
  const { name, minutes, peak: intensity } = postMarathon;
  progress(`${minutes} minutes of ${name} on ${LEGS} × ${zones} zones`);
  const from = performance.now();
  const run = await runSession({ program: postMarathon, minutes, intensity, zones, seed: 1 });
  const took = performance.now() - from;
  if (run.ended !== 'finished') throw new Error(`The session ended otherwise than it should: ${run.ended}.`);
  return { ...run, speed: run.clock.now() / took };
}

export const virtualSession: Measurement = {
  rows: ['air.down-bytes-per-minute', 'air.up-bytes-per-minute', 'simulate.speed', 'simulate.speed-8-zones'],
  measure: async (progress, wanted) => {
    const { air, session, speed } = await played(ZONES, progress);
    // `air` also counts the bytes of connecting and loading, so the rates below contain them.
    const wall = (session.glance.status?.wall ?? 0) / 60;
    const peerBytes = await liveWriterBytesPerMinute(LEGS * ZONES);
    const unit = 'bytes/min';
    return [
      figure({ name: 'air.down-bytes-per-minute', unit, better: 'lower' }, air.down / wall, {
        name: 'a 3-byte write a zone, 10 times a second',
        value: peerBytes,
      }),
      figure({ name: 'air.up-bytes-per-minute', unit, better: 'lower' }, air.up / wall),
      figure({ name: 'simulate.speed', unit: '× real time', better: 'higher' }, speed),
      ...(wanted.has('simulate.speed-8-zones')
        ? [
            figure(
              { name: 'simulate.speed-8-zones', unit: '× real time', better: 'higher' },
              (await played(MOST_ZONES, progress)).speed,
            ),
          ]
        : []),
    ];
  },
};
