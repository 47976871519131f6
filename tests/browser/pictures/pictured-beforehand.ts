/** Pictures of the screens before a session: the first visit, connecting, and reasons not to squeeze. */

import type { PersonId } from '../../../src/journal/entry.ts';
import type { Lock } from '../../../src/plan/change/locks.ts';
import type { WallTime } from '../../../src/plan/time/wall-clock.ts';
import type { Picture } from './picture.ts';
import { connected, nothing, real } from './views.ts';

const tingling: Lock = { sign: 'tingling', since: '2026-11-29T10:00' as WallTime, opens: null };

export const picturedBeforehand: Readonly<Record<string, Picture>> = {
  welcome: { view: nothing },
  'no-bluetooth': { view: nothing, bluetooth: false },
  connecting: { view: { ...nothing, link: 'connecting' } },
  screening: { view: { ...connected, boots: real }, gate: { kind: 'due', why: 'first' } },
  blocked: { view: { ...connected, boots: real }, gate: { kind: 'blocked', by: ['skin', 'operation'] } },
  'ask-first': { view: { ...connected, boots: real }, gate: { kind: 'askFirst', about: ['pregnant'] } },
  who: {
    view: { ...connected, boots: real },
    gate: {
      kind: 'who',
      people: [
        { id: 'anna0000' as PersonId, name: 'Anna' },
        { id: 'ben00000' as PersonId, name: 'Ben' },
      ],
    },
  },
  'locked-tingling': { view: { ...connected, boots: real }, gate: { kind: 'locked', lock: tingling } },
  emergency: {
    view: { ...connected, boots: real },
    gate: { kind: 'locked', lock: { ...tingling, sign: 'emergency', opens: 'clinician' } },
  },
  'objections-warned': {
    view: { ...connected, boots: real },
    against: [
      { kind: 'tooSoon', minutes: 45, least: 120, advised: 240 },
      { kind: 'dose', dose: 1620, most: 1500, refused: false },
    ],
  },
  'objections-refused': {
    view: { ...connected, boots: real },
    against: [{ kind: 'dose', dose: 2310, most: 1500, refused: true }],
  },
};
