/** The connection to the boots: one region of the state. */

import type { Instant } from '../../../firmware-protocol/quantities.ts';
import { region } from './region.ts';

/** Without boots. */
export type ApartLink =
  | { readonly kind: 'none' }
  /** A chooser is shown. */
  | { readonly kind: 'choosing' }
  /** Chosen boots are being connected and read. */
  | { readonly kind: 'connecting' };

/** With boots. */
export type TogetherLink =
  | { readonly kind: 'connected' }
  /** The link was lost at `since`, and reconnects by itself. */
  | { readonly kind: 'reconnecting'; readonly since: Instant };

export type Link = ApartLink | TogetherLink;

export const link = region<Link>()({
  none: { connect: 'choosing' },
  choosing: { chosen: 'connecting', 'nothing was chosen': 'none', disconnect: 'none' },
  connecting: { opened: 'connected', 'could not be opened': 'none', disconnect: 'none' },
  connected: { lost: 'reconnecting', 'a boot was added': 'connected', disconnect: 'none' },
  reconnecting: { 'found again': 'connected', disconnect: 'none' },
});
