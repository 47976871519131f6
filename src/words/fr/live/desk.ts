/** Texts for a person who works at the same screen while the boots run. */

import type { Words } from '../../words.ts';

export const desk: Words['desk'] = {
  title: 'Pendant que vous faites autre chose',
  mini: 'Ouvrir une petite fenêtre',
  notify: 'Me prévenir à la fin, et si quelque chose ne va pas',
  denied:
    'Votre navigateur refuse les notifications de cette page. Vous pouvez les autoriser dans ses réglages.',
  chime: 'Un son à la fin',
  keys: 'Touches',
  keyList: [
    { key: 'Échap', does: 'arrêter, de partout sur la page' },
    { key: 'Espace', does: 'mettre en pause, et reprendre', single: true },
    { key: '↑ ↓', does: 'plus et moins d’intensité', single: true },
    { key: 'Tab', does: 'vers les zones, les réglages et les boutons' },
    { key: '← →', does: 'sur la courbe : avant et après' },
    { key: '?', does: 'cette liste', single: true },
  ],
  keysOff: 'Espace, ↑ ↓ et ? sont désactivées dans les réglages.',
};
