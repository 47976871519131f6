/** Why the page did not add the second boot of a pair, and what to do instead. */

import { SMALLEST_PAYLOAD } from '../../../../firmware-protocol/profile.ts';
import type { OpenFailure } from '../../../boots/boots.ts';
import type { NotAdded } from '../../../session/view.ts';
import { care, type NoticeWords } from '../../notices/notice-words.ts';
import type { WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { causeWords } from './causes.ts';
import { limitNames } from './limits.ts';

const NOT_ADDED = 'L’autre botte n’a pas été ajoutée';
const NO_PAIR = 'Ces deux bottes ne forment pas une paire';
const OTHER_LEG = 'Choisissez la botte de l’autre jambe.';
const CAME_WITH_IT = 'Choisissez la botte vendue avec celle qui est connectée.';

const notOpened = (n: Numbers): WordsFor<OpenFailure, string> => ({
  couldNotConnect: ({ cause }) =>
    `Elle n’a pas pu être jointe. Vérifiez qu’elle est allumée, chargée et proche, et pas connectée à un autre appareil ; puis réessayez. (${causeWords(cause)})`,
  notPermitted: () =>
    'Le navigateur ne laisse pas cette page s’y connecter. Ajoutez-la de nouveau, en la choisissant dans la liste du navigateur.',
  notBoots: ({ cause }) =>
    `Cet appareil ne parle pas le protocole : ${causeWords(cause)}. Choisissez un autre appareil.`,
  wrongVersion: ({ theirs, ours }) =>
    `Elle parle la version ${theirs}, cette page la ${ours}. Mettez à jour la plus ancienne des deux.`,
  payloadTooSmall: ({ bytes }) =>
    `Sa connexion Bluetooth porte ${n.count(bytes)} octets à la fois, mais il en faut ${n.count(SMALLEST_PAYLOAD)}. Prenez un autre téléphone ou ordinateur, ou un autre adaptateur Bluetooth.`,
  limitsTooWide: ({ limit }) =>
    `Elle permet plus que cette page ne juge sûr : ${limitNames(n)[limit]}. Son logiciel doit d’abord être corrigé.`,
});

export const notAdded = (n: Numbers): WordsFor<NotAdded, NoticeWords> => ({
  bothLegs: () => care(NO_PAIR, 'L’une d’elles est déjà pour les deux jambes.', OTHER_LEG),
  sameLeg: ({ side }) =>
    care(NO_PAIR, `Ce sont deux bottes ${side === 'left' ? 'gauches' : 'droites'}.`, OTHER_LEG),
  sameSerial: () => care(NO_PAIR, 'Les deux ont le même numéro de série.', OTHER_LEG),
  unlikeZones: () => care(NO_PAIR, 'Leurs zones sont différentes.', CAME_WITH_IT),
  unlikeTimes: () => care(NO_PAIR, 'Elles mesurent à des rythmes différents.', CAME_WITH_IT),
  chosenTwice: () => care('Vous avez choisi deux fois la même botte', OTHER_LEG),
  sessionBegun: () =>
    care(NOT_ADDED, 'Une séance a commencé entre-temps.', 'Ajoutez la botte quand elle sera terminée.'),
  notChosen: ({ detail }) =>
    care(NOT_ADDED, `Le navigateur n’a pas pu vous laisser la choisir. (${detail})`, 'Réessayez.'),
  notOpened: ({ failure }) =>
    care(NOT_ADDED, (notOpened(n)[failure.kind] as (failure: OpenFailure) => string)(failure)),
});
