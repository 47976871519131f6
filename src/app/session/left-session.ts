/** On opening, finds a session that an earlier page left. */

import type { LeftBehind } from '../../words/notices/left-behind.ts';
import type { KeptSession } from '../kept/session-memory.ts';
import type { BootsChooser } from './choose-boots.ts';

export interface ForLeftSession {
  /** Tells the user that a session was left, and how to continue it. */
  show(left: LeftBehind): void;
  /** Connects the boots without a click. */
  connect(): void;
}

/** Ignores sessions of simulated boots, which ended with their page. Real boots may play on. */
export async function findLeftSession(
  memory: KeptSession,
  boots: Pick<BootsChooser, 'knows'>,
  page: ForLeftSession,
): Promise<void> {
  const left = await memory.left();
  if (!left) return;
  const { devices, session } = left;
  const program = session.plan.wanted.program.name;
  if (session.simulated && !(await memory.isElsewhere())) {
    memory.discard();
    page.show({ kind: 'simulatedLeft', program });
    return;
  }
  if (await memory.isElsewhere()) {
    page.show({ kind: 'otherTab', program });
    return;
  }
  page.show({ kind: session.pair ? 'pairLeft' : 'bootsLeft', program });
  if (await boots.knows(devices)) page.connect();
}
