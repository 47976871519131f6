/** Sessions that are disturbed at random moments. `npm run endure -- disturbed` disturbs 140. */

import { test } from 'vitest';
import { seed } from '../../seed.ts';
import { disturbances } from '../driving/sessions/disturbances.ts';
import { disturbSessions } from '../driving/sessions/disturbed-sessions.ts';

test('each kind of disturbance, twice at random moments: the session is found again, and ends at Stop', async () => {
  await disturbSessions({ times: 2, within: 5000, seed, kinds: Object.keys(disturbances) });
}, 900_000);
