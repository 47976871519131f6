/**
 * Commands over a link: one outstanding at a time, each with its own counter and deadline, so that a late answer is never taken
 * for another's. Stop overtakes everything.
 */

import type { Subscription } from 'rxjs';
import { type Command, encodeCommand, type Request } from '../../firmware-protocol/command.ts';
import { nextCounter } from '../../firmware-protocol/frame.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { decodeResponse } from '../../firmware-protocol/response.ts';
import type { Cancel, Clock } from '../clock/clock.ts';
import type { Link, Reply } from '../gatt/link.ts';
import { inWords } from '../gatt/reply.ts';
import type { CommandOutcome } from './command-outcome.ts';

/** The boots answer within 500 ms (PROTOCOL.md 4); twice that, and the answer is not coming. */
const ANSWER: Milliseconds = milliseconds(1000);

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
  readonly #outstanding = new Map<number, Outstanding>();
  readonly #answers: Subscription;

  constructor(
    readonly link: Link,
    readonly clock: Clock,
    readonly garbled: (detail: string) => void,
  ) {
    this.#answers = link.notifications(uuids.controlPoint).subscribe((bytes) => this.#answered(bytes));
  }

  /** Sends when all earlier commands have their outcome, unless Stop comes first. */
  command<R extends Request>(request: R): Promise<CommandOutcome<R['op']>> {
    const stops = this.#stops;
    const outcome = this.#turn.then((): CommandOutcome<R['op']> | Promise<CommandOutcome<R['op']>> =>
      stops === this.#stops
        ? this.#send(request, (bytes) => this.link.write(uuids.controlPoint, bytes, 'withResponse'))
        : { kind: 'notSent', detail: 'withdrawn' },
    );
    this.#turn = outcome.catch(() => {});
    return outcome;
  }

  /** The next operation on the link, whatever waits. Needs no control. */
  stop(): Promise<CommandOutcome<'stop'>> {
    this.#stops++;
    return this.#send({ op: 'stop' }, (bytes) =>
      this.link.writeNext(uuids.controlPoint, bytes, 'withResponse'),
    );
  }

  close(): void {
    this.#answers.unsubscribe();
    for (const { settle } of this.#outstanding.values())
      settle({ kind: 'unknown', detail: 'the link was given up' });
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
    if ('refusal' in encoded) return Promise.resolve({ kind: 'notSent', detail: encoded.refusal });
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
      const failed = (reason: unknown): void => settle({ kind: 'unknown', detail: inWords(reason) });
      const attempt = async (): Promise<Reply<void>> => write(encoded.bytes);
      void attempt().then((sent) => {
        if (sent.ok) {
          deadline = this.clock.after(ANSWER, () =>
            settle({ kind: 'unknown', detail: 'the boots did not answer' }),
          );
        } else if (sent.failure.kind === 'notConnected' || sent.failure.detail === 'withdrawn') {
          settle({ kind: 'notSent', detail: sent.failure.detail });
        } else {
          settle({ kind: 'unknown', detail: sent.failure.detail });
        }
      }, failed);
    });
  }

  #answered(bytes: Uint8Array): void {
    const decoded = decodeResponse(bytes);
    if (!decoded.ok) {
      this.garbled(decoded.refusal.message);
      return;
    }
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
): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly refusal: string } {
  try {
    return { bytes: encodeCommand(command) };
  } catch (reason) {
    return { refusal: inWords(reason) };
  }
}
