/** The control region of the state: whether this page may command the boots. */

import { region } from './region.ts';

export type Control =
  | { readonly kind: 'none' }
  /**
   * Control was requested: to start, to go on with a session or a start, to acknowledge a fault, or to delete records. `token`: the
   * last granted; 0 = none.
   */
  | {
      readonly kind: 'asked';
      readonly to: 'start' | 'goOn' | 'acknowledge' | 'deleteRecords';
      readonly token: number;
    }
  | { readonly kind: 'held'; readonly token: number };

export const control = region<Control>()({
  none: { ask: 'asked', 'an earlier page held it': 'held', 'a boot was added': 'none' },
  asked: {
    ask: 'asked',
    granted: 'held',
    'not granted': 'none',
    'not granted, but held before': 'held',
    'another controller took it': 'none',
    'the boots restarted': 'none',
    'a boot was added': 'none',
  },
  held: {
    ask: 'asked',
    'another controller took it': 'none',
    'the boots restarted': 'none',
    'a boot was added': 'none',
  },
});

/** The last token granted; 0 = none. */
export const tokenOf = (state: Control): number => (state.kind === 'none' ? 0 : state.token);
