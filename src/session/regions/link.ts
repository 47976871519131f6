/** The link region of the state: the connection to the boots. */

import type { Instant } from '../../../firmware-protocol/quantities.ts';
import { region } from './region.ts';

export type LinkWithoutBoots =
  | { readonly kind: 'none' }
  | { readonly kind: 'choosing' }
  | { readonly kind: 'connecting' };

export type LinkWithBoots =
  | { readonly kind: 'connected' }
  /** The link was lost at `since`; it reconnects by itself. `forbidden`: the browser does not let this page connect to the boots. */
  | { readonly kind: 'reconnecting'; readonly since: Instant; readonly forbidden: boolean };

export type Link = LinkWithoutBoots | LinkWithBoots;

export const link = region<Link>()({
  none: { connect: 'choosing' },
  choosing: { chosen: 'connecting', 'nothing was chosen': 'none', disconnect: 'none' },
  connecting: { opened: 'connected', 'could not be opened': 'none', disconnect: 'none' },
  connected: { lost: 'reconnecting', 'a boot was added': 'connected', disconnect: 'none' },
  reconnecting: {
    reconnected: 'connected',
    'forbidden, or permitted again': 'reconnecting',
    disconnect: 'none',
  },
});
