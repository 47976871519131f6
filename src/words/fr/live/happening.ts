/** Sentences about what happens in a session. words/live/happening.ts decides which one is due. */

import type { Seconds } from '../../../../firmware-protocol/quantities.ts';
import type {
  Crest,
  Detail,
  FixedHappening,
  Happening,
  OldReports,
  WaveCount,
} from '../../live/happening.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { parts as partNames, sides as sideNames, stretch, yours } from '../body.ts';
import { capital } from '../text.ts';
import { airAfter } from './air-after.ts';

const fixed: Readonly<Record<FixedHappening, string>> = {
  stopNotConfirmed: 'L’arrêt n’est pas confirmé',
  airStays: 'L’air ne sort pas',
  tellingToStop: 'Demande d’arrêt aux bottes',
  stopping: 'Arrêt : l’air sort',
  pausing: 'Demande de pause aux bottes',
  paused: 'En pause. Votre place est gardée.',
  resuming: 'Reprise en douceur',
  unsure: 'Question aux bottes : que font-elles ?',
  found: 'Une séance est déjà en cours sur ces bottes',
  stopped: 'Arrêté',
  preparing: 'Préparation des bottes',
  underWay: 'En cours',
  zeroing: 'Ne bougez pas un instant',
  prefill: 'Les bottes se remplissent doucement',
  releasing: 'Relâchement',
  resting: 'Repos avant la prochaine vague',
  venting: 'L’air sort',
  wholeLeg: 'Toute la jambe est comprimée',
  bothLegs: 'Les deux jambes sont comprimées, du pied à la hanche',
};

interface OldWords {
  readonly title: string;
  readonly detail: string;
}

function oldWords(old: OldReports): OldWords {
  switch (old.kind) {
    case 'noWord':
      return {
        title: 'Pas de nouvelles des bottes en ce moment',
        detail: 'Vous voyez les dernières nouvelles reçues.',
      };
    case 'noPressures':
      return {
        title: 'Les bottes n’envoient pas de pressions en ce moment',
        detail: 'Les pressions affichées sont les dernières reçues.',
      };
    case 'noState':
      return {
        title: 'Les bottes ne disent pas ce qu’elles font en ce moment',
        detail: 'Les pressions affichées sont récentes.',
      };
    case 'noPressuresOf':
      return {
        title: `La botte ${sideNames[old.leg]} n’envoie pas de pressions en ce moment`,
        detail: 'Celles de l’autre botte sont récentes.',
      };
  }
}

export function happening(n: Numbers, now: Happening): string {
  switch (now.kind) {
    case 'noWord':
    case 'noPressures':
    case 'noState':
    case 'noPressuresOf':
      return oldWords(now).title;
    case 'stretch':
      return `Compression ${stretch(now.parts)}`;
    case 'crest':
      return `La vague est sur ${yours(n, now.parts, now.sides)}`;
    default:
      return fixed[now.kind];
  }
}

function crestWords(n: Numbers, { kind, target }: Crest): string {
  const pressure = n.pressure(target);
  switch (kind) {
    case 'buildingUp':
      return `monte à ${pressure}`;
    case 'asked':
      return `${pressure} demandés`;
    case 'easing':
      return `descend à ${pressure}`;
    case 'holding':
      return `tient ${pressure}`;
  }
}

/**
 * Shown while the boots fill before the first wave.
 * @param left time until that wave; null = longer than expected
 * @param minutes the time that the person set
 */
function prefill(n: Numbers, left: Seconds | null, minutes: number): string {
  const time = n.plural(minutes, {
    one: `Votre ${n.count(minutes)} minute commence ensuite`,
    other: `Vos ${n.count(minutes)} minutes commencent ensuite`,
  });
  return left === null
    ? `D’abord le remplissage : un peu plus long que prévu cette fois. ${time}.`
    : `D’abord le remplissage : environ ${n.lasting(left)}. ${time}.`;
}

function paused(n: Numbers, { air, limit }: Extract<Detail, { readonly kind: 'paused' }>): string {
  const where =
    air === 'yes'
      ? 'Les bottes sont vides. Après dix minutes, elles s’arrêtent d’elles-mêmes.'
      : airAfter(air);
  return limit === null
    ? where
    : `${where} Une séance dure au plus ${n.whole(limit, 'min')}, pauses comprises : le temps restant continue donc de passer.`;
}

function wave(n: Numbers, { finishing, crest, holding }: Extract<Detail, { readonly kind: 'wave' }>): string {
  const behind =
    holding.length > 0
      ? `maintien ${holding.length > 2 ? stretch(holding) : `: ${n.list(holding.map((part) => partNames[part]))}`}`
      : '';
  const texts = [finishing ? 'cette vague se termine' : '', crest ? crestWords(n, crest) : '', behind];
  return capital(texts.filter((text) => text !== '').join(' · '));
}

export function detail(n: Numbers, now: Detail): string {
  switch (now.kind) {
    case 'noWord':
    case 'noPressures':
    case 'noState':
    case 'noPressuresOf':
      return oldWords(now).detail;
    case 'none':
      return '';
    case 'zeroing':
      return 'Les capteurs se mettent à zéro, les bottes vides.';
    case 'unsure':
      return 'D’ici à leur réponse, seul l’arrêt est envoyé.';
    case 'found':
      return 'Cette page ne la pilote pas. Vous pouvez la suivre, et l’arrêter.';
    case 'paused':
      return paused(n, now);
    case 'prefill':
      return prefill(n, now.left, now.minutes);
    case 'wave':
      return wave(n, now);
  }
}

export function waves(n: Numbers, count: WaveCount | null): string {
  if (count === null) return '';
  const wave = `Vague ${n.count(count.wave)}`;
  return count.of === null ? wave : `${wave} sur ${n.count(count.of)} environ`;
}

export const timeLeft = (n: Numbers, minutes: number): string =>
  `Encore ${n.count(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })}`;
