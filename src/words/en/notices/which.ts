/** Names the boots and parts that a notice is about, and says what to do by hand. */

import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { BootsView, Notice, ZonePlace } from '../../../session/view.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';

export function which(sides: readonly Side[], boots: BootsView | null): string {
  if (sides.length > 1) return 'both boots';
  const [only] = sides.length === 0 && boots?.sides.length === 1 ? boots.sides : sides;
  return only ? `the ${only} boot` : 'the boots';
}

export const byHand = (sides: readonly Side[], boots: BootsView | null): string =>
  boots && !boots.physicalStop
    ? `Unplug the hose from ${which(sides, boots)} now. Switching the power off lets the air out too.`
    : `Press the button on ${which(sides, boots)} now. If that does not help, unplug the hose.`;

export const emptyByHand = (sides: readonly Side[], boots: BootsView | null): readonly string[] => [
  byHand(sides, boots),
  'Open the zip where it is tight.',
];

export function notConfirmed(sides: readonly Side[], boots: BootsView | null): string {
  if (sides.length > 1) return 'Neither boot has confirmed the stop';
  const who = which(sides, boots);
  return `${capital(who)} ${who === 'the boots' ? 'have' : 'has'} not confirmed the stop`;
}

export const partsOf = (n: Numbers, places: readonly ZonePlace[]): string =>
  n.list(places.flatMap(({ side, part }) => (part ? [side ? `${side} ${part}` : part] : [])));

/** If more parts than this do not empty, the text names the boots and not the parts. */
const MOST_NAMED = 3;

export function notEmptying(
  n: Numbers,
  { places, sides }: Extract<Notice, { kind: 'notEmptying' }>,
  boots: BootsView | null,
): string {
  const named = places.length > MOST_NAMED ? '' : partsOf(n, places);
  return `Not emptying: ${named || which(sides, boots)}`;
}
