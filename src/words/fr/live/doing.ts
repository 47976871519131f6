/** What is happening, in French. The English (en/live/doing.ts) says when each sentence holds. */

import { type Mmhg, type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import type { Doing, Phase, SessionView, StopHeard, ZoneView } from '../../../session/view.ts';
import type { Numbers } from '../../numbers.ts';
import { parts as partNames, sides as sideNames, stretch, yours } from '../body.ts';
import { capital } from '../text.ts';
import { airAfter } from './air-after.ts';

const byPhase: Partial<Readonly<Record<Phase, string>>> = {
  pausing: 'Demande de pause aux bottes',
  paused: 'En pause. Votre place est gardée.',
  resuming: 'La reprise va commencer, en douceur',
  unsure: 'Question aux bottes : que font-elles ?',
  found: 'Une séance est déjà en cours sur ces bottes',
  ended: 'Arrêté',
  idle: 'Arrêté',
};

const byStop: Readonly<Record<StopHeard, string>> = {
  none: 'Demande d’arrêt aux bottes',
  asked: 'Demande d’arrêt aux bottes',
  heard: 'Arrêt : l’air sort',
};

const byKind: Readonly<Record<Doing['kind'], string>> = {
  nothing: 'En cours',
  zeroing: 'Ne bougez pas un instant',
  prefill: 'Les bottes se remplissent doucement',
  filling: 'La vague arrive',
  squeezing: 'La vague arrive',
  releasing: 'Relâchement',
  resting: 'Repos avant la prochaine vague',
  venting: 'L’air sort',
  paused: 'En pause. Votre place est gardée.',
};

const squeezes = (doing: Doing): boolean =>
  (doing.kind === 'filling' || doing.kind === 'squeezing') && doing.parts.length > 0;

const everywhere = (parts: readonly BodyPart[], all: readonly BodyPart[]): boolean =>
  all.length > 1 && parts.length === all.length;

interface OldWords {
  readonly title: string;
  readonly detail: string;
}

/** What is old of what is shown, each stream by its own name; null where nothing is. */
function oldWords({ stale, stateOld, oldLegs }: SessionView): OldWords | null {
  if (stale && stateOld)
    return {
      title: 'Pas de nouvelles des bottes en ce moment',
      detail: 'Vous voyez les dernières nouvelles reçues.',
    };
  if (stale)
    return {
      title: 'Les bottes n’envoient pas de pressions en ce moment',
      detail: 'Les pressions affichées sont les dernières reçues.',
    };
  if (stateOld)
    return {
      title: 'Les bottes ne disent pas ce qu’elles font en ce moment',
      detail: 'Les pressions affichées sont récentes.',
    };
  const [leg] = oldLegs;
  return leg
    ? {
        title: `La botte ${sideNames[leg]} n’envoie pas de pressions en ce moment`,
        detail: 'Celles de l’autre botte sont récentes.',
      }
    : null;
}

export function happening(n: Numbers, view: SessionView): string {
  const { doing, phase, boots } = view;
  if (view.notice?.kind === 'stopNotConfirmed') return 'L’arrêt n’est pas confirmé';
  if (view.notice?.kind === 'notEmptying') return 'L’air ne sort pas';
  const old = oldWords(view);
  if (old) return old.title;
  if (phase === 'stopping') return byStop[view.stop];
  const fixed = byPhase[phase];
  if (fixed) return fixed;
  if (phase === 'preparing' && doing.kind !== 'zeroing') return 'Préparation des bottes';
  // After a pause the vents stay open for a while before the first wave.
  if (doing.kind === 'venting' && view.airOut === 'yes') return byKind.resting;
  if (!squeezes(doing)) return byKind[doing.kind];
  const sides = boots?.sides ?? (['left', 'right'] satisfies Side[]);
  if (everywhere(doing.parts, boots?.parts ?? [])) {
    return sides.length === 1
      ? 'Toute la jambe est comprimée'
      : 'Les deux jambes sont comprimées, du pied à la hanche';
  }
  if (doing.parts.length > 2) return `Compression ${stretch(doing.parts)}`;
  return `La vague est sur ${yours(n, doing.parts, sides)}`;
}

/** A zone holds its target when it is measured within this of it, mmHg. */
const HELD_WITHIN = 3;

/** What the crest of the wave does; empty where nothing is asked of it. */
function atCrest(n: Numbers, { legs, doing }: SessionView): string {
  const crest = [...legs.left, ...legs.right].filter(({ part }) => doing.parts.includes(part)).flatMap(asked);
  const [first] = crest;
  if (!first) return '';
  const highest = n.pressure(
    crest.reduce((most, { target }) => (target > most ? target : most), first.target),
  );
  if (crest.some(({ over }) => over !== null && over < -HELD_WITHIN)) return `monte à ${highest}`;
  if (crest.some(({ over }) => over === null)) return `${highest} demandés`;
  return crest.some(({ over }) => over !== null && over > HELD_WITHIN)
    ? `descend à ${highest}`
    : `tient ${highest}`;
}

/** What is asked of a zone, and by how much it is measured above that; null where it is not measured. */
const asked = ({ target, pressure }: ZoneView): readonly { target: Mmhg; over: number | null }[] =>
  typeof target === 'number' ? [{ target, over: pressure === null ? null : pressure - target }] : [];

const detailByPhase: Partial<Readonly<Record<Phase, string>>> = {
  preparing: 'Les capteurs se mettent à zéro, les bottes vides.',
  unsure: 'D’ici à leur réponse, seul l’arrêt est envoyé.',
  found: 'Cette page ne la pilote pas. Vous pouvez la suivre, et l’arrêter.',
};

const emptyInPause = 'Les bottes sont vides. Après dix minutes, elles s’arrêtent d’elles-mêmes.';

/** Time left is rounded up to this, so that the words do not change every second, s. */
const ABOUT = 5;

/** Why nothing is squeezed yet, and for how long. @param left below zero where it takes longer than expected */
function settling(n: Numbers, left: Seconds, minutes: number): string {
  const rounded = seconds(Math.ceil(left / ABOUT) * ABOUT);
  const time = n.plural(minutes, {
    one: `Votre ${n.count(minutes)} minute commence ensuite`,
    other: `Vos ${n.count(minutes)} minutes commencent ensuite`,
  });
  return rounded > 0
    ? `D’abord le remplissage : environ ${n.lasting(rounded)}. ${time}.`
    : `D’abord le remplissage : un peu plus long que prévu cette fois. ${time}.`;
}

/** Why the time left goes on in a pause. */
const limited = (n: Numbers, { progress }: SessionView): string =>
  progress && progress.limit !== null
    ? `Une séance dure au plus ${n.count(Math.round(progress.limit / 60))} min, pauses comprises : le temps restant continue donc de passer.`
    : '';

/** More about the sentence. */
export function detail(n: Numbers, view: SessionView): string {
  const old = oldWords(view);
  if (old) return old.detail;
  if (view.phase === 'paused') {
    const air = view.airOut === 'yes' ? emptyInPause : airAfter(view.airOut);
    return [air, limited(n, view)].filter((words) => words !== '').join(' ');
  }
  const fixed = detailByPhase[view.phase];
  if (fixed) return fixed;
  if (view.phase !== 'running') return '';
  const { doing, progress } = view;
  const left = progress?.settling ?? null;
  if (doing.kind === 'prefill' && left !== null) return settling(n, left, view.minutes);
  const crest = squeezes(doing) ? atCrest(n, view) : '';
  const { holding } = doing;
  const behind =
    holding.length > 0
      ? `maintien ${holding.length > 2 ? stretch(holding) : `: ${n.list(holding.map((part) => partNames[part]))}`}`
      : '';
  const last = progress?.finishing ? 'cette vague se termine' : '';
  return capital([last, crest, behind].filter((words) => words !== '').join(' · '));
}

/** "Vague 17 sur 28 environ"; empty before the first. */
export function waves(n: Numbers, view: SessionView): string {
  const { progress } = view;
  if (!progress || progress.cycle < 1) return '';
  if (progress.cycles < progress.cycle) return `Vague ${n.count(progress.cycle)}`;
  return `Vague ${n.count(progress.cycle)} sur ${n.count(progress.cycles)} environ`;
}
