/**
 * Commands over a link: one outstanding at a time, each with its own counter and deadline, so that a late answer is never taken
 * for another's. Stop overtakes everything. Ceilings that wait one behind the other go as one, the lowest of them.
 */

import type { Subscription } from 'rxjs';
import { type Command, encodeCommand, type Request } from '../../firmware-protocol/command.ts';
import { nextCounter } from '../../firmware-protocol/frame.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds, mmhg } from '../../firmware-protocol/quantities.ts';
import { decodeResponse } from '../../firmware-protocol/response.ts';
import type { Cancel, Clock } from '../clock/clock.ts';
import type { Link, Reply } from '../gatt/link.ts';
import { inWords } from '../gatt/reply.ts';
import type { Cause } from './cause.ts';
import type { CommandOutcome } from './command-outcome.ts';

/** The boots answer within 500 ms (PROTOCOL.md 4); twice that, and the answer is not coming. */
const ANSWER: Milliseconds = milliseconds(1000);

/** What is told of commands and their answers. */
export interface ControlEvents {
  /** An answer made no sense, and why. */
  garbled(cause: Cause): void;
  /** A command has been written, and is to be answered. */
  asked(): void;
  answered(): void;
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
  /** Token of control; 0 = none is held. */
  token = 0;
  #counter = 0;
  /** Goes up with each Stop: a command that still waited for its turn by then is withdrawn. */
  #stops = 0;
  #turn: Promise<unknown> = Promise.resolve();
  /** The one behind which the next command waits, while it waits itself. */
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

  /** Sends when all earlier commands have their outcome, unless Stop comes first. */
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
          ? this.#send(waiting.request, (bytes) => this.link.write(uuids.controlPoint, bytes, 'withResponse'))
          : { kind: 'notSent', cause: { kind: 'withdrawn' } };
      }),
    };
    this.#last = waiting;
    this.#turn = waiting.outcome.catch(() => {});
    // The request, and with it the answer, stays of the same op code.
    return waiting.outcome as Promise<CommandOutcome<R['op']>>;
  }

  /** The next operation on the link, whatever waits. Needs no control. */
  stop(): Promise<CommandOutcome<'stop'>> {
    this.#stops++;
    this.#last = null;
    return this.#send({ op: 'stop' }, (bytes) => this.link.writeNext(uuids.controlPoint, bytes));
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
        // An answer settles only the command whose op code it carries.
        resolve(outcome as CommandOutcome<R['op']>);
      };
      const outstanding: Outstanding = { op: request.op, settle };
      this.#outstanding.set(counter, outstanding);
      const failed = (reason: unknown): void =>
        settle({ kind: 'unknown', cause: { kind: 'link', detail: inWords(reason) } });
      const attempt = async (): Promise<Reply<void>> => write(encoded.bytes);
      void attempt().then((sent) => {
        if (sent.ok) {
          if (this.#outstanding.has(counter)) this.events.asked();
          deadline = this.clock.after(ANSWER, () => settle({ kind: 'unknown', cause: { kind: 'noAnswer' } }));
        } else {
          const { kind, detail } = sent.failure;
          const cause: Cause = kind === 'withdrawn' ? { kind } : { kind: 'link', detail };
          settle({ kind: kind === 'withdrawn' || kind === 'notConnected' ? 'notSent' : 'unknown', cause });
        }
      }, failed);
    });
  }

  #answered(bytes: Uint8Array): void {
    const decoded = decodeResponse(bytes);
    if (!decoded.ok) {
      this.events.garbled({ kind: 'frame', detail: decoded.refusal.message });
      return;
    }
    this.events.answered();
    const { counter, ...response } = decoded.value;
    const outstanding = this.#outstanding.get(counter);
    if (!outstanding || outstanding.op !== response.op) return;
    if (response.result === 'success' && response.op === 'requestControl') this.token = response.token;
    outstanding.settle(
      response.result === 'success' ? { kind: 'acknowledged', response } : { kind: 'rejected', response },
    );
  }
}

/** What cannot be put into bytes is one command that fails: those after it have their turn. */
function encodedOrWhyNot(
  command: Command,
): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly cause: Cause } {
  try {
    return { bytes: encodeCommand(command) };
  } catch (reason) {
    return { cause: { kind: 'frame', detail: inWords(reason) } };
  }
}
