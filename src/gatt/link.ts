/**
 * One link to one peripheral. Once it has been up, it reconnects until it is ended on purpose. It never
 * resends anything by itself: operations pending when the connection is lost fail and are forgotten. The one
 * exception is `writeNext`: if its value was not delivered, it is the first thing written on the next
 * connection.
 */

import type { Observable } from 'rxjs';
import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import type { Instant, Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import type { Reply } from './reply.ts';
import type { HowToWrite } from './writing.ts';

export type { GattFailure, Reply } from './reply.ts';

export type LinkState = 'disconnected' | 'connecting' | 'connected' | 'reconnecting';

export interface Link {
  readonly name: string;
  /** Replays the current state, then emits changes. */
  readonly state: Observable<LinkState>;
  /** How long the platform may still return the link that this page has just left. */
  readonly lingers: Milliseconds;
  /**
   * Connects, discovers the profile's characteristics and subscribes to those in `listen`. A `missing`
   * failure names what was not found. While reconnecting, tries at once. If the first connect fails, the link
   * is disconnected.
   */
  connect(): Promise<Reply<void>>;
  /** Ends the link on purpose: it does not reconnect. */
  disconnect(): void;
  /** Ends a link that hangs; it then reconnects. */
  abandon(reason: string): void;
  read(uuid: string): Promise<Reply<Uint8Array>>;
  /** @param value at most 512 bytes; without response, at most the link's payload */
  write(uuid: string, value: Uint8Array<ArrayBuffer>, how: HowToWrite): Promise<Reply<void>>;
  /**
   * Runs as the next operation, ahead of everything waiting: with response, or without if that is refused. If
   * it is not answered on this connection, the value is the first thing written on the next one, whatever the
   * reply was. Only the latest such value is kept.
   */
  writeNext(uuid: string, value: Uint8Array<ArrayBuffer>): Promise<Reply<void>>;
  /** Withdraws waiting writes, except `writeNext`: they fail as `withdrawn`. */
  withdrawWrites(): void;
  /** Hot, across all connections. Throws RangeError for a characteristic that is in neither `listen` nor `onDemand`. */
  notifications(uuid: string): Observable<Uint8Array>;
  /** Subscribes to a characteristic anew, or, for this connection, to one of `onDemand`. */
  resubscribe(uuid: string): Promise<Reply<void>>;
}

export interface LinkOptions {
  readonly clock: Clock;
  readonly profile: readonly ServiceProfile[];
  /** Characteristics to subscribe to, for notifications or indications. */
  readonly listen: readonly string[];
  /** Characteristics that `resubscribe` may ask for: few connections need them. */
  readonly onDemand?: readonly string[];
  /** Limit for each operation, from its start; 2 s by default. */
  readonly deadline?: Milliseconds;
  /** When an earlier page may have left the device, if this one never did. */
  readonly leftAt?: Instant | undefined;
  /** Uniform in [0, 1), for jitter when reconnecting. */
  readonly random?: () => number;
}
