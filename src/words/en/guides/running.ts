/** Words of a running guide, on the screen and for the voice, and words of its end. */

import { type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Direction } from '../../../guide/guide.ts';
import type { GuideWords } from '../../guides/guide-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';
import { names } from './names.ts';
import { phaseWords, placeOf, prompts } from './phases.ts';

const directions: Readonly<Record<Direction, string>> = {
  'toward-heart': 'an arrow along it points toward the heart',
  'to-and-fro': 'an arrow along it points both ways',
  around: 'an arrow runs around it',
  'on-the-spot': 'a ring marks the spot',
};

const minutesAloud = (n: Numbers, left: Seconds): string => {
  const minutes = Math.ceil(left / 60);
  return `${n.count(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })} left`;
};

export function running(
  n: Numbers,
): Pick<
  GuideWords,
  'phase' | 'passes' | 'picture' | 'following' | 'left' | 'leftAloud' | 'prompt' | 'spoken' | 'over'
> {
  const phase = phaseWords(n);
  const isCounted = (of: Parameters<typeof phase>[0]): boolean => of.passes > 1 && of.cue !== 'breathe';
  return {
    phase,
    passes: ({ phase: now, pass }) => (isCounted(now) ? `${n.count(pass)} of ${n.count(now.passes)}` : ''),
    picture: (now) => {
      if (now.muscle === null) return 'Both legs, seen from the front and from behind.';
      const arrow = now.direction === null ? '' : `; ${directions[now.direction]}`;
      return `Both legs, seen from the front and from behind. Lit: ${placeOf(now)}${arrow}.`;
    },
    following: ({ phase: now, next }) => {
      if (next === null || now.kind === 'ready') return '';
      const { title } = phase(next);
      return next.kind === 'ready'
        ? capital(title)
        : `Then: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
    },
    left: ({ left }) => `${n.clockTime(left)} left`,
    leftAloud: ({ left }) => minutesAloud(n, left),
    prompt: (signal) => (signal.kind === 'prompt' ? prompts[signal.prompt] : ''),
    spoken: (signal, guide) => {
      switch (signal.kind) {
        case 'phase': {
          const { title, how, aloud } = phase(signal.phase);
          const name = signal.first ? `${names[guide.id]}. ` : '';
          return `${name}${aloud ?? `${title}. ${how}`}`;
        }
        case 'prompt':
          return prompts[signal.prompt];
        case 'pass':
          return signal.phase.cue === 'breathe' ? 'In' : n.count(signal.pass);
        case 'turn':
          return signal.phase.cue === 'breathe' ? 'Out' : '';
        case 'count':
          return n.count(signal.left);
        case 'paused':
          return 'Paused.';
        case 'resumed':
          return 'Resuming.';
        case 'finished':
          return `${names[guide.id]}: done.`;
      }
    },
    over: ({ guide, how, spent, planned }) => ({
      title: how === 'finished' ? 'Done' : 'Ended early',
      what:
        how === 'finished'
          ? `${names[guide]}, ${n.lasting(spent)}.`
          : `${names[guide]}, ${n.lasting(spent)} of ${n.lasting(seconds(Math.round(planned)))}.`,
    }),
  };
}
