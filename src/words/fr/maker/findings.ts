/** What measurements probably mean: first the likely cause, then what to check. */

import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { ZoneCause, ZoneDiagnosis } from '../../../diagnosis/diagnose.ts';
import type { Finding, MakerWords } from '../../maker/maker-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { partOn, sides } from '../body.ts';
import { capital, inSentence } from '../text.ts';

export const causes: Readonly<Record<ZoneCause, string>> = {
  noReading: 'Capteur muet',
  frozen: 'Capteur figé',
  zeroOff: 'Zéro décalé',
  stays: 'Garde sa pression, ou zéro très décalé',
  noRise: 'L’air entre, rien ne monte',
  kinked: 'Tuyau plié',
  leak: 'Fuite',
  fillsSlowly: 'Se remplit lentement',
  emptiesSlowly: 'Se vide lentement',
  worn: 'Perd un peu',
  noisy: 'Capteur bruité',
  fine: 'Rien trouvé',
  notKnown: 'Pas encore connu',
};

const todos: Readonly<Record<ZoneCause, string>> = {
  noReading: 'Certaines mesures n’avaient pas de valeur. Vérifiez la prise du capteur et ses fils.',
  frozen:
    'La valeur n’a pas changé du tout pendant dix secondes et plus. Vérifiez le capteur, puis son tube.',
  zeroOff:
    'Ouverte à l’air libre, elle lit autre chose que les autres zones. Recommencez, pour que les bottes refassent leur zéro ; si l’écart reste, changez le capteur.',
  stays:
    'Sa vanne est ouverte et elle lit encore une pression. Touchez la poche : ferme, la vanne d’échappement ou le tuyau est bouché ; molle, le capteur se trompe.',
  noRise:
    'La pompe remplit cette zone et la pression ne monte pas. Sans doute son tuyau est plié ou débranché ; sinon une vanne est bloquée. Regardez d’abord le tuyau.',
  kinked:
    'Elle se remplit lentement et se vide lentement : le même passage est étroit dans les deux sens. Suivez le tuyau, du boîtier à la poche.',
  leak: 'Elle perd de l’air alors que ses deux vannes sont fermées. Écoutez la poche, le tuyau et la prise ; l’eau savonneuse montre les bulles.',
  fillsSlowly: 'Elle se remplit plus lentement que les autres zones.',
  emptiesSlowly: 'Elle se vide plus lentement que les autres zones.',
  worn: 'Elle perd plus que de bonnes bottes, et moins qu’une fuite. Rien à faire maintenant ; surveillez-la aux prochaines séances.',
  noisy:
    'Ses mesures sont dispersées. Vérifiez l’alimentation et les fils du capteur, loin de ceux de la pompe.',
  fine: '',
  notKnown: '',
};

/** What to check at a zone that is slow in one direction. The advice depends on what is known about the other direction. */
function oneWay(cause: ZoneCause, { fill, release }: ZoneDiagnosis['compared']): string {
  if (cause === 'fillsSlowly')
    return release === 'well'
      ? ' Elle se vide bien : vérifiez sa vanne de gonflage, puis sa prise.'
      : ' On n’a pas encore mesuré comment elle se vide. Vérifiez d’abord son tuyau, puis sa vanne de gonflage et sa prise.';
  if (cause === 'emptiesSlowly')
    return {
      well: ' Elle se remplit bien : vérifiez sa vanne d’échappement et ce qui est devant.',
      slow: ' Vérifiez d’abord son tuyau, puis sa vanne d’échappement.',
      notMeasured:
        ' On n’a pas encore mesuré comment elle se remplit. Vérifiez d’abord son tuyau, puis sa vanne d’échappement.',
    }[fill];
  return '';
}

export function findings(n: Numbers): Pick<MakerWords, 'finding' | 'whole' | 'causes'> {
  return {
    causes,
    finding: ({ cause, compared, figures: { side, part, falls } }): Finding => {
      const fall =
        cause === 'leak' && falls !== null
          ? ` Elle perd ${n.withUnit(mmhg(Math.round(falls * 60)))} par minute.`
          : '';
      return {
        title: `${capital(partOn(part, side))} : ${inSentence(causes[cause])}`,
        todo: `${todos[cause]}${fall}${oneWay(cause, compared)}`,
      };
    },
    whole: (cause): Finding => {
      switch (cause.kind) {
        case 'pumpWeak':
          return {
            title:
              'Toutes les zones se remplissent lentement : la pompe donne sans doute moins que ce que les bottes déclarent',
            todo: `Ensemble elles prennent ${n.figure(Math.round(cause.times * 10) / 10)} fois l’air que le débit déclaré devrait demander. Vérifiez la batterie, puis le filtre de la pompe et le tuyau derrière elle.`,
          };
        case 'noLeg':
          return {
            title: `Botte ${sides[cause.side]} : sans doute pas de jambe dedans`,
            todo: `Elle est bien plus raide que l’autre : elle prend ${n.percent(cause.share * 100)} de l’air pour la même montée. Une botte très serrée peut y ressembler.`,
          };
        case 'loose':
          return {
            title: `Botte ${sides[cause.side]} : sans doute lâche, ou sa fermeture est ouverte`,
            todo: `Elle a pris ${n.figure(Math.round(cause.times * 100) / 100)} fois l’air de l’autre botte avant d’être tendue. Fermez-la ; de l’air resté dans l’autre botte peut y ressembler.`,
          };
      }
    },
  };
}
