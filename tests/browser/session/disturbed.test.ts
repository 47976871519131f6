/**
 * Sessions that are disturbed at random moments: each kind once, twice in `npm run prove`. `npm run endure -- disturbed` disturbs 140. More on
 * reloads is in reload.test.ts, on other tabs in other-page.test.ts (npm run prove).
 */

import { test } from 'vitest';
import { runs, seed } from '../../seed.ts';
import { disturbances } from '../driving/sessions/disturbances.ts';
import { disturbSessions } from '../driving/sessions/disturbed-sessions.ts';

test('each kind of disturbance at random moments: the session is found again, and ends at Stop', async () => {
  await disturbSessions({ times: runs(1, 2), within: 5000, seed, kinds: Object.keys(disturbances) });
}, 900_000);
