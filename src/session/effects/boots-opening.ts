/** Gets boots for a session: chooses and opens them, and adds the second boot of a pair. Only the latest attempt counts. */

import { type Instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Boots } from '../../boots/boots.ts';
import { type Opened, openBoots } from '../../boots/open-boots.ts';
import { asPair } from '../../boots/pair/as-pair.ts';
import { SingleBoots } from '../../boots/single-boots.ts';
import type { Clock } from '../../clock/clock.ts';
import { sleep } from '../../clock/sleep.ts';
import type { WorldEvent } from '../event.ts';
import type { Remembered } from '../memory/remembered.ts';
import type { NotAdded } from '../notices/notice.ts';
import type { Choice, SessionOptions } from '../session-options.ts';
import { missingSide } from '../state.ts';

export interface OpenedBoots {
  readonly boots: Boots;
  /** The session that an earlier page stored, which may be running on these boots; null = none. */
  readonly remembered: Remembered | null;
  readonly simulated: boolean;
  /** Why the second of two chosen boots was not added; null if it was, or if only one was chosen. */
  readonly notAdded: NotAdded | null;
}

type Second =
  | { readonly ok: true; readonly boots: SingleBoots }
  | { readonly ok: false; readonly why: NotAdded };

const settled = (choice: Promise<Choice>): Promise<Choice> =>
  choice.catch((error: unknown): Choice => ({ ok: false, reason: 'failed', detail: String(error) }));

const TOKEN_TIMEOUT = milliseconds(1000);

/** The stored token; 0 if storage rejects or takes too long. With 0, the boots treat this page as a stranger. */
const recalled = (token: Promise<number>, clock: Clock): Promise<number> =>
  Promise.race([token.catch(() => 0), sleep(clock, TOKEN_TIMEOUT).then(() => 0)]);

export class BootsOpening {
  /** Counts attempts begun or given up, so that the late result of an abandoned attempt is recognised and dropped. */
  #attempts = 0;
  #remembered: Remembered | null = null;
  readonly #begunAt: Instant;
  /** The device of the boots opened by `choose`; of two, the first. Null = none yet. */
  #device: BluetoothDevice | null = null;
  /**
   * The boots last opened on each device. After a disconnect, boots keep this page as their holder for a while; if they are connected
   * again, this page asks for control with the old token.
   */
  readonly #last = new WeakMap<BluetoothDevice, SingleBoots>();

  constructor(
    readonly options: SessionOptions,
    readonly tell: (event: WorldEvent) => void,
    readonly opened: (found: OpenedBoots) => void,
  ) {
    this.#begunAt = options.clock.now();
  }

  giveUp(): void {
    this.#attempts++;
  }

  async choose(): Promise<void> {
    const given = this.#begin();
    const choice = await settled(this.options.choose());
    if (given()) return;
    if (!choice.ok) {
      this.tell({ kind: 'notChosen', reason: choice.reason, detail: choice.detail });
      return;
    }
    this.tell({ kind: 'chosen' });
    // Storage that rejects, although it must not, counts as empty.
    this.#remembered = (await this.options.memory?.recall().catch(() => null)) ?? null;
    const { simulated } = choice;
    const [device, second] = choice.devices;
    const opened = device
      ? await this.#open(device, simulated)
      : {
          ok: false as const,
          failure: { kind: 'couldNotConnect', cause: { kind: 'nothingChosen' } } as const,
        };
    if (given()) {
      if (opened.ok) opened.boots.close();
      return;
    }
    if (!opened.ok) {
      this.tell({ kind: 'openFailed', failure: opened.failure });
      return;
    }
    this.#device = device ?? null;
    const other = second ? await this.#second(second, simulated) : null;
    if (given()) {
      opened.boots.close();
      if (other?.ok) other.boots.close();
      return;
    }
    const both = other ? this.#joined(opened.boots, other) : { boots: opened.boots, notAdded: null };
    this.opened({ ...both, simulated, remembered: this.#remembered });
  }

  /**
   * Makes a pair from the connected boot and another one. If that fails, the connected boot stays.
   * @param free whether the connected boot may still be replaced by a pair
   */
  async chooseOther(boots: Boots, simulated: boolean, free: () => boolean): Promise<void> {
    const missing = missingSide(boots.feature);
    const { chooseOther } = this.options;
    // The session asks for this only if a boot is missing. Without `options.chooseOther`, no boot can be added.
    if (!missing || !chooseOther || !(boots instanceof SingleBoots)) return;
    const given = this.#begin();
    const choice = await settled(chooseOther(missing));
    if (given()) return;
    if (!choice.ok) {
      if (choice.reason !== 'cancelled')
        this.tell({ kind: 'notAdded', why: { kind: 'notChosen', detail: choice.detail } });
      return;
    }
    const [device] = choice.devices;
    // No device counts as cancelled: there is nothing to report.
    if (!device) return;
    const second = await this.#second(device, simulated);
    if (given()) {
      if (second.ok) second.boots.close();
      return;
    }
    // Nothing may be awaited from here on: the session must not begin between this check and the event that makes the pair known.
    if (second.ok && !free()) {
      second.boots.close();
      this.tell({ kind: 'notAdded', why: { kind: 'sessionBegun' } });
      return;
    }
    const both = this.#joined(boots, second);
    if (both.notAdded !== null) this.tell({ kind: 'notAdded', why: both.notAdded });
    else this.opened({ ...both, simulated, remembered: this.#remembered });
  }

  async #second(device: BluetoothDevice, simulated: boolean): Promise<Second> {
    if (device === this.#device) return { ok: false, why: { kind: 'chosenTwice' } };
    const opened = await this.#open(device, simulated);
    return opened.ok ? opened : { ok: false, why: { kind: 'notOpened', failure: opened.failure } };
  }

  /** If the two boots are no pair, closes the second. */
  #joined(first: SingleBoots, second: Second): Omit<OpenedBoots, 'simulated' | 'remembered'> {
    if (!second.ok) return { boots: first, notAdded: second.why };
    const pair = asPair(first, second.boots, this.options.clock);
    if ('boots' in pair) return { boots: pair.boots, notAdded: null };
    second.boots.close();
    return { boots: first, notAdded: pair.refusal };
  }

  async #open(device: BluetoothDevice, simulated: boolean): Promise<Opened> {
    const { clock, random, lead, wake, frames, isSwapped, memory } = this.options;
    // The token that these boots granted: to this page on an earlier link, or to an earlier page.
    const tokenOf = async (serial: string): Promise<number> =>
      this.#last.get(device)?.token ||
      this.#remembered?.tokens[serial] ||
      (simulated || !memory?.tokens ? 0 : await recalled(memory.tokens.recall(serial), clock));
    // A page that has just been reloaded may get the previous page's link, which will drop shortly.
    const leftAt = this.#remembered ? this.#begunAt : undefined;
    const opened = await openBoots(device, {
      clock,
      random,
      tokenOf,
      feeding: { lead, wake },
      leftAt,
      tap: frames?.(device),
      isSwapped,
    });
    if (opened.ok) this.#last.set(device, opened.boots);
    return opened;
  }

  /** @returns a function that says whether this attempt has been given up */
  #begin(): () => boolean {
    const attempt = ++this.#attempts;
    return () => this.#attempts !== attempt;
  }
}
