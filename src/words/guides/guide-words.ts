/** What a language says of the guides. Apart from `Words`, because these sentences load with the guides, not with the first screen. */

import type { Against, Guide, GuideId, Muscle, Need, Phase, Question } from '../../guide/guide.ts';
import type { GuideRecord } from '../../guide/record.ts';
import type { Signal } from '../../guide/signals/signals.ts';
import type { GuideView } from '../../guide/view.ts';
import type { Texts } from '../first/first-words.ts';

export interface PhaseWords {
  /** Two or three words, to be read from across a room: "Left calf". */
  readonly title: string;
  /** What to do, in a sentence or two. */
  readonly how: string;
  /** What the voice says, if not both. */
  readonly aloud?: string;
}

export interface GuideWords {
  readonly names: Readonly<Record<GuideId, string>>;
  /** A line in the list of guides. */
  readonly what: Readonly<Record<GuideId, string>>;
  /** Headings of the list, and which guides stand below each. */
  readonly groups: readonly { readonly title: string; readonly guides: readonly GuideId[] }[];

  // Before a guide begins.
  /** "About 3 min" */
  lasts(guide: Guide): string;
  /** Whether anything is counted, and what: "3 muscles, both legs, 10 passes each". Empty for none. */
  counts(guide: Guide): string;
  readonly needs: Readonly<Record<Need, string>>;
  readonly against: Readonly<Record<Against, string>>;
  /** When it makes sense; empty for any time. */
  when(guide: Guide): string;
  /** That it is too early or too late for it; empty where it is not. @param hours since a race or hard run */
  notNow(guide: Guide, hours: number): string;
  /** How it is done, first things first. */
  how(guide: Guide): readonly string[];
  readonly questions: Readonly<Record<Question, { readonly title: string; readonly none: string }>>;
  /** Where a cramp is. */
  readonly crampIn: Readonly<Partial<Record<Muscle, string>>>;

  // While it runs.
  phase(phase: Phase): PhaseWords;
  /** "3 of 10"; empty where nothing is counted. */
  passes(view: GuideView): string;
  /** The picture, for who does not see it. */
  picture(phase: Phase): string;
  /** "Next: right calf"; empty at the end, and where the phase itself says what comes next. */
  following(view: GuideView): string;
  /** "2:10 left" */
  left(view: GuideView): string;
  leftAloud(view: GuideView): string;
  prompt(signal: Signal): string;
  /** What the voice says; empty for nothing. */
  spoken(signal: Signal, guide: Guide): string;

  // Afterwards.
  over(record: GuideRecord): { readonly title: string; readonly what: string };

  readonly texts: Texts<
    | 'title'
    | 'intro'
    | 'cramp'
    | 'crampWhat'
    | 'crampWhere'
    | 'choose'
    | 'afterRunning'
    | 'afterFlight'
    | 'lasts'
    | 'needs'
    | 'nothing'
    | 'when'
    | 'notIf'
    | 'how'
    | 'sources'
    | 'begin'
    | 'all'
    | 'yes'
    | 'locked'
    | 'ruledOut'
    | 'settings'
    | 'pause'
    | 'resume'
    | 'back'
    | 'next'
    | 'leave'
    | 'pauses'
    | 'paused'
    | 'asleep'
    | 'cues'
    | 'sound'
    | 'voice'
    | 'vibration'
    | 'controls'
    | 'front'
    | 'behind'
    | 'heart'
    | 'again'
    | 'plan'
    | 'unknown'
    | 'modest'
  >;
}
