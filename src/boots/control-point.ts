/**
 * Sends commands over a link, one at a time. Each has its own counter and deadline, so a late answer is never
 * matched to another command. Stop jumps the queue. Ceilings waiting next to each other are sent as one, with
 * the lowest value.
 */

import type { Subscription } from 'rxjs';
import { type Command, encodeCommand, type Request } from '../../firmware-protocol/command.ts';
import { nextCounter } from '../../firmware-protocol/layout/frame.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import { decodeResponse } from '../../firmware-protocol/response.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Cancel, Clock } from '../clock/clock.ts';
import type { Link, Reply } from '../gatt/link.ts';
import { describeError } from '../gatt/reply.ts';
import type { Cause } from './cause.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { COMMAND_TIMEOUT } from './command-timeout.ts';
import { settledByReading } from './settled-by-reading.ts';

export interface ControlEvents {
  /** Whether answers may end in bytes of a later minor version. */
  mayBeLonger(): boolean;
  /** An answer could not be decoded; `cause` says why. */
  garbled(cause: Cause): void;
  /** A command was written and now awaits its answer. */
  asked(): void;
  answered(): void;
  /** Null if it cannot be read. */
  readStatus(): Promise<Status | null>;
}

interface Waiting {
  request: Request;
  readonly outcome: Promise<CommandOutcome>;
}

interface Outstanding {
  readonly op: Request['op'];
  settle(outcome: CommandOutcome): void;
}

export class ControlPoint {
  /** The control token; 0 = none is held. */
  token = 0;
  #counter = 0;
  /** Counter of a request for control whose answer did not come in time: it may still come; null = there is none. */
  #lateGrant: number | null = null;
  /** Counts Stops. A command that was still queued when Stop was sent is withdrawn. */
  #stops = 0;
  #turn: Promise<unknown> = Promise.resolve();
  /** The last command in the queue, while it waits. */
  #last: Waiting | null = null;
  readonly #outstanding = new Map<number, Outstanding>();
  readonly #answers: Subscription;

  constructor(
    readonly link: Link,
    readonly clock: Clock,
    readonly events: ControlEvents,
  ) {
    this.#answers = link.notifications(uuids.controlPoint).subscribe((bytes) => this.#answered(bytes));
  }

  /** Sends once all earlier commands have their outcomes, unless Stop comes first. */
  command<R extends Request>(request: R): Promise<CommandOutcome<R['op']>> {
    const before = this.#last;
    if (before?.request.op === 'ceiling' && request.op === 'ceiling') {
      const lowest = mmhg(Math.min(before.request.ceiling, request.ceiling));
      before.request = { op: 'ceiling', ceiling: lowest };
      return before.outcome as Promise<CommandOutcome<R['op']>>;
    }
    const stops = this.#stops;
    const waiting: Waiting = {
      request,
      outcome: this.#turn.then((): CommandOutcome | Promise<CommandOutcome> => {
        if (this.#last === waiting) this.#last = null;
        return stops === this.#stops
          ? this.#settled(waiting.request)
          : { kind: 'notSent', cause: { kind: 'withdrawn' } };
      }),
    };
    this.#last = waiting;
    this.#turn = waiting.outcome.catch(() => {});
    // A merged request keeps its op code, so its outcome keeps its type.
    return waiting.outcome as Promise<CommandOutcome<R['op']>>;
  }

  /** Sends Stop as the next operation on the link, whatever is queued. Needs no control token. */
  stop(): Promise<CommandOutcome<'stop'>> {
    this.#stops++;
    this.#last = null;
    return this.#send({ op: 'stop' }, (bytes) => this.link.writeNext(uuids.controlPoint, bytes));
  }

  /** Sends a command; if no answer comes, reads what became of it. Nothing else but Stop is sent meanwhile. */
  async #settled(request: Request): Promise<CommandOutcome> {
    const sending = this.#send(request, (bytes) =>
      this.link.write(uuids.controlPoint, bytes, 'withResponse'),
    );
    const counter = this.#counter;
    const outcome = await sending;
    if (outcome.kind !== 'unknown') return outcome;
    if (request.op === 'requestControl') this.#lateGrant = counter;
    const status = await this.events.readStatus();
    return (status && settledByReading(request.op, counter, status)) ?? outcome;
  }

  close(): void {
    this.#answers.unsubscribe();
    for (const { settle } of this.#outstanding.values())
      settle({ kind: 'unknown', cause: { kind: 'linkGivenUp' } });
  }

  #send<R extends Request>(
    request: R,
    write: (bytes: Uint8Array<ArrayBuffer>) => Promise<Reply<void>>,
  ): Promise<CommandOutcome<R['op']>> {
    this.#counter = nextCounter(this.#counter);
    const counter = this.#counter;
    if (request.op === 'requestControl') this.#lateGrant = null;
    const tokenless = request.op === 'stop' || request.op === 'requestControl';
    const command: Command = { ...request, counter, token: tokenless ? 0 : this.token };
    const encoded = encodedOrWhyNot(command);
    if ('cause' in encoded) return Promise.resolve({ kind: 'notSent', cause: encoded.cause });
    return new Promise((resolve) => {
      let deadline: Cancel = () => {};
      const settle = (outcome: CommandOutcome): void => {
        if (this.#outstanding.get(counter) !== outstanding) return;
        this.#outstanding.delete(counter);
        deadline();
        // An answer only settles a command with the same op code.
        resolve(outcome as CommandOutcome<R['op']>);
      };
      const outstanding: Outstanding = { op: request.op, settle };
      this.#outstanding.set(counter, outstanding);
      const failed = (reason: unknown): void =>
        settle({ kind: 'unknown', cause: { kind: 'link', detail: describeError(reason) } });
      const attempt = async (): Promise<Reply<void>> => write(encoded.bytes);
      void attempt().then((sent) => {
        if (sent.ok) {
          if (this.#outstanding.has(counter)) this.events.asked();
          deadline = this.clock.after(COMMAND_TIMEOUT, () =>
            settle({ kind: 'unknown', cause: { kind: 'noAnswer' } }),
          );
        } else {
          const { kind, detail } = sent.failure;
          const cause: Cause = kind === 'withdrawn' ? { kind } : { kind: 'link', detail };
          settle({ kind: kind === 'withdrawn' || kind === 'notConnected' ? 'notSent' : 'unknown', cause });
        }
      }, failed);
    });
  }

  #answered(bytes: Uint8Array): void {
    const decoded = decodeResponse(bytes, this.events.mayBeLonger());
    if (!decoded.ok) {
      this.events.garbled({ kind: 'frame', detail: decoded.refusal.message });
      return;
    }
    this.events.answered();
    const { counter, ...response } = decoded.value;
    const outstanding = this.#outstanding.get(counter);
    if (response.result === 'success' && response.op === 'requestControl' && this.#lateGrant === counter)
      this.token = response.token;
    if (!outstanding || outstanding.op !== response.op) return;
    if (response.result === 'success' && response.op === 'requestControl') this.token = response.token;
    outstanding.settle(
      response.result === 'success' ? { kind: 'acknowledged', response } : { kind: 'rejected', response },
    );
  }
}

/**
 * Encodes a command, or says why it cannot be encoded: one bad command must not block those queued behind it.
 */
function encodedOrWhyNot(
  command: Command,
): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly cause: Cause } {
  try {
    return { bytes: encodeCommand(command) };
  } catch (reason) {
    return { cause: { kind: 'frame', detail: describeError(reason) } };
  }
}
