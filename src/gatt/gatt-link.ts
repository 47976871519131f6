/** The link over a device of the standard's: its one connection, its queue, and what is made of failures. */

import { BehaviorSubject, distinctUntilChanged, type Observable } from 'rxjs';
import { elapsed, type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { rest } from '../clock/rest.ts';
import { type Connection, establish } from './connection.ts';
import { type KnownDevice, knownDevice } from './known-device.ts';
import type { Link, LinkOptions, LinkState } from './link.ts';
import { Notifications } from './notifications.ts';
import { OperationQueue, type Rank, type Way } from './operation-queue.ts';
import { Reconnect } from './reconnect.ts';
import { after, noRefusals, type Result } from './refusals.ts';
import { failure, type GattFailure, type Reply, success } from './reply.ts';
import { type HowToWrite, Urgent, wayToWrite } from './writing.ts';

/** Boots answer a command within 0.5 s (PROTOCOL.md 4); the rest is for poor air. */
const DEADLINE = milliseconds(2_000);
/** BlueZ ends a link 1.6 to 2.2 s after it was left, and until then gives the same one again to whoever connects. */
const LINGERS = milliseconds(2_500);

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
  readonly #known: KnownDevice;
  readonly #notifications: Notifications;
  readonly #queue: OperationQueue;
  readonly #reconnect: Reconnect;
  readonly #urgent = new Urgent();
  #refusals = noRefusals;
  #connection: Connection | null = null;
  #attempt: Attempt | null = null;
  #deafen: () => void = () => {};
  /** The link has been up and nobody has ended it on purpose. */
  #kept = false;

  constructor(device: BluetoothDevice, options: LinkOptions) {
    this.name = device.name ?? 'unnamed device';
    this.state = this.#states.pipe(distinctUntilChanged());
    this.#device = device;
    this.#options = options;
    this.#deadline = options.deadline ?? DEADLINE;
    this.#known = knownDevice(device);
    this.#notifications = new Notifications(options.listen);
    this.#reconnect = new Reconnect(options.clock, options.random ?? (() => 0.5));
    this.#queue = new OperationQueue({
      clock: options.clock,
      deadline: this.#deadline,
      hung: ({ detail }) => this.abandon(detail),
      came: (result) => this.#came(result),
    });
  }

  get lingers(): Milliseconds {
    const { leftAt } = this.#known;
    if (leftAt === null) return milliseconds(0);
    return milliseconds(Math.max(0, LINGERS - elapsed(leftAt, this.#options.clock.now())));
  }

  connect(): Promise<Reply<void>> {
    if (this.#connection) return Promise.resolve(success(undefined));
    this.#reconnect.cancel();
    return this.#attempt?.promise ?? this.#try();
  }

  disconnect(): void {
    this.#kept = false;
    this.#urgent.forget();
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
    return this.#operate(uuid, 'reading', 'read', (characteristic) => [
      { answered: true, start: () => this.#notifications.read(characteristic) },
    ]);
  }

  write(uuid: string, value: Uint8Array<ArrayBuffer>, how: HowToWrite): Promise<Reply<void>> {
    return this.#operate(uuid, 'writing', 'write', (characteristic) => [
      wayToWrite(characteristic, value, how),
    ]);
  }

  writeNext(uuid: string, value: Uint8Array<ArrayBuffer>): Promise<Reply<void>> {
    if (this.#kept) this.#urgent.keep(uuid, value);
    if (this.#kept && !this.#connection) void this.connect();
    return this.#operate(uuid, 'writing', 'urgent', (characteristic) =>
      this.#urgent.ways(characteristic, value),
    );
  }

  withdrawWrites(): void {
    this.#queue.withdrawWrites();
  }

  notifications(uuid: string): Observable<Uint8Array> {
    return this.#notifications.of(uuid);
  }

  listenAnew(uuid: string): Promise<Reply<void>> {
    return this.#operate(uuid, 'asking anew for notifications of', 'read', (characteristic) => [
      {
        answered: true,
        start: async () => {
          await characteristic.stopNotifications();
          await characteristic.startNotifications();
        },
      },
    ]);
  }

  async #operate<T>(
    uuid: string,
    what: string,
    rank: Rank,
    ways: (characteristic: BluetoothRemoteGATTCharacteristic) => readonly Way<T>[],
  ): Promise<Reply<T>> {
    if (!this.#connection) return failure('notConnected', `not connected to ${this.name}`);
    const characteristic = this.#connection.characteristics.get(uuid);
    if (!characteristic) return failure('missing', `no characteristic ${uuid} in the profile`);
    return this.#queue.add(`${what} ${uuid}`, ways(characteristic), rank);
  }

  #came(result: Result): void {
    this.#refusals = after(this.#refusals, result);
    if (result !== 'answered' && !this.#device.gatt?.connected) this.#lost();
    else if (this.#refusals.isOver && this.#connection) this.#over('it refuses operations');
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
        if (this.#attempt !== attempt) return;
        this.#attempt = null;
        this.#settle(reply, attempt.linked);
        resolve(reply.ok ? success(undefined) : reply);
      },
    };
    this.#attempt = attempt;
    this.#device.addEventListener('gattserverdisconnected', this.#lost);
    this.#states.next(this.#kept ? 'reconnecting' : 'connecting');
    void establish(server, {
      clock: this.#options.clock,
      deadline: this.#deadline,
      profile: this.#options.profile,
      listen: this.#options.listen,
      linked: () => {
        attempt.linked = true;
        this.#deafen = this.#known.hear((value, source) =>
          this.#notifications.heard(source.uuid, value, source),
        );
      },
      first: (characteristics) => this.#urgent.writeOn(characteristics, this.#options.clock, this.#deadline),
      listenTo: (characteristic) => this.#known.listenTo(characteristic),
      current: () => this.#attempt === attempt,
      unwanted: () => !this.#attempt && !this.#connection,
      leave: () => this.#leave(),
    })
      .then((reply) => this.#outlasting(reply))
      .then(attempt.end);
    return promise;
  }

  /** A link that is up again right after it was left may be the one that was left: it drops before anybody counts on it. */
  async #outlasting(reply: Reply<Connection>): Promise<Reply<Connection>> {
    if (reply.ok && !this.#kept && this.lingers > 0) await rest(this.#options.clock, this.lingers);
    return reply;
  }

  #settle(reply: Reply<Connection>, linked: boolean): void {
    if (reply.ok) {
      this.#connection = reply.value;
      this.#kept = true;
      this.#reconnect.reset();
      this.#states.next('connected');
    } else {
      this.#over(reply.failure.detail, linked);
    }
  }

  /** A platform may tell of an old loss late: what is connected now has not been lost. */
  readonly #lost = (): void => {
    if (this.#device.gatt?.connected) return;
    if (this.#attempt?.linked) this.#attempt.end(failure('failed', 'link lost while it was being set up'));
    else if (this.#connection) this.#over('link lost');
  };

  #leave(): void {
    this.#known.leftAt = this.#options.clock.now();
    this.#device.gatt?.disconnect();
  }

  /** @param linked whether connect() had resolved: a browser leaves also what it then says is not connected */
  #over(why: GattFailure['detail'], linked = true): void {
    this.#deafen();
    this.#connection = null;
    this.#refusals = noRefusals;
    this.#notifications.reset();
    this.#queue.close(why);
    if (linked) this.#leave();
    else this.#device.gatt?.disconnect();
    if (this.#kept) {
      // What must be next does not wait longer each time.
      if (this.#urgent.isKept) this.#reconnect.reset();
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
