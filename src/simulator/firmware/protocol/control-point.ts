/**
 * Handles writes to the Control Point, with the checks of PROTOCOL.md 1.3. A Stop is executed unchecked. Any other
 * command is executed unless a check fails or it is a repeat; a malformed frame gets no answer.
 */

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
import { type CommandContext, commandRules } from './commands.ts';

/** The last command that was answered, in the codes of the status. */
export interface AnsweredCommand {
  readonly op: number;
  readonly counter: number;
  readonly result: number;
}

/** The last command that needed control and succeeded: the same bytes once more are a repeat, which is answered but not executed. */
interface ExecutedCommand {
  readonly command: Uint8Array;
  readonly response: Uint8Array<ArrayBuffer>;
  /** Number of sessions that had ended by then. Once another session has ended, the same bytes are no repeat. */
  readonly ends: number;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

const NOTHING_ANSWERED: AnsweredCommand = { op: 0, counter: 0, result: 0 };

export class ControlPoint {
  #answered = NOTHING_ANSWERED;
  #executed: ExecutedCommand | null = null;

  constructor(private readonly orders: CommandContext) {}

  get answered(): AnsweredCommand {
    return this.#answered;
  }

  reset(): void {
    this.#answered = NOTHING_ANSWERED;
    this.#executed = null;
  }

  /** @returns the indication to send back; null = none */
  write(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
    if (isStop(bytes)) {
      this.orders.therapy.stop('stoppedByController');
      this.#executed = null;
      return this.#answer({ result: 'success', op: 'stop', counter: stopCounter(bytes) });
    }
    const decoded = decodeCommand(bytes);
    if (decoded.ok) return this.#execute(decoded.value, bytes);
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

  #execute(command: Command, bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
    if (command.op === 'stop') return null;
    const { control, therapy, clock } = this.orders;
    const { op, counter, token } = command;
    const rule = commandRules[op];
    // Request control needs no token, so a token in its header does not show that the holder of control is still
    // there. A grant does.
    if (op !== 'requestControl' && control.isHolder(token)) control.noteCommand(clock);
    if (rule.holder) {
      if (!control.isHolder(token)) {
        return this.#answer({ result: 'notPermitted', op, reason: 'noControl', counter });
      }
      if (this.#executed?.ends === therapy.ends && sameBytes(this.#executed.command, bytes))
        return this.#executed.response;
    }
    if (rule.may && !rule.may(therapy)) {
      return this.#answer({ result: 'notPermitted', op, reason: 'wrongState', counter });
    }
    const outcome = (rule.run as (orders: CommandContext, command: Command) => Outcome)(this.orders, command);
    const response = this.#answer({ ...outcome, counter });
    if (op === 'requestControl') {
      // A reloaded page counts its commands from 1 again, so the same bytes are then no repeat of an earlier
      // command.
      if (outcome.result === 'success') this.#executed = null;
    } else if (rule.holder && outcome.result === 'success') {
      this.#executed = { command: bytes.slice(), response, ends: therapy.ends };
    }
    return response;
  }

  #answer(response: Response): Uint8Array<ArrayBuffer> {
    const op = typeof response.op === 'number' ? response.op : opCodes[response.op];
    this.#answered = { op, counter: response.counter, result: resultCodes[response.result] };
    return encodeResponse(response);
  }
}
