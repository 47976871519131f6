/** Pictures of screens for the boots, one for each state that looks different. */

import { seconds } from '../../../firmware-protocol/quantities.ts';
import { progress } from '../../unit/session-view.ts';
import { picturedNotices } from './notices/pictured-notices.ts';
import type { Picture } from './picture.ts';
import { picturedBeforehand } from './pictured-beforehand.ts';
import { picturedPrograms } from './pictured-programs.ts';
import { picturedSessions } from './pictured-sessions.ts';
import { crest } from './views.ts';

export const pictures: Readonly<Record<string, Picture>> = {
  ...picturedPrograms,
  ...picturedBeforehand,
  ...picturedSessions,
  ...picturedNotices,
};

/** Pictures that differ from one in `pictures` in little more than text. */
export const alike: Readonly<Record<string, Picture>> = {
  pausing: { view: { ...crest, phase: 'pausing', doing: { kind: 'paused', parts: [], holding: [] } } },
  stopping: { view: { ...crest, phase: 'stopping', doing: { kind: 'venting', parts: [], holding: [] } } },
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
};
