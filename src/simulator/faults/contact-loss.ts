/** Losses of contact that end by themselves. If several overlap, contact comes back when the last of them ends. */

import { type Instant, later, type Milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';

interface Loss {
  readonly until: Instant;
}

/** The loss that ends last, of each radio or boot that is out of contact. */
const lasting = new WeakMap<object, Loss>();

/** @param lost the radio or boot that loses contact @param back called when contact comes back */
export function loseContact(lost: object, time: Milliseconds, clock: Clock, back: () => void): void {
  const loss = { until: later(clock.now(), time) };
  if ((lasting.get(lost)?.until ?? 0) > loss.until) return;
  lasting.set(lost, loss);
  clock.after(time, () => {
    if (lasting.get(lost) !== loss) return;
    lasting.delete(lost);
    back();
  });
}

/** Call when the contact is back before the loss has ended, so that its end calls nothing. */
export const endContactLoss = (lost: object): void => void lasting.delete(lost);
