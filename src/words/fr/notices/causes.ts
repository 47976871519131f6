/** Parts of sentences: commands, the boots' answers to them, and what went wrong between page and boots. */

import type { Op } from '../../../../firmware-protocol/command.ts';
import type { Result } from '../../../../firmware-protocol/response.ts';
import type { TimelineRefusal } from '../../../../firmware-protocol/status.ts';
import type { Cause } from '../../../boots/cause.ts';
import type { GattOperation } from '../../../gatt/reply.ts';
import type { WordsFor } from '../../notices/problem-words.ts';
import { sides } from '../body.ts';
import { inQuotes } from '../text.ts';

export const commands: Readonly<Record<Op, string>> = {
  stop: 'arrêt',
  requestControl: 'demande de contrôle',
  prepare: 'préparation',
  start: 'démarrage',
  pause: 'mise en pause',
  resume: 'reprise',
  ceiling: 'plafond',
  drop: 'retrait',
  acknowledgeFault: 'défaut lu',
  identify: 'identification',
  readClock: 'lecture de l’horloge',
  keepAlive: 'signe de vie',
  resetFlags: 'remise à zéro des témoins',
  reportRecords: 'envoi des relevés',
  deleteRecords: 'effacement des relevés',
};

export const results: Readonly<Record<Result, string>> = {
  success: 'fait',
  notSupported: 'non prévu',
  invalidParameter: 'paramètre invalide',
  failed: 'échec',
  notPermitted: 'non permis',
  outOfLimits: 'hors limites',
  busy: 'occupées',
  faultLatched: 'défaut en attente',
  needsPress: 'appui sur le bouton requis',
};

export const timelineRefusals: Readonly<Record<TimelineRefusal, string>> = {
  none: 'sans raison donnée',
  crc: 'abîmée en route',
  length: 'mauvaise longueur',
  token: 'pas de contrôle',
  number: 'hors de la suite',
  noRoom: 'pas de place',
  order: 'dans le désordre',
  late: 'trop tard',
  outOfLimits: 'hors limites',
  invalid: 'invalide',
  wrongState: 'pas maintenant',
};

const streams = {
  status: 'les nouvelles de l’état',
  telemetry: 'les mesures',
  answers: 'les réponses',
} as const;

const operations: Readonly<Record<GattOperation, string>> = {
  connect: 'pendant la connexion',
  discover: 'pendant la recherche de ce qu’elles offrent',
  subscribe: 'pendant l’abonnement à leurs rapports',
  read: 'pendant une lecture',
  write: 'pendant un envoi',
};

const causes: WordsFor<Cause, string> = {
  link: ({ detail, during }) => `${during === undefined ? '' : `${operations[during]} : `}${detail}`,
  frame: ({ detail }) => `une trame n’a pas pu être lue (« ${detail} »)`,
  withdrawn: () => 'l’arrêt est passé avant',
  noAnswer: ({ during }) =>
    `les bottes n’ont pas répondu${during === undefined ? '' : ` ${operations[during]}`}`,
  notConnected: () => 'il n’y avait pas de connexion',
  linkLost: () => 'la connexion a été perdue',
  linkUseless: () => 'la connexion ne fonctionnait plus',
  streamSilent: ({ stream }) => `${streams[stream]} n’arrivaient plus`,
  unreadable: () => 'les bottes n’ont pas pu être lues',
  noGatt: () => 'cet appareil ne permet pas de connexion',
  notPermitted: () => 'le navigateur ne laisse pas cette page s’y connecter',
  notWritable: () => 'les bottes n’acceptent pas ce genre de message',
  missing: ({ uuid, property }) =>
    property === null ? `${uuid} est absent` : `${uuid} ne permet pas ${inQuotes(property)}`,
  grantLost: () => 'la réponse s’est perdue',
  linkGivenUp: () => 'cette page a fermé la connexion',
  noStatus: () => 'les bottes n’ont pas donné leur état',
  noClock: () => 'les bottes n’ont pas donné leur horloge',
  nothingChosen: () => 'rien n’a été choisi',
  timelineRefused: ({ reason }) => `la suite a été refusée : ${timelineRefusals[reason]}`,
  oneBoot: ({ side, cause, stopped }) =>
    `botte ${sides[side]} : ${causeWords(cause)}${stopped ? ' ; les deux sont arrêtées' : ''}`,
};

export const causeWords = (cause: Cause): string => (causes[cause.kind] as (cause: Cause) => string)(cause);
