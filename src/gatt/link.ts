/**
 * One link to one peripheral. It keeps itself up once it has been up, until it is ended on purpose, and never sends anything
 * again on its own: what was asked for before a loss is replied to and forgotten.
 */

import { BehaviorSubject, distinctUntilChanged, type Observable } from 'rxjs';
import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { type Connection, establish } from './connection.ts';
import { Notifications } from './notifications.ts';
import { OperationQueue, type Rank } from './operation-queue.ts';
import { Reconnect } from './reconnect.ts';
import { failure, type GattFailure, type Reply, success } from './reply.ts';

export type { GattFailure, Reply } from './reply.ts';

export type LinkState = 'disconnected' | 'connecting' | 'connected' | 'reconnecting';
type HowToWrite = 'withResponse' | 'withoutResponse';

export interface Link {
  readonly name: string;
  /** Replays the present one; only changes follow. */
  readonly state: Observable<LinkState>;
  /**
   * Connects, discovers the characteristics of the profile, enables those listened to. A `missing` failure names what is not
   * there. While reconnecting it tries at once. After a failed first connect the link is disconnected.
   */
  connect(): Promise<Reply<void>>;
  /** On purpose: no reconnect. */
  disconnect(): void;
  /** Ends the link because something hangs, and reconnects after. */
  abandon(reason: string): void;
  read(uuid: string): Promise<Reply<Uint8Array>>;
  /** @param value at most 512 bytes; without response at most the payload of the link */
  write(uuid: string, value: Uint8Array<ArrayBuffer>, how: HowToWrite): Promise<Reply<void>>;
  /** Always the next operation on the link, ahead of all that wait. */
  writeNext(uuid: string, value: Uint8Array<ArrayBuffer>, how: HowToWrite): Promise<Reply<void>>;
  /** Takes back the writes that wait, but for writeNext: `failed`, "withdrawn". */
  withdrawWrites(): void;
  /** Hot, over all connections. Throws RangeError for what is not in `listen`. */
  notifications(uuid: string): Observable<Uint8Array>;
}

export interface LinkOptions {
  readonly clock: Clock;
  readonly profile: readonly ServiceProfile[];
  /** Characteristics of the profile whose notifications or indications are wanted. */
  readonly listen: readonly string[];
  /** For each operation, from the moment it starts; 2 s unless said. */
  readonly deadline?: Milliseconds;
  /** Uniform in [0, 1), for the jitter of reconnecting. */
  readonly random?: () => number;
}

/** Boots answer a command within 0.5 s (PROTOCOL.md 4); the rest is for poor air. */
const DEADLINE = milliseconds(2_000);

interface Attempt {
  readonly promise: Promise<Reply<void>>;
  linked: boolean;
  end(reply: Reply<Connection>): void;
}

class GattLink implements Link {
  readonly name: string;
  readonly state: Observable<LinkState>;
  readonly #device: BluetoothDevice;
  readonly #options: LinkOptions;
  readonly #deadline: Milliseconds;
  readonly #states = new BehaviorSubject<LinkState>('disconnected');
  readonly #notifications: Notifications;
  readonly #queue: OperationQueue;
  readonly #reconnect: Reconnect;
  #connection: Connection | null = null;
  #attempt: Attempt | null = null;
  /** The link has been up and nobody has ended it on purpose. */
  #kept = false;

  constructor(device: BluetoothDevice, options: LinkOptions) {
    this.name = device.name ?? 'unnamed device';
    this.state = this.#states.pipe(distinctUntilChanged());
    this.#device = device;
    this.#options = options;
    this.#deadline = options.deadline ?? DEADLINE;
    this.#notifications = new Notifications(options.listen);
    this.#reconnect = new Reconnect(options.clock, options.random ?? (() => 0.5));
    this.#queue = new OperationQueue({
      clock: options.clock,
      deadline: this.#deadline,
      hung: ({ detail }) => this.abandon(detail),
      refused: () => {
        if (!device.gatt?.connected) this.#lost();
      },
    });
  }

  connect(): Promise<Reply<void>> {
    if (this.#connection) return Promise.resolve(success(undefined));
    this.#reconnect.cancel();
    return this.#attempt?.promise ?? this.#try();
  }

  disconnect(): void {
    this.#kept = false;
    this.#reconnect.reset();
    this.#device.removeEventListener('gattserverdisconnected', this.#lost);
    this.#attempt?.end(failure('notConnected', 'disconnected on purpose'));
    if (this.#connection) this.#over('disconnected on purpose');
    this.#states.next('disconnected');
  }

  abandon(reason: string): void {
    if (this.#attempt) this.#attempt.end(failure('failed', reason));
    else if (this.#connection) this.#over(reason);
  }

  read(uuid: string): Promise<Reply<Uint8Array>> {
    return this.#operate(uuid, 'reading', 'read', (characteristic) =>
      this.#notifications.read(characteristic),
    );
  }

  write(uuid: string, value: Uint8Array<ArrayBuffer>, how: HowToWrite): Promise<Reply<void>> {
    return this.#write(uuid, value, how, 'write');
  }

  writeNext(uuid: string, value: Uint8Array<ArrayBuffer>, how: HowToWrite): Promise<Reply<void>> {
    return this.#write(uuid, value, how, 'urgent');
  }

  withdrawWrites(): void {
    this.#queue.withdrawWrites();
  }

  notifications(uuid: string): Observable<Uint8Array> {
    return this.#notifications.of(uuid);
  }

  #write(uuid: string, value: Uint8Array<ArrayBuffer>, how: HowToWrite, rank: Rank): Promise<Reply<void>> {
    return this.#operate(uuid, 'writing', rank, (characteristic) =>
      how === 'withResponse'
        ? characteristic.writeValueWithResponse(value)
        : characteristic.writeValueWithoutResponse(value),
    );
  }

  async #operate<T>(
    uuid: string,
    what: string,
    rank: Rank,
    start: (characteristic: BluetoothRemoteGATTCharacteristic) => Promise<T>,
  ): Promise<Reply<T>> {
    if (!this.#connection) return failure('notConnected', `not connected to ${this.name}`);
    const characteristic = this.#connection.characteristics.get(uuid);
    if (!characteristic) return failure('missing', `no characteristic ${uuid} in the profile`);
    return this.#queue.add(`${what} ${uuid}`, () => start(characteristic), rank);
  }

  #try(): Promise<Reply<void>> {
    const server = this.#device.gatt;
    if (!server) return Promise.resolve(failure('failed', `${this.name} has no GATT server`));
    let resolve: (reply: Reply<void>) => void = () => {};
    const promise = new Promise<Reply<void>>((settle) => {
      resolve = settle;
    });
    const attempt: Attempt = {
      promise,
      linked: false,
      end: (reply) => {
        if (this.#attempt === attempt) {
          this.#attempt = null;
          this.#settle(reply);
          resolve(reply.ok ? success(undefined) : reply);
        } else if (reply.ok) {
          reply.value.close();
        }
      },
    };
    this.#attempt = attempt;
    this.#device.addEventListener('gattserverdisconnected', this.#lost);
    this.#states.next(this.#kept ? 'reconnecting' : 'connecting');
    void establish(server, {
      clock: this.#options.clock,
      deadline: this.#deadline,
      profile: this.#options.profile,
      notifications: this.#notifications,
      linked: () => {
        attempt.linked = true;
      },
      current: () => this.#attempt === attempt,
      unwanted: () => !this.#attempt && !this.#connection,
    }).then(attempt.end);
    return promise;
  }

  #settle(reply: Reply<Connection>): void {
    if (reply.ok) {
      this.#connection = reply.value;
      this.#kept = true;
      this.#reconnect.reset();
      this.#states.next('connected');
    } else {
      this.#over(reply.failure.detail);
    }
  }

  /** A platform may tell of an old loss late: what is connected now has not been lost. */
  readonly #lost = (): void => {
    if (this.#device.gatt?.connected) return;
    if (this.#attempt?.linked) this.#attempt.end(failure('failed', 'link lost while it was being set up'));
    else if (this.#connection) this.#over('link lost');
  };

  #over(why: GattFailure['detail']): void {
    this.#connection?.close();
    this.#connection = null;
    this.#notifications.reset();
    this.#queue.close(why);
    this.#device.gatt?.disconnect();
    if (this.#kept) {
      this.#reconnect.later(() => void this.#try());
      this.#states.next('reconnecting');
    } else {
      this.#device.removeEventListener('gattserverdisconnected', this.#lost);
      this.#states.next('disconnected');
    }
  }
}

export const openLink = (device: BluetoothDevice, options: LinkOptions): Link =>
  new GattLink(device, options);
