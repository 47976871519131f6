/** The type of the guides' words. They load with the guides, so they are not part of `Words` (words.ts), which loads earlier. */

import type { Against, Guide, GuideId, Muscle, Need, Phase } from '../../guide/guide.ts';
import type { GuideRecord } from '../../guide/record.ts';
import type { Signal } from '../../guide/signals/signals.ts';
import type { GuideView } from '../../guide/view.ts';
import type { Texts } from '../first/first-words.ts';

export interface PhaseWords {
  /** Few words, to be read from across a room: "Left calf". */
  readonly title: string;
  readonly how: string;
  /** What the voice says in place of `title` and `how`; if left out, the voice says those two. */
  readonly aloud?: string;
}

export interface GuideWords {
  readonly names: Readonly<Record<GuideId, string>>;
  readonly what: Readonly<Record<GuideId, string>>;
  readonly groups: readonly { readonly title: string; readonly guides: readonly GuideId[] }[];

  lasts(guide: Guide): string;
  /** "3 muscles, both legs, 10 times each"; empty if some phase of work counts nothing. */
  counts(guide: Guide): string;
  readonly needs: Readonly<Record<Need, string>>;
  needed(guide: Guide): string;
  readonly against: Readonly<Record<Against, string>>;
  /** How long after a run the guide is of use; empty = at any time. */
  when(guide: Guide): string;
  /** Says that it is too early or too late for the guide; otherwise empty. @param hours since a race or hard run */
  notNow(guide: Guide, hours: number): string;
  /** Why a plan leaves out the work of a guide. */
  readonly leftOut: Readonly<Record<'very-sore' | 'spot-hurts', string>>;
  how(guide: Guide): readonly string[];
  /** Answers to the question "Where is the cramp?". */
  readonly crampIn: Readonly<Partial<Record<Muscle, string>>>;

  phase(phase: Phase): PhaseWords;
  /** "3 of 10"; empty if the phase counts nothing. */
  passes(view: GuideView): string;
  /** For people who do not see the picture. */
  picture(phase: Phase): string;
  /** "Next: right calf", "Then: rest". Empty in the last phase, and in a phase that itself says what comes next. */
  following(view: GuideView): string;
  left(view: GuideView): string;
  leftAloud(view: GuideView): string;
  prompt(signal: Signal): string;
  /** What the voice says at a signal; empty = nothing. */
  spoken(signal: Signal, guide: Guide): string;

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
    | 'tapPauses'
    | 'tapResumes'
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
