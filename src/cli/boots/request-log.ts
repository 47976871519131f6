/** Wraps a simulated Bluetooth peripheral under another name, and logs its centrals' commands and batches of keyframes as text. */

import { decodeCommand, isStop } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import { decodeResponse } from '../../../firmware-protocol/response.ts';
import { BATCH_HEAD_BYTES } from '../../../firmware-protocol/timeline.ts';
import type { Peripheral } from '../../simulator/peripheral.ts';
import { wrapped } from '../../simulator/wrapped.ts';
import { words } from '../../words/in-use.ts';
import type { LoggedRequest } from './boots-shown.ts';

const MOST_REQUESTS = 8;

/** `op`: byte 0 of a command, which the response repeats in byte 1; null for a batch of keyframes. */
interface Logged {
  readonly op: number | null;
  readonly request: LoggedRequest;
}

export function commandWords(value: Uint8Array): string {
  if (isStop(value)) return words.commands.stop;
  const decoded = decodeCommand(value);
  if (!decoded.ok) return `an unreadable command: ${decoded.refusal.message}`;
  const command = decoded.value;
  if (command.op === 'prepare')
    return `${words.commands.prepare}: up to ${words.numbers.withUnit(command.highestTarget)}, ${Math.round(command.longestWall / 60)} min`;
  if (command.op === 'ceiling')
    return `${words.commands.ceiling}: ${words.numbers.withUnit(command.ceiling)}`;
  return words.commands[command.op];
}

/** The number of keyframes is the last byte of the batch's header. */
const batchWords = (value: Uint8Array): string => {
  const count = value[BATCH_HEAD_BYTES - 1];
  if (count === undefined) return 'an unreadable batch of keyframes';
  return count === 1 ? 'one keyframe' : `${count} keyframes`;
};

export class RequestLog {
  readonly peripheral: Peripheral;
  readonly #now: () => Seconds;
  #last: readonly Logged[] = [];

  constructor(inner: Peripheral, name: string, now: () => Seconds) {
    this.#now = now;
    this.peripheral = wrapped(
      inner,
      {
        written: (characteristic, value) => {
          if (characteristic === uuids.controlPoint) this.#log(commandWords(value), value[0] ?? null);
          if (characteristic === uuids.timeline) this.#log(batchWords(value), null);
        },
        sent: (characteristic, value) => {
          if (characteristic === uuids.controlPoint) this.#answered(value);
        },
      },
      name,
    );
  }

  /** Newest last. */
  get last(): readonly LoggedRequest[] {
    return this.#last.map(({ request }) => request);
  }

  #log(what: string, op: number | null): void {
    const before = this.#last.at(-1)?.request;
    const again = before?.what === what;
    const others = again ? this.#last.slice(0, -1) : this.#last;
    const times = again ? before.times + 1 : 1;
    const request = { at: this.#now(), what, answer: null, times };
    this.#last = [...others, { op, request }].slice(-MOST_REQUESTS);
  }

  /** Adds the answer to the newest command of its kind: other requests may have been logged since. */
  #answered(value: Uint8Array): void {
    const decoded = decodeResponse(value);
    const index = this.#last.findLastIndex(({ op }) => op !== null && op === value[1]);
    const asked = this.#last[index];
    if (!decoded.ok || !asked) return;
    const request = { ...asked.request, answer: words.results[decoded.value.result] };
    this.#last = this.#last.with(index, { ...asked, request });
  }
}
