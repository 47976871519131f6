/** What the boots refused, why, and what follows. */

import type { Op } from '../../../../firmware-protocol/command.ts';
import type { Result } from '../../../../firmware-protocol/response.ts';
import type { TimelineRefusal } from '../../../../firmware-protocol/status.ts';

type Refused = Op | 'timeline';

const another = 'Les bottes ont refusé une demande de cette page';

export const refusedWhat: Readonly<Record<Refused, string>> = {
  stop: another,
  requestControl: 'Les bottes n’ont pas cédé le contrôle',
  prepare: 'Les bottes ne se sont pas préparées',
  start: 'Les bottes n’ont pas démarré',
  pause: 'Les bottes ne se sont pas mises en pause',
  resume: 'Les bottes n’ont pas repris',
  ceiling: 'Les bottes n’ont pas baissé la pression tout de suite',
  drop: another,
  acknowledgeFault: 'Les bottes signalent encore ce qui n’allait pas',
  identify: another,
  readClock: another,
  keepAlive: another,
  resetFlags: another,
  reportRecords: another,
  deleteRecords: 'Les bottes n’ont pas effacé leurs séances',
  timeline: 'Les bottes n’ont pas accepté la suite de la séance',
};

const notNow = 'Ce n’est pas possible dans l’état où elles sont.';
const noReason = 'Elles ne disent pas pourquoi.';

export const refusedWhy: Readonly<Record<Result | TimelineRefusal, string>> = {
  success: noReason,
  none: noReason,
  notSupported: 'Elles ne connaissent pas cette demande.',
  invalidParameter: 'Elles y ont trouvé une valeur qu’elles ne peuvent pas utiliser.',
  failed: 'Elles ont essayé sans y arriver : la cause est toujours là.',
  notPermitted: notNow,
  outOfLimits: 'C’est hors de leurs limites.',
  busy: 'Elles sont occupées à autre chose.',
  faultLatched: 'Un défaut doit d’abord être lu.',
  needsPress: 'Pressez d’abord leur bouton.',
  crc: 'Elle a été abîmée en route.',
  length: 'Elle n’avait pas la bonne longueur.',
  token: 'Cette page n’a plus le contrôle.',
  number: 'Il manque une partie avant elle.',
  noRoom: 'Elles n’ont plus de place.',
  order: 'Ses parties étaient dans le désordre.',
  late: 'Elle est arrivée trop tard.',
  invalid: 'Elles y ont trouvé quelque chose qu’elles ne peuvent pas utiliser.',
  wrongState: notNow,
};

export function refusedNow(command: Refused): string {
  switch (command) {
    case 'timeline':
      return 'Cette page leur a donc dit de s’arrêter.';
    case 'pause':
      return 'Elles continuent de tourner. L’arrêt fonctionne malgré tout.';
    case 'resume':
      return 'Elles restent en pause.';
    case 'ceiling':
      return 'La baisse suivra dès qu’elles l’accepteront. L’arrêt fonctionne malgré tout.';
    case 'requestControl':
    case 'prepare':
    case 'start':
      return 'La séance n’a pas commencé.';
    case 'acknowledgeFault':
      return 'Regardez les tuyaux et les fermetures, puis réessayez. Si cela persiste, éteignez les bottes et rallumez-les.';
    default:
      return 'Rien n’a changé.';
  }
}
