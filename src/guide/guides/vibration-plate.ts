/** Standing on a vibration plate at a gentle setting: vibration and rest in turn. */

import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Guide, Phase } from '../guide.ts';
import { inMinutes, nowhere, ready, work } from '../phases.ts';

export interface VibrationPlate {
  /** Vibration and rests together, min. The guide has as many whole rounds of both as fit, and at least one. */
  readonly minutes: number;
  readonly on: Seconds;
  readonly rest: Seconds;
}

export const gentlest: VibrationPlate = { minutes: 10, on: seconds(60), rest: seconds(60) };

/** The highest setting that the user may choose: 30 Hz and 2 mm peak to peak, which is a peak acceleration of 3.6 g. */
const PLATE_HERTZ = 30;
const PLATE_MILLIMETRES = 2;

const STEP_UP = seconds(20);
const LOOK_AT_KNEES = seconds(20);

export function vibrationPlate({ minutes, on, rest }: VibrationPlate): Guide {
  const rounds = Math.max(1, Math.floor(inMinutes(minutes) / (on + rest)));
  const standing = work('plate-on', nowhere, {
    direction: 'on-the-spot',
    passes: 1,
    pace: on,
    prompts: LOOK_AT_KNEES < on ? [{ at: LOOK_AT_KNEES, say: 'knees' }] : [],
  });
  const resting: Phase = { ...ready('plate-rest', rest, nowhere), kind: 'rest' };
  return {
    id: 'vibration-plate',
    needs: ['plate'],
    against: [
      'clot',
      'implant',
      'recent-injury',
      'pregnancy',
      'inflammation',
      'epilepsy',
      'disc-or-retina',
      'stones',
    ],
    askFirst: null,
    window: { from: 24, to: 72 },
    setting: { hertz: PLATE_HERTZ, millimetres: PLATE_MILLIMETRES },
    asleep: 'waits',
    phases: [
      ready('plate-ready', STEP_UP, nowhere),
      ...Array.from({ length: rounds }, () => [standing, resting]).flat(),
    ],
  };
}
