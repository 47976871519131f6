/** Notices in French about a session and about the boots that play it. */

import { type LimitName, rules } from '../../../../firmware-protocol/limits.ts';
import type { LimitBroken, NotNow } from '../../../session/view.ts';
import { care, danger, news } from '../../notices/notice-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { NoticeSentences } from '../../words.ts';
import { place } from '../body.ts';
import type { Problems } from '../problems/problems.ts';
import { capital, inSentence } from '../text.ts';
import { causeWords } from './causes.ts';
import { faults } from './faults.ts';
import { refusedNow, refusedWhat, refusedWhy } from './refused.ts';
import { buttonOf, byHand, emptyByHand, isOne, notConfirmed, notEmptying, partsOf, which } from './which.ts';

type Session =
  | 'failed'
  | 'silent'
  | 'standingStill'
  | 'limitBroken'
  | 'garbled'
  | 'refused'
  | 'programRefused'
  | 'clamped'
  | 'stopNotConfirmed'
  | 'stopNotSendable'
  | 'notEmptying'
  | 'airNotKnown'
  | 'grantLost'
  | 'notHeard'
  | 'notNow'
  | 'notBegun'
  | 'addAfterStop'
  | 'calledOff'
  | 'rebooted'
  | 'batteryLow'
  | 'recordsDeleted'
  | 'fault'
  | 'warning';

const brokenLimits: Partial<Readonly<Record<LimitName, string>>> = {
  target: 'plus de pression que cette séance n’en permet',
  independent: 'beaucoup trop de pression',
  overPressure: 'plus de pression que demandé',
  emptying: 'ne se vide pas',
  timeAbove30: 'comprimée trop longtemps sans repos',
  shareAbove30: 'comprimée une trop grande part du temps',
  rise: 'remplie trop vite',
  session: 'plus longtemps que cette séance ne peut durer',
  reverseGradient: 'pression plus haute vers la hanche que vers le pied',
};

function brokenWords(n: Numbers, notice: LimitBroken): string {
  if (notice.limit !== 'plan') return brokenLimits[notice.limit] ?? 'hors des limites';
  const measured = n.shown(notice.measured);
  return notice.asked > 0
    ? `${measured} au lieu de ${n.shown(notice.asked)}`
    : `${measured}, et devrait être vide`;
}

const notNowTitles: Readonly<Record<NotNow, string>> = {
  pause: 'La pause n’a pas été envoyée',
  acknowledge: 'Impossible de dire aux bottes que vous avez lu ceci',
  addOther: 'L’autre botte ne peut pas être ajoutée pour le moment',
  deleteRecords: 'La demande d’effacer les séances n’est pas partie',
};

const WHEN_READY = 'Quand vous serez prêt, appuyez de nouveau sur « Démarrer ».';
const KEEPS_TELLING = 'Cette page essaie toujours de les arrêter…';

const stillTight = (todo: string): string => `Si ça serre encore : ${inSentence(todo)}`;

export const session = (n: Numbers, problems: Problems): Pick<NoticeSentences, Session> => ({
  failed: ({ detail }) =>
    care(
      'Cette page a échoué, et a dit aux bottes de s’arrêter',
      'Si elles continuent, pressez le bouton des bottes ou débranchez le tuyau.',
      'Rechargez la page avant la prochaine séance.',
      detail,
    ),
  silent: (_, boots) =>
    care(
      'Les bottes n’ont pas répondu : cette page leur a dit de s’arrêter',
      'Gardez cet appareil près des bottes, puis recommencez.',
      stillTight(byHand([], boots)),
    ),
  limitBroken: (notice, boots) => ({
    urgency: 'danger',
    title: `${place(notice.side, notice.part)} : ${brokenWords(n, notice)}`,
    advice: [
      notice.limit === 'plan'
        ? 'Les bottes ne jouent pas ce qui leur a été envoyé, et cette page leur a dit de s’arrêter.'
        : 'Les bottes auraient dû l’empêcher, et cette page leur a dit de s’arrêter.',
      stillTight(byHand(notice.side && boots?.pair ? [notice.side] : [], boots)),
      'N’utilisez plus cette botte avant qu’elle ait été vérifiée.',
    ],
    answer: 'dismiss',
  }),
  standingStill: ({ sides }, boots) =>
    care(
      isOne(sides, boots)
        ? `${capital(which(sides, boots))} s’est figée au milieu d’une vague : cette page lui a dit de s’arrêter`
        : `${capital(which(sides, boots))} se sont figées au milieu d’une vague : cette page leur a dit de s’arrêter`,
      'Éteignez puis rallumez ce qui s’est figé avant la prochaine séance.',
      stillTight(byHand(sides, boots)),
    ),
  garbled: ({ cause }) =>
    care(
      'Les bottes ont répondu quelque chose qui n’a pas de sens',
      `La réponse a été refusée et rien n’a changé. (${causeWords(cause)})`,
      'Si cela recommence, éteignez les bottes et rallumez-les.',
    ),
  refused: ({ command, reason }) => care(refusedWhat[command], refusedWhy[reason], refusedNow(command)),
  programRefused: (notice) => ({
    ...care('Ce programme ne peut pas être joué tel quel'),
    problems: notice.problems,
  }),
  clamped: ({ problem }) => {
    const { reason, suggestion } = problems.setting(problem);
    return news(reason, suggestion);
  },
  stopNotConfirmed: ({ sides }, boots) =>
    danger(notConfirmed(sides, boots), byHand(sides, boots), KEEPS_TELLING),
  stopNotSendable: (_, boots) => ({
    urgency: 'danger',
    title: 'L’arrêt ne peut pas être envoyé depuis cette page',
    advice: [
      byHand([], boots),
      'Le navigateur a coupé cette page du Bluetooth. Rechargez-la et reconnectez les bottes : l’arrêt y fonctionne.',
    ],
    answer: 'reload',
  }),
  notEmptying: (notice, boots) =>
    danger(notEmptying(n, notice, boots), ...emptyByHand(notice.sides, boots), KEEPS_TELLING),
  airNotKnown: ({ places, sides }, boots) =>
    care(
      `Cette page ne peut pas dire si l’air est sorti${places.length > 0 ? ` : ${partsOf(n, places)}` : ''}`,
      stillTight(byHand(sides, boots)),
    ),
  grantLost: ({ sides }, boots) =>
    care(
      'Les bottes ont répondu, mais la réponse s’est perdue',
      `Elles ont donné le contrôle à cette page, mais leur réponse n’est pas arrivée. Elles peuvent le redonner dans environ ${n.whole(rules.takeover, 's')}.`,
      `Attendez ce temps, ou pressez ${buttonOf(sides, boots)} ; puis recommencez.`,
    ),
  notHeard: ({ what }) =>
    what === 'pause'
      ? care('La pause n’est pas parvenue aux bottes', 'Elles continuent. Appuyez de nouveau sur « Pause ».')
      : care(
          'La reprise n’est pas parvenue aux bottes',
          'Elles sont encore en pause. Appuyez de nouveau sur « Reprendre ».',
        ),
  notNow: ({ what }, boots) =>
    care(
      notNowTitles[what],
      'Cette page a perdu le contact avec les bottes, et les cherche.',
      what === 'pause'
        ? `Pour arrêter maintenant : ${inSentence(byHand([], boots))}`
        : 'Appuyez de nouveau quand elles seront revenues.',
    ),
  addAfterStop: () =>
    care(
      'L’autre botte peut être ajoutée quand celles-ci se sont arrêtées',
      'Appuyez de nouveau à ce moment-là.',
    ),
  notBegun: ({ full }) =>
    news(
      'La séance n’a pas commencé',
      full
        ? `Elle a été annulée parce que ceci ne s’est pas vidé : ${partsOf(n, full)}. Les bottes n’en ont rien joué.`
        : 'Cette page n’a pas pu joindre les bottes pendant un moment. Elles n’en ont rien joué.',
      WHEN_READY,
    ),
  calledOff: ({ by }) =>
    news(
      'Annulée avant de commencer',
      {
        button: 'Le bouton des bottes a été pressé ; il les arrête à tout moment.',
        pair: 'Une botte n’a pas pu commencer avec l’autre, ou le bouton de l’une a été pressé, ou une autre page ou un autre téléphone les a arrêtées.',
        unknown: 'Le bouton des bottes a été pressé, ou une autre page ou un autre téléphone les a arrêtées.',
      }[by],
      WHEN_READY,
    ),
  rebooted: () =>
    care(
      'Les bottes ont redémarré',
      'Elles ont perdu le courant ou ont été réinitialisées. Elles sont vides et ne reprennent pas d’elles-mêmes. Vérifiez la batterie et la prise.',
    ),
  batteryLow: ({ level }, boots) => {
    const charge = boots?.battery === null || !boots ? '' : ` (${n.percent(boots.battery)})`;
    return level === 'low'
      ? care(
          `La batterie est faible${charge}`,
          'Chargez les bottes, ou branchez-les, avant une longue séance.',
        )
      : care(
          `La batterie est presque vide${charge}`,
          'Branchez les bottes maintenant, ou arrêtez bientôt : sans courant, elles s’ouvrent et la séance se termine.',
        );
  },
  recordsDeleted: ({ outcome }) =>
    outcome === 'done'
      ? news(
          'Les bottes ont effacé leurs séances',
          'Elles n’en gardent plus aucune. Le journal de cet appareil garde les siennes.',
        )
      : outcome === 'notSent'
        ? care('Les bottes n’ont pas effacé leurs séances', 'Cette page n’a pas pu les joindre. Réessayez.')
        : care(
            'Impossible de savoir si les bottes ont effacé leurs séances',
            'Leur réponse s’est perdue. Effacez de nouveau : cela ne fait aucun mal.',
          ),
  fault: ({ fault, side, part }, boots) => {
    const { what, means, todo } = faults[fault];
    const sides = side && boots?.shape.pumps === 'each' ? [side] : [];
    return {
      urgency: 'danger',
      title: `${place(side, part)} : ${what}`,
      // The page's own notice about a zone that does not empty gives the same advice.
      advice: fault === 'notEmptying' ? [means, ...emptyByHand(sides, boots)] : [means, todo],
      answer: 'acknowledge',
    };
  },
  warning: ({ fault, side, part }) => {
    const { what, todo } = faults[fault];
    return care(`${place(side, part)} : ${what}`, todo);
  },
});
