/**
 * Recognises statuses that arrive out of order. A link with several ATT channels may deliver a status after one that the
 * boots sent later, or after the answer to a command that the boots obeyed later.
 */

import { opCodes } from '../../firmware-protocol/command.ts';
import { elapsed, type Instant } from '../../firmware-protocol/quantities.ts';
import type { Response } from '../../firmware-protocol/response.ts';
import type { Status } from '../../firmware-protocol/status.ts';

/**
 * Longest time by which a link delivers a status late, ms. A status that seems later than that counts all the same;
 * otherwise, the page might ignore boots with a wrong clock for good.
 */
const LONGEST_DELAY = 2000;
/** Number of answers that are remembered: more than boots usually give in `LONGEST_DELAY`. */
const REMEMBERED = 16;

interface Named {
  readonly op: number;
  readonly counter: number;
}

const isSame = (one: Named, other: Named): boolean => one.op === other.op && one.counter === other.counter;

const namedIn = ({ lastOp, lastCounter }: Status): Named => ({ op: lastOp, counter: lastCounter });

/**
 * Whether the boots sent the first status before the second, by at most `LONGEST_DELAY`. Both must have the same boot count.
 * The boots' clock wraps at 32 bits.
 */
function isOlder({ clock }: Status, { clock: latest }: Status): boolean {
  const behind = (latest - clock) | 0;
  return behind > 0 && behind <= LONGEST_DELAY;
}

export class StatusOrder {
  /** The last commands answered on this link, in the order of their answers. */
  #answered: readonly Named[] = [];
  #answeredAt: Instant | null = null;
  #latest: Status | null = null;

  /** Call on a new link: nothing that was sent on an earlier link arrives on the new one. */
  begin(): void {
    this.#answered = [];
    this.#answeredAt = null;
    this.#latest = null;
  }

  answered({ op, counter }: Response, now: Instant): void {
    const code = typeof op === 'number' ? op : opCodes[op];
    this.#answered = [...this.#answered, { op: code, counter }].slice(-REMEMBERED);
    this.#answeredAt = now;
  }

  /** Call with each status. @returns whether it is older than a status or an answer that arrived before */
  isOutdated(status: Status, now: Instant): boolean {
    const latest = this.#latest;
    // After a reboot the boots' clock and their last command begin anew.
    const isSameBoot = latest?.bootCount === status.bootCount;
    if (latest && isSameBoot && (isOlder(status, latest) || this.#isOlderThanAnswer(status, latest, now)))
      return true;
    this.#latest = status;
    return false;
  }

  #isOlderThanAnswer(status: Status, latest: Status, now: Instant): boolean {
    const last = this.#answered.at(-1);
    if (!last || this.#answeredAt === null || elapsed(this.#answeredAt, now) > LONGEST_DELAY) return false;
    const named = namedIn(status);
    if (isSame(named, last)) return false;
    return isSame(named, namedIn(latest)) || this.#answered.some((command) => isSame(command, named));
  }
}
