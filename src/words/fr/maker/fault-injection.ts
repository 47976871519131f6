/** Texts of the panel in which a person sets faults in simulated boots. */

import type { FaultInjectionWords } from '../../maker/fault-injection-words.ts';

const faults: FaultInjectionWords['faults'] = {
  'fill-stuck-open': 'Une vanne de gonflage bloquée ouverte',
  'fill-stuck-closed': 'Une vanne de gonflage bloquée fermée',
  'vent-stuck-open': 'Une vanne d’échappement bloquée ouverte',
  'vent-stuck-closed': 'Une vanne d’échappement bloquée fermée',
  'kinked-hose': 'Un tuyau plié',
  unplugged: 'Un tuyau débranché',
  leak: 'Une fuite',
  'small-leak': 'Une petite fuite',
  'sensor-freeze': 'Un capteur qui se répète',
  'sensor-offset': 'Un capteur qui lit trop haut',
  'sensor-dropout': 'Un capteur qui ne lit rien',
  'pump-stall': 'Une pompe arrêtée',
  'pump-short': 'Une pompe qui ne s’arrête pas',
  reset: 'Les bottes redémarrent',
  button: 'Quelqu’un presse le bouton des bottes',
  'limb-absent': 'Une botte sans jambe',
  movement: 'Une jambe qui bouge',
  altitude: 'Une cabine d’avion qui perd son air',
  'swapped-hoses': 'Deux tuyaux voisins intervertis',
  'legs-swapped': 'Les tuyaux des jambes intervertis',
  'low-battery': 'Une batterie faible',
  'link-loss': 'Contact perdu pendant 20 s',
};

export const faultInjectionFrench: FaultInjectionWords = {
  title: 'Répéter une panne',
  how: 'Ces bottes sont simulées. Provoquez une panne et voyez ce que font les bottes et la page. Personne n’est comprimé.',
  fault: 'Panne',
  zone: 'Zone',
  leg: 'Jambe',
  legs: { left: 'Jambe gauche', right: 'Jambe droite' },
  set: 'Provoquer cette panne',
  remove: 'Tout réparer',
  now: 'En ce moment',
  none: 'Aucune panne.',
  faults,
  setAt: (fault, where) => (where === null ? faults[fault] : `${faults[fault]} : ${where}`),
};
