/** The maker's page, in French. */

import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { ComparedFigure } from '../../../diagnosis/earlier-sessions.ts';
import type { MakerWords } from '../../maker/maker-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { sides } from '../body.ts';
import { facts } from './facts.ts';
import { findings } from './findings.ts';

const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;

export function makerFrench(n: Numbers): MakerWords {
  const written: Readonly<Record<ComparedFigure, (value: number) => string>> = {
    rise: (value) => n.measure(rounded(value, 1), 's'),
    slack: (value) => `${n.figure(rounded(value, 2))} L`,
    falls: (value) => `${n.withUnit(mmhg(rounded(value * 60, 0)))}/min`,
    release: (value) => n.measure(rounded(value, 1), 's'),
    noise: (value) => n.withUnit(mmhg(rounded(value, 1))),
    zero: (value) => n.withUnit(mmhg(rounded(value, 1))),
  };
  return {
    ...findings(n),
    facts: facts(n),
    title: 'Pour qui construit',
    intro:
      'Pourquoi une zone est-elle lente ? Ce que les bottes ont mesuré pendant cette séance, ce que cela veut sans doute dire, et tout ce qui est passé par la liaison.',
    noBoots:
      'Aucune botte n’est connectée. Les mesures s’affichent ici une fois qu’elles le sont et qu’une séance a eu lieu.',
    toBoots: 'Vers les bottes',
    parts: {
      zones: 'Zones',
      test: 'Test de fuite et d’ajustement',
      faults: 'Répéter une panne',
      link: 'Liaison',
      boots: 'Bottes',
      log: 'Journal de la liaison',
      report: 'Rapport',
    },
    zones: {
      how: `Montée : du premier air à la pression d’une vague. Air jusqu’à tendue : d’après le débit que les bottes déclarent pour leur pompe. Perd : quand ses deux vannes sont fermées. Se vide : de ${n.withUnit(mmhg(15))} à ${n.withUnit(mmhg(8))}. Zéro : ce qui est lu quand la zone est ouverte à l’air libre.`,
      zone: 'Zone',
      likely: 'Sans doute',
      nothing: 'Rien d’inhabituel dans ce qui a été mesuré jusqu’ici.',
      notYet:
        'Trop peu a été mesuré pour le dire. Quelques minutes de séance, ou le test ci-dessous, en disent plus.',
    },
    figures: {
      rise: 'Montée',
      slack: 'Air jusqu’à tendue',
      falls: 'Perd',
      release: 'Se vide',
      noise: 'Bruit',
      zero: 'Zéro',
    },
    figure: (name, value) => (value === null ? 'inconnu' : written[name](value)),
    otherLeg: (value) => `autre jambe ${value}`,
    before: (value, sessions) =>
      `${n.plural(sessions, { one: 'dernière séance', other: `${n.count(sessions)} dernières séances` })} ${value}`,
    test: {
      how: `Des compressions légères de ${n.withUnit(mmhg(28))} au plus, tenues 20 s chacune : assez pour qu’une fuite se voie. Environ trois minutes.`,
      steps: [
        'Mettez les deux bottes, fermez-les, et vérifiez qu’aucun tuyau n’est plié.',
        'Choisissez le test : son écran s’ouvre. Là, pressez Démarrer, comme pour tout programme.',
        'Restez immobile jusqu’à la fin. Une jambe qui bouge cache une petite fuite.',
        'Revenez ici : le tableau dit ce qui a été mesuré.',
      ],
      setUp: 'Choisir le test',
      when: 'On peut le choisir quand des bottes sont connectées et qu’aucune séance n’a lieu.',
    },
    link: {
      how: 'Pendant les cinq dernières minutes, vu de cette page.',
      none: 'Encore rien',
      telemetry: 'Entre deux mesures',
      status: 'Entre deux états',
      roundTrips: 'D’un ordre à sa réponse',
      lost: 'Paquets perdus',
      unanswered: 'Ordres sans réponse',
      losses: 'Pertes de la liaison',
    },
    spread: (spread) =>
      spread === null
        ? 'Encore rien'
        : `${n.count(spread.median)} ms au milieu ; 19 sur 20 en ${n.count(spread.most)} ms ; le plus long ${n.count(spread.longest)} ms`,
    lost: (lost, received) => `${n.count(lost)} sur ${n.count(lost + received)}`,
    count: (value) => n.count(value),
    boot: (side) => (side === null ? 'Les bottes' : `Botte ${sides[side]}`),
    boots: {
      how: 'Ce qu’elles déclarent. La page a aussi ses propres limites, jamais plus larges.',
      blink: 'Les faire clignoter',
      blinks: 'Elles clignotent 8 s. Elles ne se gonflent ni ne vibrent.',
    },
    swap: {
      title: 'Gauche et droite',
      how: 'Si la page montre une jambe pendant que l’autre est comprimée, les bottes sont aux mauvaises jambes, ou déclarent leurs côtés à l’envers. Pour le savoir, désactivez toutes les zones d’une jambe et regardez laquelle reste vide. Si ce n’est pas la bonne, intervertissez les bottes, ou échangez ici gauche et droite : images, réglages, doses et journal ont alors chaque jambe à sa place.',
      asStated: 'Gauche et droite sont comme les bottes les déclarent.',
      swap: 'Échanger gauche et droite',
      back: 'Rétablir',
      notStored: 'Cela n’a pas pu être enregistré, et ne vaut que jusqu’à la fermeture de la page.',
      when: 'On peut les échanger quand aucune séance n’a lieu et que les bottes sont vides. Elles sont alors reconnectées. Cet appareil s’en souvient pour ces bottes.',
    },
    swapped: (side) =>
      side === null
        ? 'Gauche et droite sont échangées : la jambe que ces bottes appellent gauche est ici la droite.'
        : `La botte ${sides[side]} est échangée : elle déclare être l’autre.`,
    log: {
      how: 'Chaque trame des cinq dernières minutes, décodée. La liste ne bouge pas tant que vous ne demandez pas les plus récentes.',
      kinds: 'Montrer',
      newest: 'Montrer les plus récentes',
      none: 'Aucune trame de ces types.',
      toBoots: 'vers les bottes',
      fromBoots: 'des bottes',
      link: 'liaison',
      unreadable: 'illisible',
      kind: {
        commands: 'Ordres et réponses',
        timeline: 'Images-clés',
        status: 'État',
        telemetry: 'Mesures',
        link: 'Liaison',
      },
    },
    shown: (shown, count) => `${n.count(shown)} sur ${n.count(count)}, les plus récentes d’abord`,
    milliseconds: (value) => `${n.count(value)} ms`,
    report: {
      holds:
        'Un fichier à joindre à un rapport : ce que sont les bottes, les chiffres ci-dessus, la liaison, son journal, et le nom que se donne votre navigateur.',
      holdsNot:
        'Rien de votre journal, aucun nom de personne ou de programme, pas d’heure, pas de clé de contrôle, et seulement les quatre derniers caractères d’un numéro de série.',
      save: 'Enregistrer le rapport',
    },
  };
}
