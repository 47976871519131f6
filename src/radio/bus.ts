/** A connection to the D-Bus on which BlueZ lives: method calls that return failures as values, and incoming signals. */

import * as dbus from 'dbus-next';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from '../clock/clock.ts';

export const BLUEZ = 'org.bluez';
export const PROPERTIES = 'org.freedesktop.DBus.Properties';
export const OBJECT_MANAGER = 'org.freedesktop.DBus.ObjectManager';
const BUS = 'org.freedesktop.DBus';

/** The same timeout as in libdbus. BlueZ takes a second or two when the adapter must wake up first. */
const CALL_TIMEOUT: Milliseconds = milliseconds(25_000);

/** Why a call failed: name and text of the D-Bus error, or `type` 'late', 'closed' or 'failed'. */
export interface CallFailure {
  readonly type: string;
  readonly text: string;
}
export type CallResult =
  | { readonly ok: true; readonly body: readonly unknown[] }
  | ({ readonly ok: false } & CallFailure);

export type ManagedObjects = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, dbus.Variant>>>>>
>;

export const systemBusAddress = (environment: NodeJS.ProcessEnv): string =>
  environment.DBUS_SYSTEM_BUS_ADDRESS ?? 'unix:path=/var/run/dbus/system_bus_socket';

const callFailureOf = (error: unknown): CallFailure => {
  if (error instanceof dbus.DBusError) return { type: error.type, text: String(error.text).trim() };
  return { type: 'failed', text: error instanceof Error ? error.message : String(error) };
};

export class Bus {
  readonly connection: dbus.MessageBus;
  readonly #clock: Clock;
  #lost: CallFailure | null = null;
  readonly #whenLost = new Set<(why: CallFailure) => void>();

  private constructor(connection: dbus.MessageBus, clock: Clock) {
    this.connection = connection;
    this.#clock = clock;
    connection.on('error', (error) => this.#lose(callFailureOf(error)));
  }

  /** Returns the reason if no bus answers at the address, or if the bus rejects this program. */
  static async open(address: string, clock: Clock): Promise<Bus | CallFailure> {
    let connection: dbus.MessageBus;
    try {
      connection = dbus.sessionBus({ busAddress: address });
    } catch (error) {
      return callFailureOf(error);
    }
    return new Promise((resolve) => {
      const late = clock.after(CALL_TIMEOUT, () => resolve({ type: 'late', text: 'no answer' }));
      connection.once('error', (error: unknown) => {
        late();
        resolve(callFailureOf(error));
      });
      connection.once('connect', () => {
        late();
        resolve(new Bus(connection, clock));
      });
    });
  }

  async ask(
    path: string,
    name: string,
    member: string,
    signature = '',
    body: readonly unknown[] = [],
    destination = BLUEZ,
  ): Promise<CallResult> {
    if (this.#lost) return { ok: false, ...this.#lost };
    const message = new dbus.Message({
      destination,
      path,
      interface: name,
      member,
      signature,
      body: [...body],
    });
    const answer = this.connection.call(message).then(
      (reply): CallResult => ({ ok: true, body: reply?.body ?? [] }),
      (error): CallResult => ({ ok: false, ...callFailureOf(error) }),
    );
    let late: Cancel = () => undefined;
    const tooLate = new Promise<CallResult>((resolve) => {
      late = this.#clock.after(CALL_TIMEOUT, () =>
        resolve({ ok: false, type: 'late', text: `${member}: no answer` }),
      );
    });
    const lost = new Promise<CallResult>((resolve) => {
      const listener = (why: CallFailure): void => resolve({ ok: false, ...why });
      this.#whenLost.add(listener);
      void answer.finally(() => this.#whenLost.delete(listener));
    });
    return Promise.race([answer, tooLate, lost]).finally(late);
  }

  /** Undefined if the object or the property does not exist, or the call fails. */
  async get(path: string, name: string, property: string): Promise<unknown> {
    const asked = await this.ask(path, PROPERTIES, 'Get', 'ss', [name, property]);
    return asked.ok && asked.body[0] instanceof dbus.Variant ? asked.body[0].value : undefined;
  }

  set(path: string, name: string, property: string, value: dbus.Variant): Promise<CallResult> {
    return this.ask(path, PROPERTIES, 'Set', 'ssv', [name, property, value]);
  }

  /** BlueZ's objects by path, then by interface, then by property; or why the call failed. */
  async objects(): Promise<ManagedObjects | CallFailure> {
    const asked = await this.ask('/', OBJECT_MANAGER, 'GetManagedObjects');
    if (!asked.ok) return { type: asked.type, text: asked.text };
    return asked.body[0] as ManagedObjects;
  }

  /** Listens to BlueZ's signals, and to BlueZ itself starting and stopping. */
  async listen(onSignal: (signal: dbus.Message) => void): Promise<Cancel> {
    const rules = [
      `type='signal',sender='${BLUEZ}'`,
      `type='signal',sender='${BUS}',member='NameOwnerChanged',arg0='${BLUEZ}'`,
    ];
    const listener = (message: dbus.Message): void => {
      if (message.type === dbus.MessageType.SIGNAL) onSignal(message);
    };
    this.connection.on('message', listener);
    for (const rule of rules) await this.ask('/org/freedesktop/DBus', BUS, 'AddMatch', 's', [rule], BUS);
    return () => {
      this.connection.off('message', listener);
    };
  }

  /** Calls `listener` when the connection to the bus is lost; at once if it is already lost or closed. */
  onLost(listener: (why: CallFailure) => void): void {
    if (this.#lost) listener(this.#lost);
    else this.#whenLost.add(listener);
  }

  close(): void {
    this.#lost ??= { type: 'closed', text: 'closed by us' };
    this.connection.disconnect();
  }

  #lose(why: CallFailure): void {
    if (this.#lost) return;
    this.#lost = why;
    for (const listener of this.#whenLost) listener(why);
    this.#whenLost.clear();
  }
}

export const isCallFailure = (answer: object): answer is CallFailure => 'type' in answer && 'text' in answer;
