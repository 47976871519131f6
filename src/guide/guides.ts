/** The guides with their default figures. A step of the plan (ui/guides/guide-of-step.ts) or an address (address.ts) can set others. */

import type { Guide, GuideId } from './guide.ts';
import { byHand, footToHip } from './guides/by-hand.ts';
import { cramp } from './guides/cramp.ts';
import { afterTheWalk, mobility } from './guides/mobility.ts';
import { afterRunning, rollerFlush } from './guides/roller-flush.ts';
import { oneKnotEach, spots } from './guides/spots.ts';
import { stretches } from './guides/stretches.ts';
import { gentlest, vibrationPlate } from './guides/vibration-plate.ts';
import { easyRun, walk } from './guides/walk.ts';
import { beforeBed, windDown } from './guides/wind-down.ts';

export const guides: Readonly<Record<GuideId, Guide>> = {
  walk: walk(15),
  'easy-run': easyRun(20),
  mobility: mobility(afterTheWalk),
  stretches,
  'roller-flush': rollerFlush(afterRunning),
  'by-hand': byHand(footToHip),
  spots: spots(oneKnotEach),
  'vibration-plate': vibrationPlate(gentlest),
  cramp: cramp('calves'),
  'wind-down': windDown(beforeBed),
};
