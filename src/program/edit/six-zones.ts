/** Typical boots, with a zone for each part of the leg, for which the editor draws a program. */

import { limits, rules } from '../../../firmware-protocol/limits.ts';
import { litresPerMinute, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../boots-shape.ts';
import { legParts } from '../program.ts';

export const sixZones: BootsShape = {
  parts: legParts,
  sides: ['left', 'right'],
  pumps: 'shared',
  holdsTogether: true,
  sharedValves: false,
  // The pump of the simulated boots.
  pumpFlow: litresPerMinute(12),
  highestTarget: mmhg(rules.confirmAbove),
  highestConfirmed: mmhg(limits.target.hard),
  longestSession: seconds(limits.session.byDefault),
  longestAbove30: seconds(limits.timeAbove30.byDefault),
};
