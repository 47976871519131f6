/** Notices about choosing and opening boots, and about losing the link or control. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { SMALLEST_PAYLOAD } from '../../../../firmware-protocol/profile.ts';
import type { Seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Change } from '../../../boots/acceptance.ts';
import type { BluetoothLost } from '../../../session/notices/notice.ts';
import type { BootsView, NoBluetooth, NotAdded } from '../../../session/view.ts';
import { care, type NoticeWords, news, pressAnswer } from '../../notices/notice-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { NoticeSentences } from '../../words.ts';
import { causeWords } from './causes.ts';
import { limitNames } from './limits.ts';
import { notAdded } from './not-added.ts';
import { buttonOf, which } from './which.ts';

const SIMULATED_WORK = 'Les bottes simulées fonctionnent ici malgré tout.';

const noBluetooth: Readonly<Record<NoBluetooth, readonly [string, string]>> = {
  noWebBluetooth: [
    'Ce navigateur ne peut pas joindre de bottes',
    'Il n’a pas Web Bluetooth. Chrome et Edge l’ont, sur ordinateur et sur Android ; sous Linux, Chrome le garde derrière une option, que l’aide montre ; sur iPhone ou iPad, Bluefy.',
  ],
  notSecure: [
    'Cette page n’a pas été chargée de façon sécurisée',
    'Les navigateurs ne donnent le Bluetooth qu’aux pages qui le sont. Ouvrez son adresse dans Chrome ou Edge, avec https ou, sur cet ordinateur, à localhost.',
  ],
  noAdapter: [
    'Aucun Bluetooth trouvé sur cet appareil',
    'Activez le Bluetooth, ou branchez un adaptateur ; il en faut un pour Bluetooth Low Energy. Puis reconnectez.',
  ],
  off: ['Le Bluetooth est désactivé', 'Activez-le, puis reconnectez.'],
  denied: [
    'Ce navigateur ne peut pas utiliser le Bluetooth',
    'Autorisez-le dans les réglages de ce téléphone ou de cet ordinateur, à la rubrique Bluetooth (sur Android : appareils à proximité et position). Puis reconnectez.',
  ],
  blocked: [
    'Le Bluetooth est bloqué pour cette page',
    'Un réglage de ce site, du navigateur ou de la personne qui l’administre le bloque. Les réglages du site sont à gauche de son adresse.',
  ],
  tooLate: [
    'Encore un clic, s’il vous plaît',
    'Le navigateur ne montre les bottes que juste après un clic. Appuyez encore une fois sur « Connecter des bottes ».',
  ],
};

type Opening =
  | 'noBluetooth'
  | 'chooserCancelled'
  | 'notBoots'
  | 'wrongVersion'
  | 'payloadTooSmall'
  | 'limitsTooWide'
  | 'couldNotConnect'
  | 'changedBoots'
  | 'notAPair'
  | 'linkLost'
  | 'bluetoothLost'
  | 'permissionLost'
  | 'notPermitted'
  | 'heldByAnother'
  | 'controlLost'
  | 'otherTab'
  | 'needsPress'
  | 'pressed';

const STOP_WORKS = 'L’arrêt fonctionne d’ici malgré tout.';

/** How long boots play on without a link to the page. @param alone null = no time is given */
const playingOn = (n: Numbers, alone: Seconds | null): string =>
  alone === null
    ? 'Elles jouent ce qu’elles ont en réserve, puis s’arrêtent d’elles-mêmes.'
    : `Elles s’arrêteront d’elles-mêmes d’ici ${n.lasting(alone)}.`;

/** No time is given for a pair, because the page may have lost only one boot and still send waves to the other. */
const lostPlayingOn = (n: Numbers, boots: BootsView | null): string =>
  playingOn(n, boots === null || boots.pair ? null : boots.alone);

const lostButPlaying = (n: Numbers, boots: BootsView | null): string =>
  `${lostPlayingOn(n, boots)} Cette page les cherche.`;

function stopByHand(boots: BootsView | null): string {
  if (boots === null) return 'pressez le bouton des bottes, ou débranchez le tuyau.';
  return boots.physicalStop ? 'pressez le bouton des bottes.' : 'débranchez le tuyau.';
}

const changed: Readonly<Record<Change, string>> = {
  serial: 'Un autre numéro de série a répondu : c’est un autre appareil.',
  kind: 'Ce qui a répondu est pour une autre jambe qu’avant.',
  version: 'Ce qui a répondu parle une autre version qu’avant.',
  zones: 'Ce qui a répondu a d’autres zones qu’avant.',
};
const PAIR_AGAIN =
  'Cette page ne continue pas ainsi. Arrêtez la séance s’il y en a une, déconnectez, puis reconnectez les bottes.';

const RELOAD = 'Rechargez la page, puis reconnectez les bottes.';
const RELOAD_FOR_SESSION = `${RELOAD} Si elles ne se sont pas arrêtées d’ici là, la séance revient.`;

const noStop = (boots: BootsView | null): string =>
  `L’arrêt ne peut pas être envoyé depuis cette page. Pour arrêter maintenant : ${stopByHand(boots)}`;

/** The browser may have forgotten only one boot of a pair. */
const noStopForAll = (boots: BootsView | null): string =>
  boots?.pair
    ? `Depuis cette page, l’arrêt n’atteint peut-être qu’une seule botte, ou aucune. Pour arrêter les deux maintenant : ${stopByHand(boots)}`
    : noStop(boots);

/** The page cannot reach its boots, or one of a pair, until it is loaded again. */
const cutOff = (
  title: string,
  session: BluetoothLost['session'],
  playing: string,
  stop: string,
): NoticeWords => ({
  urgency: 'care',
  title,
  advice: [
    ...(session === 'playing' ? [playing] : []),
    ...(session === 'none' ? [] : [stop]),
    session === 'playing' || session === 'paused' ? RELOAD_FOR_SESSION : RELOAD,
  ],
  answer: 'reload',
});

export const opening = (n: Numbers): Pick<NoticeSentences, Opening> => ({
  noBluetooth: ({ why }) => care(...noBluetooth[why], SIMULATED_WORK),
  chooserCancelled: () =>
    news(
      'Aucune botte n’a été choisie',
      'Allumez les bottes, gardez-les près de vous et connectez-les quand vous serez prêt.',
    ),
  notBoots: ({ cause }) =>
    care(
      'Cet appareil n’est pas une paire de bottes que cette page connaît',
      `Il ne parle pas le protocole : ${causeWords(cause)}.`,
      'Choisissez un autre appareil.',
    ),
  wrongVersion: ({ theirs, ours }) =>
    care(
      'Les bottes et cette page ne parlent pas la même version',
      `Les bottes parlent la version ${theirs}, cette page la ${ours}. Mettez à jour la plus ancienne des deux.`,
    ),
  payloadTooSmall: ({ bytes }) =>
    care(
      'La connexion Bluetooth est trop étroite',
      `Elle porte ${n.count(bytes)} octets à la fois et il en faut ${n.count(SMALLEST_PAYLOAD)}. Prenez un autre téléphone ou ordinateur, ou un autre adaptateur Bluetooth.`,
    ),
  limitsTooWide: ({ limit }) =>
    care(
      'Ces bottes permettent plus que cette page ne juge sûr',
      `Leur limite est trop large : ${limitNames(n)[limit]}. Rien n’a démarré. Leur logiciel doit d’abord être corrigé.`,
    ),
  couldNotConnect: ({ cause }) =>
    care(
      'Les bottes n’ont pas pu être jointes',
      `Vérifiez qu’elles sont allumées, chargées et proches, et pas connectées à un autre appareil ; puis réessayez. (${causeWords(cause)})`,
    ),
  changedBoots: ({ what, side }, boots) =>
    care(
      `Changement pendant la perte de contact : ${which(side === null ? [] : [side], boots)}`,
      `${changed[what]} ${PAIR_AGAIN}`,
    ),
  notAPair: ({ why }) => (notAdded(n)[why.kind] as (why: NotAdded) => NoticeWords)(why),
  linkLost: ({ playingOn }, boots) =>
    playingOn
      ? care(
          'Contact perdu avec les bottes',
          lostButPlaying(n, boots),
          `Pour arrêter maintenant : ${stopByHand(boots)}`,
        )
      : care(
          'Contact perdu avec les bottes',
          'Rapprochez-vous, et vérifiez qu’elles sont allumées. Cette page les cherche.',
        ),
  bluetoothLost: ({ session }, boots) =>
    cutOff(
      'Le navigateur a coupé cette page du Bluetooth',
      session,
      playingOn(n, boots?.alone ?? null),
      noStop(boots),
    ),
  permissionLost: ({ session }, boots) =>
    cutOff(
      'Le navigateur ne laisse plus cette page utiliser ces bottes',
      session,
      lostPlayingOn(n, boots),
      noStopForAll(boots),
    ),
  notPermitted: () =>
    care(
      'Le navigateur ne laisse pas cette page se connecter à ces bottes',
      'L’autorisation a été retirée, par exemple dans les réglages de ce site.',
      'Reconnectez les bottes, en les choisissant dans la liste du navigateur.',
    ),
  heldByAnother: ({ sides }, boots) =>
    care(
      `Une autre page ou un autre téléphone pilote ${sides.length > 0 ? which(sides, boots) : 'ces bottes'}`,
      `C’est peut-être un autre onglet de ce navigateur. Fermez-le, ou pressez ${buttonOf(sides, boots)} pour prendre la main. ${STOP_WORKS}`,
    ),
  controlLost: () =>
    care(
      'Une autre page ou un autre téléphone a pris le contrôle des bottes',
      `Ce que vous changez ici ne leur parvient plus. ${STOP_WORKS}`,
    ),
  otherTab: () =>
    care(
      'Un autre onglet de ce navigateur continue la séance',
      'Celui-ci ne répondait pas. Ici, vous pouvez la suivre, et l’arrêt fonctionne.',
    ),
  needsPress: ({ sides, toStart }, boots) => ({
    ...news(
      `Pressez ${buttonOf(sides, boots)}`,
      `Puis ${toStart ? 'appuyez de nouveau sur « Démarrer »' : 'réessayez'} dans les ${n.whole(rules.consent, 's')}. Cela prouve que c’est vous qui les portez.`,
    ),
    answer: pressAnswer(boots),
  }),
  pressed: ({ toStart }) => ({
    ...news(
      toStart ? 'Appuyez de nouveau sur « Démarrer » maintenant' : 'Réessayez maintenant',
      `Le bouton a été pressé. Cela vaut ${n.whole(rules.consent, 's')} ; ensuite, il faudra le presser encore une fois.`,
    ),
    answer: 'none',
  }),
});
