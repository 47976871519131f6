/** A Link over a standard BluetoothDevice: the connection, the operation queue, and reconnecting. */

import { BehaviorSubject, distinctUntilChanged, type Observable } from 'rxjs';
import { elapsed, type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { sleep } from '../clock/sleep.ts';
import { type Connection, connectTimeouts, establish } from './connection.ts';
import { type KnownDevice, knownDevice } from './known-device.ts';
import type { Link, LinkOptions, LinkState } from './link.ts';
import { Notifications } from './notifications.ts';
import { OperationQueue, type Rank, type Way } from './operation-queue.ts';
import { Reconnect } from './reconnect.ts';
import { countResult, noRefusals, type OperationResult } from './refusals.ts';
import { during, failure, type GattCause, missing, type Reply, success } from './reply.ts';
import { type HowToWrite, UrgentWrite, wayToWrite } from './writing.ts';

/** How long an operation may take by default. Boots answer a command within 0.5 s (PROTOCOL.md CMD-1); the rest is for a poor link. */
const OPERATION_DEADLINE = milliseconds(2_000);
/** How long after a disconnect a new connection may get the old link. BlueZ ends the old link after 1.6 to 2.2 s. */
const LINGER_TIME = milliseconds(2_500);

interface Attempt {
  readonly promise: Promise<Reply<void>>;
  linked: boolean;
  end(reply: Reply<Connection>): void;
}

class GattLink implements Link {
  readonly name: string | null;
  readonly state: Observable<LinkState>;
  readonly #device: BluetoothDevice;
  readonly #options: LinkOptions;
  readonly #deadline: Milliseconds;
  readonly #states = new BehaviorSubject<LinkState>('disconnected');
  readonly #known: KnownDevice;
  readonly #notifications: Notifications;
  readonly #queue: OperationQueue;
  readonly #reconnect: Reconnect;
  readonly #urgent = new UrgentWrite();
  #refusals = noRefusals;
  /** Whether the last attempt to connect timed out. */
  #isSlow = false;
  /** Whether the browser refused the last attempt to connect, because it no longer lets this page use the device. */
  #isForbidden = false;
  readonly #stateWhileLost = (): LinkState => (this.#isForbidden ? 'forbidden' : 'reconnecting');
  #connection: Connection | null = null;
  #attempt: Attempt | null = null;
  #stopListening: () => void = () => {};
  /** Whether the link reconnects if it is lost: it has been up, and has not been ended on purpose. */
  #reconnects = false;

  constructor(device: BluetoothDevice, options: LinkOptions) {
    this.name = device.name ?? null;
    this.state = this.#states.pipe(distinctUntilChanged());
    this.#device = device;
    this.#options = options;
    this.#deadline = options.deadline ?? OPERATION_DEADLINE;
    this.#known = knownDevice(device, options.leftAt);
    this.#notifications = new Notifications([...options.listen, ...(options.onDemand ?? [])]);
    this.#reconnect = new Reconnect(options.clock, options.random ?? (() => 0.5));
    this.#queue = new OperationQueue({
      clock: options.clock,
      deadline: this.#deadline,
      onTimeout: ({ cause }) => this.abandon(cause),
      onResult: (result) => this.#onResult(result),
    });
  }

  get lingerTime(): Milliseconds {
    const { leftAt } = this.#known;
    const past = leftAt === null ? LINGER_TIME : elapsed(leftAt, this.#options.clock.now());
    return milliseconds(Math.max(0, LINGER_TIME - past));
  }

  connect(): Promise<Reply<void>> {
    if (this.#connection) return Promise.resolve(success(undefined));
    this.#reconnect.cancel();
    return this.#attempt?.promise ?? this.#try();
  }

  disconnect(): void {
    this.#reconnects = false;
    this.#urgent.forget();
    this.#reconnect.reset();
    this.#device.removeEventListener('gattserverdisconnected', this.#onLost);
    this.#attempt?.end(failure('notConnected', { kind: 'linkGivenUp' }));
    if (this.#connection) this.#end({ kind: 'linkGivenUp' });
    this.#states.next('disconnected');
  }

  abandon(why: GattCause): void {
    if (this.#attempt) this.#attempt.end(failure('failed', why));
    else if (this.#connection) this.#end(why);
  }

  read(uuid: string): Promise<Reply<Uint8Array>> {
    return this.#operate(uuid, 'read', (characteristic) => [
      { answered: true, start: () => this.#notifications.read(characteristic) },
    ]);
  }

  write(uuid: string, value: Uint8Array<ArrayBuffer>, how: HowToWrite): Promise<Reply<void>> {
    return this.#operate(uuid, 'write', (characteristic) => [wayToWrite(characteristic, value, how)]);
  }

  writeNext(uuid: string, value: Uint8Array<ArrayBuffer>): Promise<Reply<void>> {
    if (this.#reconnects) this.#urgent.keep(uuid, value);
    if (this.#reconnects && !this.#connection) void this.connect();
    return this.#operate(uuid, 'urgent', (characteristic) => this.#urgent.ways(characteristic, value));
  }

  withdrawWrites(): void {
    this.#queue.withdrawWrites();
  }

  notifications(uuid: string): Observable<Uint8Array> {
    return this.#notifications.of(uuid);
  }

  resubscribe(uuid: string): Promise<Reply<void>> {
    return this.#operate(uuid, 'subscribe', (characteristic) => [
      {
        answered: true,
        start: async () => {
          this.#known.listenTo(characteristic);
          await characteristic.stopNotifications();
          await characteristic.startNotifications();
        },
      },
    ]);
  }

  async #operate<T>(
    uuid: string,
    what: Rank | 'subscribe',
    ways: (characteristic: BluetoothRemoteGATTCharacteristic) => readonly Way<T>[],
  ): Promise<Reply<T>> {
    if (!this.#connection) return failure('notConnected', { kind: 'notConnected' });
    const characteristic = this.#connection.characteristics.get(uuid);
    if (!characteristic) return missing(uuid);
    const reply = await this.#queue.add(ways(characteristic), what === 'subscribe' ? 'read' : what);
    return during(what === 'urgent' ? 'write' : what, reply);
  }

  #onResult(result: OperationResult): void {
    this.#refusals = countResult(this.#refusals, result);
    if (result !== 'answered' && !this.#device.gatt?.connected) this.#onLost();
    else if (this.#refusals.isOver && this.#connection) this.#end({ kind: 'linkUseless' });
  }

  #try(): Promise<Reply<void>> {
    const server = this.#device.gatt;
    if (!server) return Promise.resolve(failure('failed', { kind: 'noGatt' }));
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
    this.#device.addEventListener('gattserverdisconnected', this.#onLost);
    this.#states.next(this.#reconnects ? this.#stateWhileLost() : 'connecting');
    void establish(server, {
      clock: this.#options.clock,
      deadline: this.#deadline,
      connectTimeout: this.#isSlow ? connectTimeouts.afterSlow : connectTimeouts.usual,
      profile: this.#options.profile,
      listen: this.#options.listen,
      linked: () => {
        attempt.linked = true;
        this.#stopListening = this.#known.onValue((value, source) =>
          this.#notifications.deliver(source.uuid, value, source),
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

  /** Waits if a first connection comes right after a disconnect: it may be the old link, which will drop shortly. */
  async #outlasting(reply: Reply<Connection>): Promise<Reply<Connection>> {
    if (reply.ok && !this.#reconnects && this.lingerTime > 0)
      await sleep(this.#options.clock, this.lingerTime);
    return reply;
  }

  #settle(reply: Reply<Connection>, linked: boolean): void {
    this.#isSlow = !reply.ok && reply.failure.kind === 'timedOut';
    this.#isForbidden = !reply.ok && reply.failure.cause.kind === 'notPermitted';
    if (reply.ok) {
      this.#connection = reply.value;
      this.#reconnects = true;
      this.#reconnect.reset();
      this.#states.next('connected');
    } else {
      this.#end(reply.failure.cause, linked);
    }
  }

  /** Handles the loss of a connection. Does nothing while connected, because the event of an earlier loss may come late. */
  readonly #onLost = (): void => {
    if (this.#device.gatt?.connected) return;
    if (this.#attempt?.linked) this.#attempt.end(failure('failed', { kind: 'linkLost' }));
    else if (this.#connection) this.#end({ kind: 'linkLost' });
  };

  #leave(): void {
    this.#known.leftAt = this.#options.clock.now();
    this.#device.gatt?.disconnect();
  }

  /**
   * @param linked whether connect() had resolved: then the time of the disconnect is noted, even if the browser already reports that it
   * is not connected
   */
  #end(why: GattCause, linked = true): void {
    this.#stopListening();
    this.#connection = null;
    this.#refusals = noRefusals;
    this.#notifications.reset();
    this.#queue.close(why);
    if (linked) this.#leave();
    else this.#device.gatt?.disconnect();
    if (this.#reconnects) {
      // While an urgent write is pending, every wait is the shortest one.
      if (this.#urgent.isPending) this.#reconnect.reset();
      this.#reconnect.later(() => void this.#try());
      this.#states.next(this.#stateWhileLost());
    } else {
      this.#device.removeEventListener('gattserverdisconnected', this.#onLost);
      this.#states.next('disconnected');
    }
  }
}

export const openLink = (device: BluetoothDevice, options: LinkOptions): Link =>
  new GattLink(device, options);
