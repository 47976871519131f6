/** Names the boots and parts that a notice is about, and says what to do by hand. */

import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { BootsView, Notice, ZonePlace } from '../../../session/view.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { partOn, parts, sides as sideNames } from '../body.ts';

/** Null if the notice is about both boots, or does not say about which. */
const onlyOf = (sides: readonly Side[], boots: BootsView | null): Side | null => {
  const [only] = sides.length === 0 && boots?.sides.length === 1 ? boots.sides : sides;
  return sides.length > 1 ? null : (only ?? null);
};

export function which(sides: readonly Side[], boots: BootsView | null): string {
  const only = onlyOf(sides, boots);
  if (only !== null) return `la botte ${sideNames[only]}`;
  return sides.length > 1 ? 'les deux bottes' : 'les bottes';
}

export const isOne = (sides: readonly Side[], boots: BootsView | null): boolean =>
  onlyOf(sides, boots) !== null;

export const buttonOf = (sides: readonly Side[], boots: BootsView | null): string =>
  `le bouton ${which(sides, boots).replace(/^les /, 'des ').replace(/^la /, 'de la ')}`;

export const byHand = (sides: readonly Side[], boots: BootsView | null): string =>
  boots && !boots.physicalStop
    ? `Débranchez maintenant le tuyau ${which(sides, boots).replace(/^les /, 'des ').replace(/^la /, 'de la ')}. Couper le courant laisse aussi sortir l’air.`
    : `Pressez maintenant ${buttonOf(sides, boots)}. Si cela ne suffit pas, débranchez le tuyau.`;

export const emptyByHand = (sides: readonly Side[], boots: BootsView | null): readonly string[] => [
  byHand(sides, boots),
  'Ouvrez la fermeture là où ça serre.',
];

export function notConfirmed(sides: readonly Side[], boots: BootsView | null): string {
  if (sides.length > 1) return 'Aucune des deux bottes n’a confirmé l’arrêt';
  return isOne(sides, boots)
    ? `L${which(sides, boots).slice(1)} n’a pas confirmé l’arrêt`
    : 'Les bottes n’ont pas confirmé l’arrêt';
}

export const partsOf = (n: Numbers, places: readonly ZonePlace[]): string =>
  n.list(places.flatMap(({ side, part }) => (part ? [side ? partOn(part, side) : parts[part]] : [])));

/** If more parts than this do not empty, the text names the boots and not the parts. */
const MOST_NAMED = 3;

export function notEmptying(
  n: Numbers,
  { places, sides }: Extract<Notice, { kind: 'notEmptying' }>,
  boots: BootsView | null,
): string {
  const named = places.length > MOST_NAMED ? '' : partsOf(n, places);
  return `Ne se vide pas : ${named || which(sides, boots)}`;
}
