/** Each fault and warning of the boots, in French: what it is, what it means, and what to do. */

import type { Fault } from '../../../../firmware-protocol/fault-codes.ts';
import type { FaultWords } from '../../words.ts';

const NEEDS_REPAIR =
  'Éteignez les bottes et rallumez-les. Si cela recommence, les bottes doivent être réparées.';

export const faults: Readonly<Record<Fault, FaultWords>> = {
  none: {
    what: 'quelque chose ne va pas',
    means: 'Les bottes signalent un défaut, mais pas lequel.',
    todo: 'Retirez les bottes, éteignez-les et rallumez-les, et regardez les tuyaux avant la prochaine séance.',
  },
  overPressure: {
    what: 'plus de pression que demandé',
    means:
      'La pression est restée trop haute même après que les bottes ont laissé sortir de l’air : elles se sont arrêtées et ont tout ouvert.',
    todo: 'Vérifiez que rien n’appuie sur la botte et que le tuyau n’est pas plié. Si cela recommence, n’utilisez plus cette botte.',
  },
  independentOverPressure: {
    what: 'beaucoup trop de pression',
    means: 'La seconde protection, indépendante, a dû intervenir.',
    todo: 'Retirez les bottes. Ne les utilisez plus avant qu’elles aient été vérifiées.',
  },
  squeezedTooLong: {
    what: 'comprimée trop longtemps sans repos',
    means: 'La jambe doit être entièrement relâchée de temps en temps, et elle ne l’a pas été.',
    todo: 'Vérifiez que le tuyau n’est pas plié, pour que l’air puisse sortir. Attendez dix minutes avant la prochaine séance.',
  },
  squeezedTooMuch: {
    what: 'comprimée une trop grande part du temps',
    means: 'Pendant les dix dernières minutes, il y a eu trop peu de repos entre les compressions.',
    todo: 'Attendez dix minutes, puis choisissez une intensité plus basse.',
  },
  reverseGradient: {
    what: 'pression plus haute vers la hanche que vers le pied',
    means:
      'La compression ne doit jamais rester plus forte en haut qu’en bas. Des tuyaux inversés en sont la cause.',
    todo: 'Vérifiez que chaque tuyau est dans sa prise et que le bas de la botte est fermé.',
  },
  gate: {
    what: 'n’a pas atteint sa pression à temps',
    means: 'Les bottes ont attendu la pression aussi longtemps que permis, puis se sont arrêtées.',
    todo: 'Vérifiez la fermeture et le tuyau, puis réessayez avec une intensité plus basse.',
  },
  notEmptying: {
    what: 'ne se vide pas',
    means: 'Il y a encore de la pression alors que l’air devrait être sorti.',
    todo: 'Ouvrez la fermeture là où ça serre. Vérifiez que le tuyau n’est pas plié.',
  },
  leak: {
    what: 'ne tient pas la pression',
    means: 'L’air s’en échappe plus vite qu’il ne devrait.',
    todo: 'Vérifiez la fermeture et le tuyau.',
  },
  notFilling: {
    what: 'ne se remplit pas',
    means: 'De l’air est entré, mais la pression n’a pas monté.',
    todo: 'Vérifiez que le tuyau est branché et pas plié, et que la fermeture est bien fermée jusqu’au bout. Si d’autres zones ne se remplissent pas non plus, la pompe est à vérifier.',
  },
  fillValve: {
    what: 'prend l’air destiné aux autres',
    means: 'Sa vanne ne se ferme pas.',
    todo: NEEDS_REPAIR,
  },
  sensor: {
    what: 'sa pression ne peut pas être mesurée',
    means: 'Le capteur ne donne aucune valeur fiable, et sans valeur rien n’est comprimé.',
    todo: NEEDS_REPAIR,
  },
  pump: {
    what: 'aucun air n’arrive',
    means:
      'Plusieurs zones ont reçu de l’air et aucune n’a monté : un tuyau est peut-être débranché, ou la pompe ne déplace rien.',
    todo: 'Vérifiez que chaque tuyau est branché, l’entrée d’air libre et la batterie chargée. Si cela recommence, les bottes doivent être réparées.',
  },
};
