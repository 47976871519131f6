/** Words of a running guide, on the screen and for the voice, and words of its end. */

import { type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Direction } from '../../../guide/guide.ts';
import type { GuideWords } from '../../guides/guide-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital, inSentence } from '../text.ts';
import { names } from './names.ts';
import { phaseWords, placeOf, prompts } from './phases.ts';

const directions: Readonly<Record<Direction, string>> = {
  'toward-heart': 'une flèche la suit vers le cœur',
  'to-and-fro': 'une flèche la suit dans les deux sens',
  around: 'une flèche en fait le tour',
  'on-the-spot': 'un anneau marque le point',
};

const minutesAloud = (n: Numbers, left: Seconds): string => {
  const minutes = Math.ceil(left / 60);
  return `encore ${n.count(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })}`;
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
    passes: ({ phase: now, pass }) => (isCounted(now) ? `${n.count(pass)} sur ${n.count(now.passes)}` : ''),
    picture: (now) => {
      if (now.muscle === null) return 'Deux jambes, de face et de dos.';
      const arrow = now.direction === null ? '' : ` ; ${directions[now.direction]}`;
      return `Deux jambes, de face et de dos. Partie éclairée : ${placeOf(now)}${arrow}.`;
    },
    following: ({ phase: now, next }) => {
      if (next === null || now.kind === 'ready') return '';
      const { title } = phase(next);
      return next.kind === 'ready' ? capital(title) : `Puis : ${inSentence(title)}`;
    },
    left: ({ left }) => `encore ${n.clockTime(left)}`,
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
          return signal.phase.cue === 'breathe' ? 'Inspirez' : n.count(signal.pass);
        case 'turn':
          return signal.phase.cue === 'breathe' ? 'Expirez' : '';
        case 'count':
          return n.count(signal.left);
        case 'paused':
          return 'En pause.';
        case 'resumed':
          return 'On reprend.';
        case 'finished':
          return `${names[guide.id]} : c’est fini.`;
      }
    },
    over: ({ guide, how, spent, planned }) => ({
      title: how === 'finished' ? 'C’est fini' : 'Terminé avant la fin',
      what:
        how === 'finished'
          ? `${names[guide]}, ${n.lasting(spent)}.`
          : `${names[guide]}, ${n.lasting(spent)} sur ${n.lasting(seconds(Math.round(planned)))}.`,
    }),
  };
}
