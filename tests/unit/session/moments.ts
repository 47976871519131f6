/** Sessions at the moments at which tests begin. */

import { statusOf } from '../status.ts';
import { DrivenSession, featureOf, running } from './driven-session.ts';

const begun = new DrivenSession().run();

export const run = (): DrivenSession => begun.copy();

/** The status of boots that have ended the session for this reason and vent. */
export const over = (reason: 'stoppedByController' | 'stoppedAtBoots' | 'finished') =>
  statusOf({ therapy: 'stopped', operation: 'venting', endReason: reason, lastOp: 1 });

export const unheard = (): DrivenSession => run().tell({ kind: 'stop' }).tick(1250);

/** A session whose boots were disconnected before they confirmed a Stop, and are connected again. */
export const reconnected = (holder: number, serial = 'T-1'): DrivenSession => {
  const session = unheard().tell({ kind: 'disconnect' }).after(5000);
  return session.open(running({ holder }), featureOf({ serial }));
};

export const lost = { kind: 'link', state: 'reconnecting' } as const;
export const back = { kind: 'link', state: 'connected' } as const;
/** A session whose preparation was interrupted by a loss of the link for so long, ms. */
export const preparedAfter = (ms: number): DrivenSession =>
  new DrivenSession().load().tell(lost).after(ms).tell(back).tell({ kind: 'reopened', failure: null });

const stopped = () => run().tell({ kind: 'stop' }).succeed('stop').hear(over('stoppedByController'));
/** A stopped session in which one zone has stayed at this pressure for 8 s; null = its pressure is unknown. */
export const stuckAt = (pressure: number | null, session = stopped()): DrivenSession => {
  for (let i = 0; i < 32; i++) session.after(250).measure([pressure, 0, 0, 0, 0, 0]).tick(0);
  return session;
};
