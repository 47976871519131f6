/** A link that reports its state and every frame on it, in both directions, to a function (the tap). */

import { elapsed, type Instant, type Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { changedLink, type Link, type LinkState } from './link.ts';
import type { Reply } from './reply.ts';

export type Frame =
  /** `took`: time until the reply, waiting in the queue included. `failure`: kind of failure; null = there was none. */
  | {
      readonly kind: 'written';
      readonly at: Instant;
      readonly uuid: string;
      readonly bytes: Uint8Array;
      readonly took: Milliseconds;
      readonly failure: string | null;
    }
  /** `bytes`: null if the read failed. `took`, `failure`: as for a write. */
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

/** Called as each frame passes, so it must return at once and never throw. */
export type Tap = (frame: Frame) => void;

const failureOf = (reply: Reply<unknown>): string | null => (reply.ok ? null : reply.failure.kind);

/** @param listen the characteristics whose notifications go to the tap */
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
  return changedLink(link, {
    read: async (uuid) => {
      const at = clock.now();
      const reply = await link.read(uuid);
      const bytes = reply.ok ? reply.value : null;
      tap({ kind: 'read', at, uuid, bytes, took: elapsed(at, clock.now()), failure: failureOf(reply) });
      return reply;
    },
    write: (uuid, value, how) => written(uuid, value, link.write(uuid, value, how)),
    writeNext: (uuid, value) => written(uuid, value, link.writeNext(uuid, value)),
  });
}
