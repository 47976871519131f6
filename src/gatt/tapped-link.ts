/** A link that tells of every frame on it, both ways, and of its state. It adds nothing to the way of a frame but that call. */

import { elapsed, type Instant, type Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import type { Link, LinkState } from './link.ts';
import type { Reply } from './reply.ts';

export type Frame =
  /** `took`: until the platform had taken it or the peripheral answered. `failure`: null = it went well. */
  | {
      readonly kind: 'written';
      readonly at: Instant;
      readonly uuid: string;
      readonly bytes: Uint8Array;
      readonly took: Milliseconds;
      readonly failure: string | null;
    }
  /** Of a read that failed there are no bytes. */
  | {
      readonly kind: 'read';
      readonly at: Instant;
      readonly uuid: string;
      readonly bytes: Uint8Array | null;
      readonly took: Milliseconds;
      readonly failure: string | null;
    }
  | { readonly kind: 'notified'; readonly at: Instant; readonly uuid: string; readonly bytes: Uint8Array }
  | { readonly kind: 'link'; readonly at: Instant; readonly state: LinkState };

/** Called on the way of a frame: it must return at once and never throw. */
export type Tap = (frame: Frame) => void;

const failureOf = (reply: Reply<unknown>): string | null => (reply.ok ? null : reply.failure.kind);

/** @param listen characteristics that the link listens to */
export function tappedLink(link: Link, listen: readonly string[], clock: Clock, tap: Tap): Link {
  const written = async (
    uuid: string,
    bytes: Uint8Array,
    writing: Promise<Reply<void>>,
  ): Promise<Reply<void>> => {
    const at = clock.now();
    const reply = await writing;
    tap({ kind: 'written', at, uuid, bytes, took: elapsed(at, clock.now()), failure: failureOf(reply) });
    return reply;
  };
  link.state.subscribe((state) => tap({ kind: 'link', at: clock.now(), state }));
  for (const uuid of listen)
    link.notifications(uuid).subscribe((bytes) => tap({ kind: 'notified', at: clock.now(), uuid, bytes }));
  return {
    name: link.name,
    state: link.state,
    get lingers() {
      return link.lingers;
    },
    connect: () => link.connect(),
    disconnect: () => link.disconnect(),
    abandon: (reason) => link.abandon(reason),
    read: async (uuid) => {
      const at = clock.now();
      const reply = await link.read(uuid);
      const bytes = reply.ok ? reply.value : null;
      tap({ kind: 'read', at, uuid, bytes, took: elapsed(at, clock.now()), failure: failureOf(reply) });
      return reply;
    },
    write: (uuid, value, how) => written(uuid, value, link.write(uuid, value, how)),
    writeNext: (uuid, value) => written(uuid, value, link.writeNext(uuid, value)),
    withdrawWrites: () => link.withdrawWrites(),
    notifications: (uuid) => link.notifications(uuid),
    resubscribe: (uuid) => link.resubscribe(uuid),
  };
}
