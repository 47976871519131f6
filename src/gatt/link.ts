/**
 * One link to one peripheral. It keeps itself up once it has been up, until it is ended on purpose, and never sends anything
 * again on its own: what was asked for before a loss is replied to and forgotten. Except what had to be next: where that was not
 * delivered, it is the first thing written on the next connection.
 */

import type { Observable } from 'rxjs';
import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import type { Reply } from './reply.ts';
import type { HowToWrite } from './writing.ts';

export type { GattFailure, Reply } from './reply.ts';

export type LinkState = 'disconnected' | 'connecting' | 'connected' | 'reconnecting';

export interface Link {
  readonly name: string;
  /** Replays the present one; only changes follow. */
  readonly state: Observable<LinkState>;
  /** For so long a link that this page has left may still be up, and be given again to whoever connects. */
  readonly lingers: Milliseconds;
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
  /**
   * Always the next operation on the link, ahead of all that wait; with response, and where that is refused at once without. Not
   * answered over this connection, it is the first thing written on the next one, whatever was replied; only the last such value.
   */
  writeNext(uuid: string, value: Uint8Array<ArrayBuffer>): Promise<Reply<void>>;
  /** Takes back the writes that wait, but for writeNext: `withdrawn`. */
  withdrawWrites(): void;
  /** Hot, over all connections. Throws RangeError for what is not in `listen`. */
  notifications(uuid: string): Observable<Uint8Array>;
  /** Ends the notifications of a characteristic and asks for them again. */
  listenAnew(uuid: string): Promise<Reply<void>>;
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
