/**
 * Objects exported on D-Bus with their interfaces, properties and methods. Implements ObjectManager, Properties and a bare
 * Introspectable for all of them.
 */

import * as dbus from 'dbus-next';

const PROPERTIES = 'org.freedesktop.DBus.Properties';
const OBJECT_MANAGER = 'org.freedesktop.DBus.ObjectManager';
const INTROSPECTABLE = 'org.freedesktop.DBus.Introspectable';

export type Properties = Record<string, dbus.Variant>;

/** D-Bus signature, matching body, and what to run once the answer is sent. */
export type Answer = readonly [signature: string, body: readonly unknown[], afterwards?: () => void];
export const nothing: Answer = ['', []];

export type Method = (...body: readonly unknown[]) => Answer | Promise<Answer>;

export interface Interface {
  readonly properties?: Properties;
  readonly methods?: Readonly<Record<string, Method>>;
}
export type Interfaces = Readonly<Record<string, Interface>>;

/** A method throws this to return a D-Bus error. */
export class Refusal extends Error {
  readonly type: string;
  constructor(type: string, text: string) {
    super(text);
    this.type = type;
  }
}

interface Held {
  readonly properties: Properties;
  readonly methods: Readonly<Record<string, Method>>;
}

const propertiesOf = (interfaces: Map<string, Held>): Record<string, Properties> =>
  Object.fromEntries([...interfaces].map(([name, held]) => [name, held.properties]));

export class ObjectTree {
  readonly #bus: dbus.MessageBus;
  readonly #objects = new Map<string, Map<string, Held>>();

  constructor(bus: dbus.MessageBus) {
    this.#bus = bus;
    bus.addMethodHandler((message: dbus.Message) => {
      void this.#answer(message);
      return true;
    });
  }

  has(path: string): boolean {
    return this.#objects.has(path);
  }

  add(path: string, interfaces: Interfaces): void {
    const held = new Map(
      Object.entries(interfaces).map(([name, { properties = {}, methods = {} }]) => [
        name,
        { properties: { ...properties }, methods },
      ]),
    );
    this.#objects.set(path, held);
    this.#signal('/', OBJECT_MANAGER, 'InterfacesAdded', 'oa{sa{sv}}', [path, propertiesOf(held)]);
  }

  /** Removes the object and everything below it, deepest first. */
  remove(path: string): void {
    const below = [...this.#objects.keys()].filter((known) => known === path || known.startsWith(`${path}/`));
    for (const gone of below.sort().reverse()) {
      const interfaces = [...(this.#objects.get(gone)?.keys() ?? [])];
      this.#objects.delete(gone);
      this.#signal('/', OBJECT_MANAGER, 'InterfacesRemoved', 'oas', [gone, interfaces]);
    }
  }

  /** Changes properties and signals the change. Does nothing if there is no such object or interface. */
  set(path: string, name: string, changes: Properties): void {
    const held = this.#objects.get(path)?.get(name);
    if (!held) return;
    Object.assign(held.properties, changes);
    this.signalChanged(path, name, changes);
  }

  /** Signals changed properties without storing them. */
  signalChanged(path: string, name: string, changes: Properties): void {
    this.#signal(path, PROPERTIES, 'PropertiesChanged', 'sa{sv}as', [name, changes, []]);
  }

  #signal(path: string, name: string, member: string, signature: string, body: unknown[]): void {
    this.#bus.send(dbus.Message.newSignal(path, name, member, signature, body));
  }

  async #answer(message: dbus.Message): Promise<void> {
    try {
      const method = this.#method(message);
      const [signature, body, afterwards] = await method(...(message.body as unknown[]));
      this.#bus.send(dbus.Message.newMethodReturn(message, signature, [...body]));
      afterwards?.();
    } catch (error) {
      const type = error instanceof Refusal ? error.type : 'org.bluez.Error.Failed';
      // The types of dbus-next declare a string here, but its code reads a message.
      const asked = message as unknown as string;
      this.#bus.send(dbus.Message.newError(asked, type, error instanceof Error ? error.message : 'failed'));
    }
  }

  #method(message: dbus.Message): Method {
    if (message.interface === OBJECT_MANAGER) {
      const all = [...this.#objects].map(([path, interfaces]) => [path, propertiesOf(interfaces)]);
      return () => ['a{oa{sa{sv}}}', [Object.fromEntries(all)]];
    }
    if (message.interface === INTROSPECTABLE) return () => ['s', ['<node/>']];
    const object = this.#objects.get(message.path);
    if (!object) throw new Refusal('org.freedesktop.DBus.Error.UnknownObject', message.path);
    if (message.interface === PROPERTIES) return this.#propertyMethod(message, object);
    const method = object.get(message.interface)?.methods[message.member];
    if (!method) {
      throw new Refusal('org.freedesktop.DBus.Error.UnknownMethod', `${message.interface}.${message.member}`);
    }
    return method;
  }

  #propertyMethod(message: dbus.Message, object: Map<string, Held>): Method {
    const [name, key, value] = message.body as [string, string | undefined, dbus.Variant | undefined];
    const held = object.get(name);
    if (!held) throw new Refusal('org.freedesktop.DBus.Error.UnknownInterface', name);
    if (message.member === 'GetAll') return () => ['a{sv}', [held.properties]];
    const known = key === undefined ? undefined : held.properties[key];
    if (key === undefined || !known) {
      throw new Refusal('org.freedesktop.DBus.Error.InvalidArgs', `${name}.${key ?? ''}`);
    }
    if (message.member === 'Get') return () => ['v', [known]];
    if (value) this.set(message.path, name, { [key]: value });
    return () => nothing;
  }
}
