/** Why a step is in a plan. The sentences must not claim more than the studies support. */

import type { Reason } from '../../../plan/rules/reasons.ts';

export const reasons: Readonly<Record<Reason, string>> = {
  'walk-after-finish':
    'Rester immobile juste après une course dure laisse le sang s’accumuler dans les jambes, et certains s’évanouissent ; une marche lente le fait circuler. Aujourd’hui, la marche seulement.',
  'drink-to-thirst': 'La soif est un bon guide ; boire bien au-delà peut être dangereux.',
  'put-feet-up': 'Vous en avez assez fait. Cela peut faire du bien, et on ne prétend rien de plus.',
  'boots-same-day': 'Vos jambes peuvent se sentir mieux quelques heures. Les études sont petites.',
  'boots-ultra':
    'Des compressions longues et lentes, pour des jambes qui semblent gonflées ; la fatigue peut être moindre juste après, des jours plus tard il n’y avait pas de différence.',
  'boots-trail':
    'Des pulsations qui restent plus longtemps sur la cheville et le mollet, qui vous tiennent sur terrain accidenté. Vos jambes peuvent se sentir mieux quelques heures.',
  'boots-cold':
    'Une compression lente et modérée une fois que vous avez chaud. Pas si la crampe est encore là.',
  'boots-flight':
    'Une compression modérée, pour des jambes lourdes d’être restées assises. Seulement si les deux jambes sont pareilles.',
  'boots-desk': 'Une compression discrète et modérée pendant le travail. Elle ne remplace pas de se lever.',
  'boots-next-days':
    'Vos jambes peuvent être moins courbaturées un moment. Dans les études, l’effet est minime à moyen sur les courbatures, minime à faible sur la fonction.',
  'boots-if-wanted':
    'Seulement si vous aimez la sensation : rien ne montre que plus de séances fassent plus.',
  'keep-moving':
    'Bouger doucement est la base de chaque jour : cela ne coûte rien, et tout le reste est en plus. Le but est de bouger, pas de s’entraîner.',
  'evening-walk':
    'Quelques minutes de plus peuvent assouplir les jambes. La marche seulement : dans un essai, la récupération active le jour de la course était moins bien ressentie.',
  'roller-flush':
    'Des passages légers et rapides peuvent alléger les jambes. Le travail profond n’est pas pour ces jours-ci.',
  'roller-before-run': 'Cela peut aider les jambes à se sentir prêtes. Cela ne remplace pas l’échauffement.',
  'roller-flight':
    'Pieds et mollets d’abord : des passages légers peuvent soulager des jambes lourdes d’être restées assises.',
  plate:
    'Certaines études trouvent moins de courbatures avec la vibration, d’autres non. Bouger fait peut-être autant.',
  'hands-light':
    'De tout ce que les études ont comparé, le massage a fait le plus contre les courbatures et la fatigue. Restez léger.',
  'hands-ultra':
    'Très doux, du pied à la hanche : rien de profond ni de dur avant la fin de la première inflammation.',
  'hands-flight':
    'Quelques minutes vers le cœur, pieds et mollets d’abord, peuvent soulager des jambes lourdes.',
  spots:
    'Deux jours et plus après la course, on peut presser un nœud un court moment. Cela doit soulager, pas faire mal.',
  'trail-knots':
    'Mollets et hanches travaillent dur sur terrain accidenté. Deux jours ont passé : on peut presser des nœuds un par un ; puis finissez par des passages larges.',
  mobility:
    'Des articulations bougées jusqu’où c’est facile peuvent être moins raides. Les étirements longs et durs ne sont pas nécessaires.',
  'trail-joints':
    'Chevilles, mollets et hanches vous ont tenu sur terrain accidenté : bougez-les jusqu’où c’est facile.',
  'cramp-stretch': 'Étirer doucement le muscle est ce qui met le plus souvent fin à une crampe.',
  'cramp-massage': 'Des passages légers une fois la crampe lâchée peuvent soulager ce qu’il en reste.',
  'cramp-warmth': 'Les muscles froids et fatigués ont plus vite des crampes.',
  'easy-run':
    'À partir de maintenant, une course facile convient à des jambes à peine courbaturées. Sinon, marchez.',
  'back-to-running': 'Retour à la course par degrés : un peu plus chaque fois, toujours facile.',
  sleep: 'Une soirée calme avant le coucher. Respirer lentement peut aider à s’endormir.',
  'desk-hourly':
    'Les jambes peuvent être lourdes après des heures assises ; une minute debout les interrompt.',
};
