/**
 * Sends commands over a link one at a time, but Stop ahead of the others. Ceilings that wait next to each other are sent as
 * one, with the lowest value.
 */

import type { Subscription } from 'rxjs';
import { type Command, encodeCommand, type Request } from '../../firmware-protocol/command.ts';
import { nextCounter } from '../../firmware-protocol/layout/frame.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import { decodeResponse, type Response } from '../../firmware-protocol/response.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Cancel, Clock } from '../clock/clock.ts';
import type { Link, Reply } from '../gatt/link.ts';
import { describeError } from '../gatt/reply.ts';
import type { Cause } from './cause.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { COMMAND_TIMEOUT } from './command-timeout.ts';
import { settledByReading } from './settled-by-reading.ts';

export interface ControlEvents {
  /** Whether responses may have extra fields at the end, because the boots have a later minor version. */
  mayBeLonger(): boolean;
  garbled(cause: Cause): void;
  commandWritten(): void;
  /** A response was decoded, to a command of this page or of another page that shares the link. */
  responseReceived(response: Response): void;
  readStatus(): Promise<Status | null>;
}

interface QueuedCommand {
  request: Request;
  readonly outcome: Promise<CommandOutcome>;
}

interface PendingCommand {
  readonly op: Request['op'];
  settle(outcome: CommandOutcome): void;
}

export class ControlPoint {
  /** The control token; 0 = none is held. */
  token = 0;
  #counter = 0;
  /** Counter of a request for control whose outcome is unknown, but whose response may still come; null = none. */
  #lateGrant: number | null = null;
  /** Low 16 bits of a token whose response was lost: the boots' status shows that they granted it to this page. 0 = none. */
  #lostHolder = 0;
  /** Counts Stops, because each Stop withdraws the commands that are still queued. */
  #stops = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #last: QueuedCommand | null = null;
  readonly #outstanding = new Map<number, PendingCommand>();
  readonly #answers: Subscription;

  constructor(
    readonly link: Link,
    readonly clock: Clock,
    readonly events: ControlEvents,
  ) {
    this.#answers = link.notifications(uuids.controlPoint).subscribe((bytes) => this.#onResponse(bytes));
  }

  /** Sends a command once all earlier ones have their outcomes. If Stop is sent first, the outcome is *notSent*. */
  command<R extends Request>(request: R): Promise<CommandOutcome<R['op']>> {
    const before = this.#last;
    if (before?.request.op === 'ceiling' && request.op === 'ceiling') {
      const lowest = mmhg(Math.min(before.request.ceiling, request.ceiling));
      before.request = { op: 'ceiling', ceiling: lowest };
      return before.outcome as Promise<CommandOutcome<R['op']>>;
    }
    const stops = this.#stops;
    const waiting: QueuedCommand = {
      request,
      outcome: this.#turn.then((): CommandOutcome | Promise<CommandOutcome> => {
        if (this.#last === waiting) this.#last = null;
        return stops === this.#stops
          ? this.#sendAndSettle(waiting.request)
          : { kind: 'notSent', cause: { kind: 'withdrawn' } };
      }),
    };
    this.#last = waiting;
    this.#turn = waiting.outcome.catch(() => {});
    // A merged request keeps its op code, so its outcome keeps its type.
    return waiting.outcome as Promise<CommandOutcome<R['op']>>;
  }

  /** Sends Stop ahead of all that is queued, and withdraws the queued commands. */
  stop(): Promise<CommandOutcome<'stop'>> {
    this.#stops++;
    this.#last = null;
    return this.#send({ op: 'stop' }, (bytes) => this.link.writeNext(uuids.controlPoint, bytes));
  }

  /**
   * Sends a command. If no response comes, reads the status, which may show the outcome; meanwhile, Stop is the one command
   * that may be sent.
   */
  async #sendAndSettle(request: Request): Promise<CommandOutcome> {
    const sending = this.#send(request, (bytes) =>
      this.link.write(uuids.controlPoint, bytes, 'withResponse'),
    );
    const counter = this.#counter;
    const outcome = await sending;
    if (isHeldByAnother(outcome) && (await this.#isHeldByThisPage())) return GRANT_LOST;
    if (outcome.kind !== 'unknown') return outcome;
    if (request.op === 'requestControl') this.#lateGrant = counter;
    const status = await this.events.readStatus();
    return (status && settledByReading(request.op, counter, status)) ?? outcome;
  }

  /** Call with each status: it may show that the boots granted control although no response came. */
  findLostGrant(status: Status): void {
    if (this.#lateGrant === null) return;
    const outcome = settledByReading('requestControl', this.#lateGrant, status);
    if (outcome?.kind === 'unknown') this.#lostHolder = status.holder;
  }

  /** Whether the holder that the boots report is this page, whose token was lost with the response. */
  async #isHeldByThisPage(): Promise<boolean> {
    return this.#lostHolder !== 0 && (await this.events.readStatus())?.holder === this.#lostHolder;
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
        // A response settles only a command with the same op code.
        resolve(outcome as CommandOutcome<R['op']>);
      };
      const outstanding: PendingCommand = { op: request.op, settle };
      this.#outstanding.set(counter, outstanding);
      const failed = (reason: unknown): void =>
        settle({ kind: 'unknown', cause: { kind: 'link', detail: describeError(reason) } });
      const attempt = async (): Promise<Reply<void>> => write(encoded.bytes);
      void attempt().then((sent) => {
        if (sent.ok) {
          if (this.#outstanding.has(counter)) this.events.commandWritten();
          deadline = this.clock.after(COMMAND_TIMEOUT, () =>
            settle({ kind: 'unknown', cause: { kind: 'noAnswer' } }),
          );
        } else {
          const { kind, cause } = sent.failure;
          settle({ kind: kind === 'withdrawn' || kind === 'notConnected' ? 'notSent' : 'unknown', cause });
        }
      }, failed);
    });
  }

  #onResponse(bytes: Uint8Array): void {
    const decoded = decodeResponse(bytes, this.events.mayBeLonger());
    if (!decoded.ok) {
      this.events.garbled({ kind: 'frame', detail: decoded.refusal.message });
      return;
    }
    this.events.responseReceived(decoded.value);
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

const GRANT_LOST: CommandOutcome = { kind: 'unknown', cause: { kind: 'grantLost' } };

const isHeldByAnother = (outcome: CommandOutcome): boolean =>
  outcome.kind === 'rejected' &&
  outcome.response.result === 'notPermitted' &&
  outcome.response.reason === 'heldByAnother';

/** Says why a bad command cannot be encoded instead of throwing, so that those queued behind it are not blocked. */
function encodedOrWhyNot(
  command: Command,
): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly cause: Cause } {
  try {
    return { bytes: encodeCommand(command) };
  } catch (reason) {
    return { cause: { kind: 'frame', detail: describeError(reason) } };
  }
}
