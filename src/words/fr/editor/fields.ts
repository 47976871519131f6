/** The editor's fields: labels with the unit that the user types, hints below the fields, and choices. */

import type { EditorWords } from '../../editor/editor-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { partName } from '../problems/places.ts';
import { capital } from '../text.ts';

type FieldWords = Pick<
  EditorWords,
  | 'groups'
  | 'texts'
  | 'figures'
  | 'hints'
  | 'onset'
  | 'onsets'
  | 'release'
  | 'releases'
  | 'legsName'
  | 'legs'
  | 'breathing'
  | 'pulses'
  | 'part'
  | 'turns'
>;

export const fieldWords = (n: Numbers): FieldWords => ({
  groups: {
    about: 'Nom et but',
    whole: 'Tout le programme',
    wave: 'La vague',
    parts: 'Chaque partie de la jambe',
    pulses: 'Pulsations et respiration',
    turns: 'Tours',
    legs: 'Jambes',
  },
  texts: { name: 'Nom', purpose: 'À quoi il sert', patternName: 'Nom du motif' },
  figures: {
    peak: `Pression, ${n.pressureUnit}`,
    minutes: 'Durée, min',
    prefill: `Premier remplissage, ${n.pressureUnit}`,
    onsetDelay: 'Délai, s',
    steps: 'Pas',
    ramp: `Montée, ${n.pressureUnit} par s`,
    hold: 'Maintien, s',
    pulseOn: 'Compression, s',
    pulseOff: 'Pause, s',
    pulseCount: 'Compressions',
    pulseFloor: 'Reste entre les compressions, %',
    trailingHolds: 'Pas maintenus derrière',
    rest: 'Repos, s',
    warmUpCycles: 'Échauffement, vagues',
  },
  hints: {
    peak: 'De la partie la plus forte. Les autres gardent leur part.',
    minutes: '',
    prefill:
      'Chaque vague amène d’abord toutes les parties à cette pression, pour que les bottes s’ajustent.',
    onsetDelay: 'Du début d’un pas au début du suivant.',
    steps: 'Des bottes qui ont plus de zones en compriment certaines par deux.',
    ramp: '',
    hold: 'À partir du moment où une partie a sa pression.',
    pulseOn: '',
    pulseOff: '',
    pulseCount: 'La première compte.',
    pulseFloor: 'De la pression de la partie.',
    trailingHolds: 'Combien de pas restent comprimés derrière la vague.',
    rest: 'Du dernier relâchement à la vague suivante. Plus long là où les jambes en ont besoin.',
    warmUpCycles: 'Pendant ces vagues, la pression passe de 60 % à 100 %.',
  },
  onset: 'Un pas commence',
  onsets: {
    inTurn: 'quand le précédent est fini',
    delayed: 'un temps fixe après le précédent',
    together: 'avec tous les autres',
  },
  release: 'Les parties sont relâchées',
  releases: { trailing: 'derrière la vague', together: 'toutes à la fin' },
  legsName: 'Jambes comprimées',
  legs: {
    together: 'les deux ensemble',
    alternate: 'à tour de rôle',
    left: 'gauche seulement',
    right: 'droite seulement',
  },
  breathing: 'Un signal pour respirer : chaque pas est une respiration',
  pulses: 'Les parties sont comprimées plusieurs fois',
  part: {
    on: 'Comprimée',
    peak: `Pression, ${n.pressureUnit}`,
    held: 'Maintenue derrière, %',
    longer: 'Plus longtemps, s',
    turn: 'Tour',
    name: (part) => capital(partName(part)),
  },
  turns: {
    none: 'Chaque vague parcourt toute la jambe. Avec des tours, elle en parcourt des morceaux l’un après l’autre, chacun plusieurs fois.',
    add: 'Ajouter un tour',
    sweeps: 'Vagues de suite',
    earlier: 'Plus tôt',
    later: 'Plus tard',
    remove: 'Retirer le tour',
    name: (turn) => `Tour ${n.count(turn)}`,
    whatOf: (what, turn) => `${what}, tour ${n.count(turn)}`,
  },
});
