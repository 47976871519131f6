/** Pictures of screens for the boots, one for each state that looks different. */

import { instant, seconds } from '../../../firmware-protocol/quantities.ts';
import { progress } from '../../unit/session-view.ts';
import type { Picture } from './picture.ts';
import { picturedBeforehand } from './pictured-beforehand.ts';
import { picturedPrograms } from './pictured-programs.ts';
import { picturedSessions } from './pictured-sessions.ts';
import { connected, crest } from './views.ts';

export const pictures: Readonly<Record<string, Picture>> = {
  ...picturedPrograms,
  ...picturedBeforehand,
  ...picturedSessions,
};

/** Pictures that differ from one in `pictures` in little more than text. */
export const alike: Readonly<Record<string, Picture>> = {
  pausing: { view: { ...crest, phase: 'pausing', doing: { kind: 'paused', parts: [], holding: [] } } },
  stopping: { view: { ...crest, phase: 'stopping', doing: { kind: 'venting', parts: [], holding: [] } } },
  unsure: {
    view: {
      ...crest,
      phase: 'unsure',
      notice: {
        kind: 'garbled',
        cause: { kind: 'frame', detail: 'telemetry of 0x00112233445566778899aabbccddeeff0011223344' },
      },
    },
  },
  pending: { view: { ...crest, pending: { intensity: true, duration: true } } },
  settling: {
    view: {
      ...crest,
      doing: { kind: 'prefill', parts: [], holding: [] },
      progress: progress({ left: seconds(1800), cycle: 0, settling: seconds(43) }),
    },
  },
  overrun: {
    view: {
      ...crest,
      doing: { kind: 'prefill', parts: [], holding: [] },
      progress: progress({ left: seconds(1800), cycle: 0, settling: seconds(-3) }),
    },
  },
  found: { view: { ...crest, phase: 'found', notice: { kind: 'controlLost' } } },
  'needs-press': {
    view: { ...connected, notice: { kind: 'needsPress', sides: ['left', 'right'], toStart: true } },
  },
  pressed: {
    view: {
      ...connected,
      notice: { kind: 'pressed', sides: [], toStart: true, at: instant(0) },
      pressLeft: seconds(8),
    },
  },
};
