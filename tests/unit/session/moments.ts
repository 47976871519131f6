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
