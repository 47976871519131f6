/** The settings, in French. */

import type { Numbers } from '../../numbers-and-units.ts';
import type { SettingsWords } from '../../settings/settings-words.ts';

export const settingsFrench = (n: Numbers): SettingsWords => ({
  title: 'Réglages',
  intro: 'Ils restent sur cet appareil et prennent effet aussitôt.',
  unit: 'Unité de pression',
  unitHow:
    'Seul l’affichage change : programmes et bottes travaillent avec les mêmes pressions dans les deux unités.',
  units: { mmHg: 'mmHg, comme pour la tension', kPa: 'kPa' },
  theme: 'Couleurs',
  themes: { system: 'Celles de l’appareil', light: 'Claires', dark: 'Sombres' },
  contrast: 'Contraste',
  contrasts: { system: 'Celui de l’appareil', more: 'Plus fort' },
  motion: 'Mouvement',
  motionHow: 'Avec moins de mouvement, les images restent fixes, et ce qu’elles montrent est dit ou dessiné.',
  motions: { system: 'Comme sur l’appareil', less: 'Moins' },
  singleKeys: 'Touches pressées seules',
  singleKeysHow:
    'Espace met en pause et reprend, les flèches changent l’intensité ou l’étape d’un guide, et ? donne la liste des touches. Désactivez-les si elles sont pressées par accident, ou par la saisie vocale. Échap arrête une séance dans les deux cas.',
  chime: 'Son à la fin d’une séance',
  chimeHow:
    'Il est joué une fois quand vous l’activez. Les guides ont leurs propres sons, réglés là où ils se déroulent.',
  onOrOff: { on: 'Oui', off: 'Non' },
  highest: 'Pression la plus haute',
  highestHow:
    'Sur cet appareil, aucun programme ne demande plus, et les réglages s’arrêtent là. Elle ne relève jamais une limite des bottes. Une séance en cours est baissée aussitôt, et n’est pas relevée.',
  asBoots: 'Ce que les bottes permettent',
  alone: 'Si les bottes n’entendent plus cette page',
  aloneHow:
    'Combien de temps elles continuent alors, dès la prochaine séance. Des bottes sans bouton d’arrêt continuent 10 s au plus.',
  alones: (time) => ({
    boots: 'Jusqu’à la fin de la séance, si les bottes le permettent',
    short: `${n.lasting(time)} au plus`,
  }),
  screening: 'Questions de sécurité',
  screeningHow:
    'Quelque chose a changé, ou vous voulez vérifier ? Elles sont posées avant la prochaine séance avec de vraies bottes.',
  screeningAsk: 'Me les poser de nouveau',
  screeningDue: 'Elles seront posées avant la prochaine séance avec de vraies bottes.',
  language: 'Langue',
  languageHow: 'Les consignes de sécurité ont leur texte anglais au-dessous ; l’aide dit pourquoi.',
  asDevice: 'Celle de l’appareil',
  languageMissing: 'Cette langue n’est pas arrivée. Vérifiez la connexion, puis réessayez.',
  data: 'Ce qui est gardé ici',
  dataHow:
    'Journal, plans et vos programmes restent sur cet appareil. Enregistrez ou lisez une sauvegarde de tout, demandez au navigateur de tout garder, ou effacez tout.',
  dataOpen: 'Sauvegarder ou effacer',
  records: {
    title: 'Ce que les bottes retiennent',
    what: 'Les bottes gardent leurs 20 dernières séances : quand chacune a eu lieu, quel programme, comment elle a fini, et les pressions sur chaque partie des jambes. Elles ne gardent aucun nom. Quiconque s’y connecte peut le lire.',
    connect: 'Connectez les bottes pour l’effacer.',
    none: 'Les bottes connectées ne gardent aucune séance.',
    later: 'Vous pourrez l’effacer quand aucune séance n’est en cours et que l’air est sorti.',
    first: 'Effacer…',
    yes: 'Effacer pour de bon',
    no: 'Garder',
  },
  notKept: 'Ce navigateur ne conserve rien pour cette page : ce réglage dure jusqu’à ce que vous la fermiez.',
});
