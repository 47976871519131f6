/** The settings, in French. */

import type { SettingsWords } from '../../settings/settings-words.ts';

export const settingsFrench: SettingsWords = {
  title: 'Réglages',
  intro: 'Ils restent sur cet appareil et prennent effet aussitôt.',
  unit: 'Unité de pression',
  unitHow:
    'Seul l’affichage change : programmes et bottes travaillent avec les mêmes pressions dans les deux unités.',
  units: { mmHg: 'mmHg, comme pour la tension', kPa: 'kPa' },
  theme: 'Couleurs',
  themes: { system: 'Celles de l’appareil', light: 'Claires', dark: 'Sombres' },
  language: 'Langue',
  languageHow: 'Les consignes de sécurité ont leur texte anglais au-dessous ; l’aide dit pourquoi.',
  asDevice: 'Celle de l’appareil',
  languageMissing: 'Cette langue n’est pas arrivée. Vérifiez la connexion, puis réessayez.',
  data: 'Ce qui est gardé ici',
  dataHow:
    'Journal, plans et vos programmes restent sur cet appareil. Enregistrez ou lisez une sauvegarde du journal, demandez au navigateur de tout garder, ou effacez tout.',
  dataOpen: 'Sauvegarder ou effacer',
  notKept: 'Ce navigateur ne conserve rien pour cette page : ce réglage dure jusqu’à ce que vous la fermiez.',
};
