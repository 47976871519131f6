/**
 * Decides who may command the boots (PROTOCOL.md 4.2, 5.4). A token identifies a controller; a connection does not,
 * because two tabs share one link. Times are on the boots' clock, in ms; allowances (how long the holder of control
 * may be silent) are in s.
 */

import { ALLOWANCE_TO_THE_END } from '../../../../firmware-protocol/command.ts';
import { rules } from '../../../../firmware-protocol/limits.ts';

export type Grant =
  | { readonly granted: true; readonly token: number; readonly tookOver: boolean }
  | { readonly granted: false; readonly why: 'heldByAnother' | 'needsPress' };

const NEVER = Number.NEGATIVE_INFINITY;

export class Control {
  #holder = 0;
  /** The token granted last since boot, even if nobody holds control any more; 0 = none. */
  #lastToken = 0;
  #heardAt = NEVER;
  /** When the button was last pressed. `NEVER` also once a change of control has used up that press. */
  #pressedAt = NEVER;
  /** 255 = to the end of the session. */
  #allowance: number = rules.takeover;

  /**
   * @param random uniform in [0, 1)
   * @param insistOnPress whether somebody must press the button before a central without the holder's token gets
   *   control
   */
  constructor(
    private readonly random: () => number,
    private readonly insistOnPress: boolean,
  ) {}

  /** The holder's token; 0 = nobody holds control. */
  get holder(): number {
    return this.#holder;
  }

  isHolder(token: number): boolean {
    return token !== 0 && token === this.#holder;
  }

  /** Notes a press of the button, which is consent to one change of control. */
  notePress(now: number): void {
    this.#pressedAt = now;
  }

  noteCommand(now: number): void {
    this.#heardAt = now;
  }

  setAllowance(allowance: number): void {
    this.#allowance = allowance;
  }

  release(): void {
    this.#holder = 0;
    this.#allowance = rules.takeover;
  }

  /** Call when the boots reboot: they forget control, tokens and times, because their clock restarts at 0. */
  reboot(): void {
    this.release();
    this.#lastToken = 0;
    this.#heardAt = NEVER;
    this.#pressedAt = NEVER;
  }

  /**
   * Whether the holder has been silent for so long that another controller may take over: in a session for longer than
   * the allowance, or than 30 s if the allowance lasts to the end. Outside a session it is 30 s, because emptying and
   * zeroing may take longer than a short allowance.
   */
  mayBeTakenOver(now: number, inSession: boolean): boolean {
    const isOwn = inSession && this.#allowance !== ALLOWANCE_TO_THE_END;
    return now - this.#heardAt > (isOwn ? this.#allowance : rules.takeover) * 1000;
  }

  /** Whether a session must end because the holder has been silent for longer than the allowance. */
  isAloneTooLong(now: number): boolean {
    return this.#allowance !== ALLOWANCE_TO_THE_END && now - this.#heardAt > this.#allowance * 1000;
  }

  /** @param previousToken token that the controller had before; 0 = none */
  request(previousToken: number, now: number, inSession = false): Grant {
    if (this.isHolder(previousToken)) {
      this.#heardAt = now;
      return { granted: true, token: this.#holder, tookOver: false };
    }
    const consented = now - this.#pressedAt <= rules.consent * 1000;
    if (this.insistOnPress && !consented) return { granted: false, why: 'needsPress' };
    if (this.#holder !== 0 && !consented && !this.mayBeTakenOver(now, inSession))
      return { granted: false, why: 'heldByAnother' };
    this.#pressedAt = NEVER;
    const tookOver = this.#holder !== 0;
    this.#holder = this.#newToken();
    this.#lastToken = this.#holder;
    this.#heardAt = now;
    return { granted: true, token: this.#holder, tookOver };
  }

  /** A random token that differs from the last one. Its low 16 bits are not 0, which means "nobody" in the status. */
  #newToken(): number {
    const token = Math.floor(this.random() * 2 ** 32) >>> 0;
    const readable = (token & 0xffff) === 0 ? token + 1 : token;
    return readable === this.#lastToken ? (readable ^ 0x20000) >>> 0 : readable;
  }
}
