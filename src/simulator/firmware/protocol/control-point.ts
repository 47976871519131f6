/** Handles writes to the Control Point: checked in the order of PROTOCOL.md 1.3, executed once, answered. */

import {
  type Command,
  decodeCommand,
  isStop,
  opCodes,
  opOf,
  stopCounter,
} from '../../../../firmware-protocol/command.ts';
import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../../../firmware-protocol/profile.ts';
import {
  encodeResponse,
  type Outcome,
  type Response,
  resultCodes,
} from '../../../../firmware-protocol/response.ts';
import { commandRules, type Orders } from './commands.ts';

/** The last command answered, for the status. */
export interface Answered {
  readonly op: number;
  readonly counter: number;
  readonly result: number;
}

/** The last command executed for the holder: the same bytes again are a repeat. */
interface Done {
  readonly command: Uint8Array;
  readonly response: Uint8Array<ArrayBuffer>;
  /** Sessions ended before: after another end it is forgotten. */
  readonly ends: number;
}

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

const NOTHING: Answered = { op: 0, counter: 0, result: 0 };

export class ControlPoint {
  #answered = NOTHING;
  #done: Done | null = null;

  constructor(private readonly orders: Orders) {}

  get answered(): Answered {
    return this.#answered;
  }

  reset(): void {
    this.#answered = NOTHING;
    this.#done = null;
  }

  /** @returns the indication to send back; null if there is none */
  write(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
    if (isStop(bytes)) {
      this.orders.therapy.stop('stoppedByController');
      this.#done = null;
      return this.#answer({ result: 'success', op: 'stop', counter: stopCounter(bytes) });
    }
    const decoded = decodeCommand(bytes);
    if (decoded.ok) return this.#obey(decoded.value, bytes);
    const { reason, offset } = decoded.refusal;
    const counter = bytes[1] ?? 0;
    if (counter === 0 || reason === 'short' || reason === 'long' || reason === 'crc') return null;
    const op = opOf(bytes[0] ?? 0);
    if (op === undefined) {
      const unknown = { op: bytes[0] ?? 0, major: PROTOCOL_MAJOR, minor: PROTOCOL_MINOR };
      return this.#answer({ result: 'notSupported', ...unknown, counter });
    }
    return this.#answer({ result: 'invalidParameter', op, offset, counter });
  }

  #obey(command: Command, bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
    if (command.op === 'stop') return null;
    const { control, therapy, clock } = this.orders;
    const { op, counter, token } = command;
    const rule = commandRules[op];
    if (control.isHolder(token)) control.heard(clock);
    if (rule.holder) {
      if (!control.isHolder(token)) {
        return this.#answer({ result: 'notPermitted', op, reason: 'noControl', counter });
      }
      if (this.#done?.ends === therapy.ends && same(this.#done.command, bytes)) return this.#done.response;
    }
    if (rule.may && !rule.may(therapy)) {
      return this.#answer({ result: 'notPermitted', op, reason: 'wrongState', counter });
    }
    const outcome = (rule.run as (orders: Orders, command: Command) => Outcome)(this.orders, command);
    const response = this.#answer({ ...outcome, counter });
    if (op === 'requestControl') {
      // A reloaded page counts from 1 again: its commands are not repeats of earlier ones.
      if (outcome.result === 'success') this.#done = null;
    } else if (rule.holder && outcome.result === 'success') {
      this.#done = { command: bytes.slice(), response, ends: therapy.ends };
    }
    return response;
  }

  #answer(response: Response): Uint8Array<ArrayBuffer> {
    const op = typeof response.op === 'number' ? response.op : opCodes[response.op];
    this.#answered = { op, counter: response.counter, result: resultCodes[response.result] };
    return encodeResponse(response);
  }
}
