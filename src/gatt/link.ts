/**
 * One link to one peripheral. Once a link has been up, it reconnects until it is ended on purpose. Operations that are pending when the
 * connection is lost fail; only a value of `writeNext` is sent again on the next connection.
 */

import type { Observable } from 'rxjs';
import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import type { Instant, Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import type { GattCause, Reply } from './reply.ts';
import type { HowToWrite } from './writing.ts';

export type { GattCause, GattFailure, Reply } from './reply.ts';

/** `forbidden`: like `reconnecting`, but at the last attempt the browser did not let this page connect to the device. */
export type LinkState = 'disconnected' | 'connecting' | 'connected' | 'reconnecting' | 'forbidden';

export interface Link {
  /** The name that the device gives itself; null if the platform knows none. */
  readonly name: string | null;
  readonly state: Observable<LinkState>;
  /**
   * How much longer a new connection may get an old link, which this page or an earlier one has disconnected but the platform has not
   * ended yet; 0 = no longer.
   */
  readonly lingerTime: Milliseconds;
  /**
   * Connects, discovers the profile's characteristics and subscribes to those in `listen`; at once, even if the link waits to
   * reconnect. A failure of kind `missing` names what was not found. If the first attempt fails, the link stays disconnected.
   */
  connect(): Promise<Reply<void>>;
  /** Ends the link on purpose, so that it does not reconnect. */
  disconnect(): void;
  /** Ends an attempt, or a connection that hangs. If the link has been up, it then reconnects. */
  abandon(why: GattCause): void;
  read(uuid: string): Promise<Reply<Uint8Array>>;
  /** @param value at most 512 bytes; without response, at most the link's payload */
  write(uuid: string, value: Uint8Array<ArrayBuffer>, how: HowToWrite): Promise<Reply<void>>;
  /**
   * Writes as the next operation, ahead of all that wait except earlier values of `writeNext`: with response, or without if the
   * platform refuses that. If the link has been up and the peripheral does not answer on this connection, the value is the first thing
   * written on the next one, whatever the reply was. Only the latest such value is kept, until the link is ended on purpose.
   */
  writeNext(uuid: string, value: Uint8Array<ArrayBuffer>): Promise<Reply<void>>;
  /** Makes the writes that wait fail as `withdrawn`, except those of `writeNext`. */
  withdrawWrites(): void;
  /**
   * The values that a characteristic notifies or indicates, on every connection (hot). Throws RangeError for a characteristic in
   * neither `listen` nor `onDemand`.
   */
  notifications(uuid: string): Observable<Uint8Array>;
  /** Subscribes to a characteristic again, or, for this connection only, to one of `onDemand`. */
  resubscribe(uuid: string): Promise<Reply<void>>;
}

export interface LinkOptions {
  readonly clock: Clock;
  readonly profile: readonly ServiceProfile[];
  /** UUIDs of the characteristics to subscribe to, for notifications or indications. */
  readonly listen: readonly string[];
  /** UUIDs of the characteristics to which only `resubscribe` subscribes, because few connections need them. */
  readonly onDemand?: readonly string[];
  /** How long each operation may take from its start; 2 s by default. */
  readonly deadline?: Milliseconds;
  /** When an earlier page may have disconnected from the device. Ignored if this page has used the device before. */
  readonly leftAt?: Instant | undefined;
  /** Uniform in [0, 1), for jitter when reconnecting; by default there is no jitter. */
  readonly random?: () => number;
}

export const changedLink = (link: Link, changes: Partial<Omit<Link, 'lingerTime'>>): Link => ({
  name: link.name,
  state: link.state,
  get lingerTime() {
    return link.lingerTime;
  },
  connect: () => link.connect(),
  disconnect: () => link.disconnect(),
  abandon: (why) => link.abandon(why),
  read: (uuid) => link.read(uuid),
  write: (uuid, value, how) => link.write(uuid, value, how),
  writeNext: (uuid, value) => link.writeNext(uuid, value),
  withdrawWrites: () => link.withdrawWrites(),
  notifications: (uuid) => link.notifications(uuid),
  resubscribe: (uuid) => link.resubscribe(uuid),
  ...changes,
});
