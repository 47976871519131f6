/** Texts for simulated boots, for the link to the maker's page, and for adding the other boot of a pair. */

import type { Words } from '../../words.ts';
import { sides } from '../body.ts';

export const simulated: Words['simulated'] = {
  kind: 'Bottes',
  kinds: {
    hub: 'Les deux jambes sur un boîtier, avec une pompe',
    pair: 'Deux bottes, chacune avec sa pompe',
    left: 'Seulement une botte gauche',
    right: 'Seulement une botte droite',
  },
  zones: 'Zones par jambe',
  oneZone: 'Elles remplissent une zone à la fois',
  valves: 'Les zones partagent des vannes, deux par deux',
};

export const button: Words['button'] = {
  what: 'Comme de vraies bottes, celles-ci ont un bouton qui les arrête à tout moment, même sans cette page.',
  press: 'Presser le bouton des bottes',
  faults: 'Répéter une panne',
  maker: 'Pour qui construit : ce que ces bottes ont mesuré',
};

export const other: Words['other'] = {
  title: (missing) => `Botte ${sides[missing]}`,
  what: (missing) =>
    `Une botte est connectée. Ajoutez la botte ${sides[missing]}, et les deux jambes suivent le programme ensemble.`,
  add: (missing) => `Ajouter la botte ${sides[missing]}`,
};
