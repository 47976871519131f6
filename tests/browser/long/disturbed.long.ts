/**
 * Each kind of disturbance, at twenty random moments. With SEED=n, meets other moments; with KINDS="the page crashes;the link is lost", only
 * these kinds; with RUNS=n, n moments.
 */

import { test } from 'vitest';
import { runs, seed } from '../../seed.ts';
import { disturbances } from '../driving/sessions/disturbances.ts';
import { disturbSessions } from '../driving/sessions/disturbed-sessions.ts';

const kinds = process.env.KINDS?.split(';') ?? Object.keys(disturbances);

kinds.forEach((kind, index) => {
  test(`twenty sessions are found again and end at Stop: ${kind}`, async () => {
    await disturbSessions({ times: runs(20), within: 15_000, seed: seed + index, kinds: [kind] }, (what) =>
      process.stderr.write(`disturbed: ${what}\n`),
    );
  });
});
