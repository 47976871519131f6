/**
 * Makes the texts about a session from a language's phrases, on screen and read aloud. happening.ts and spoken-parts.ts decide what is due.
 */

import type { Ending, SessionView } from '../../session/view.ts';
import type { EndingWords } from '../words.ts';
import {
  type Detail,
  detailOf,
  type Happening,
  happeningOf,
  type WaveCount,
  waveCountOf,
} from './happening.ts';
import { longestLinesOf } from './longest-lines.ts';
import type { Happenings } from './session-words.ts';
import { allParts, announcedParts, inSentences, minutesLeft, type SpokenPart } from './spoken-parts.ts';

export interface SessionPhrases {
  happening(now: Happening): string;
  detail(now: Detail): string;
  /** @param count null before the first wave */
  waves(count: WaveCount | null): string;
  timeLeft(minutes: number): string;
  legsAloud(legs: SessionView['legs']): string;
  readonly endings: Readonly<Record<Ending, EndingWords>>;
}

type SessionLines = Pick<
  Happenings,
  'happening' | 'detail' | 'waves' | 'longestLines' | 'spoken' | 'spokenInFull'
>;

export function sessionLines(phrases: SessionPhrases): SessionLines {
  const lines: Pick<Happenings, 'happening' | 'detail' | 'waves'> = {
    happening: (view) => phrases.happening(happeningOf(view)),
    detail: (view) => phrases.detail(detailOf(view)),
    waves: (view) => phrases.waves(waveCountOf(view)),
  };
  const textsOf = (part: SpokenPart, view: SessionView): readonly string[] => {
    switch (part) {
      case 'ending': {
        const { title, why } = phrases.endings[view.ended ?? 'none'];
        return [title, why];
      }
      case 'timeLeft': {
        const minutes = minutesLeft(view);
        return minutes === null ? [] : [phrases.timeLeft(minutes)];
      }
      case 'legs':
        return [phrases.legsAloud(view.legs)];
      default:
        return [lines[part](view)];
    }
  };
  const aloud = (parts: readonly SpokenPart[], view: SessionView): string =>
    inSentences(parts.flatMap((part) => textsOf(part, view)));
  return {
    ...lines,
    longestLines: (view) => longestLinesOf(lines, view),
    spoken: (view) => aloud(announcedParts(view), view),
    spokenInFull: (view) => aloud(allParts(view), view),
  };
}
