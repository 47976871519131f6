/**
 * A guide is a list of instructions for a step of recovery, phase by phase, as data. guides.ts lists the guides; the English sentences are
 * in words/en/guides.
 */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';

export const guideIds = [
  'walk',
  'easy-run',
  'mobility',
  'stretches',
  'roller-flush',
  'by-hand',
  'spots',
  'vibration-plate',
  'cramp',
  'wind-down',
] as const;
export type GuideId = (typeof guideIds)[number];

export const muscles = ['feet', 'ankles', 'calves', 'hamstrings', 'quadriceps', 'hips', 'glutes'] as const;
export type Muscle = (typeof muscles)[number];

/** What the user needs for a guide; `blanket` and `oil` are optional. `roller`: a foam roller or massage stick. `massager`: a massage gun or a ball. */
export type Need = 'roller' | 'plate' | 'massager' | 'wall' | 'chair' | 'bed' | 'blanket' | 'oil';

export type Against =
  /** One calf is swollen, warm or red, or the user may have a clot. */
  | 'clot'
  | 'open-skin'
  | 'recent-injury'
  | 'no-feeling'
  | 'blood-thinners'
  | 'torn-muscle'
  | 'implant'
  | 'pregnancy'
  | 'inflammation'
  | 'epilepsy'
  | 'disc-or-retina'
  | 'stones'
  | 'unwell';

/** The questions about warning signs that a guide may ask before it begins. */
export const questions = ['one-calf', 'after-ultra'] as const;
export type Question = (typeof questions)[number];

export type Sign = 'one-calf' | 'dark-urine' | 'severe-pain' | 'emergency';

export const signsOf: Readonly<Record<Question, readonly Sign[]>> = {
  'one-calf': ['one-calf'],
  'after-ultra': ['emergency', 'dark-urine', 'severe-pain', 'one-calf'],
};

export type Cue =
  | 'roller-ready'
  | 'roller'
  | 'hand-ready'
  | 'hand'
  | 'spot-find'
  | 'spot-press'
  | 'plate-ready'
  | 'plate-on'
  | 'plate-rest'
  | 'walk'
  | 'run'
  | 'move-ready'
  | 'move'
  | 'stretch-ready'
  | 'stretch'
  | 'cramp-stretch'
  | 'cramp-rub'
  | 'cramp-warm'
  | 'lie-down'
  | 'breathe';

/** A sentence that the page shows for a while at a set time in a phase, and speaks if the voice is on. */
export type Prompt =
  | 'talk-test'
  | 'halfway'
  | 'last-minute'
  | 'knees'
  | 'no-bounce'
  | 'let-go-yet'
  | 'eased-yet'
  | 'keep-light'
  | 'shoulders'
  | 'jaw'
  | 'dizzy'
  | 'last-breaths';

/** How the hand, the tool or the limb moves. `on-the-spot`: it holds or presses in one place. */
export type Direction = 'toward-heart' | 'to-and-fro' | 'around' | 'on-the-spot';

export interface Phase {
  /** `ready`: the user gets into position for the next phase. `rest`: the user does nothing for a while. */
  readonly kind: 'ready' | 'work' | 'rest';
  readonly cue: Cue;
  readonly muscle: Muscle | null;
  /** Null = both legs at once, the leg that the user chooses, or no leg in particular. */
  readonly side: Side | null;
  readonly direction: Direction | null;
  /**
   * How many passes the phase has. A pass is one repetition: a stroke there and back, a round of a movement, or a breath. A phase that is not
   * repeated, such as a hold or a walk, has one pass.
   */
  readonly passes: number;
  /** Duration of one pass. */
  readonly pace: Seconds;
  /**
   * Share of a pass, 0 to 1, after which the movement turns back or breathing in becomes breathing out. Null = the movement does not turn.
   */
  readonly turn: number | null;
  /** Earliest first. `at`: time since the phase began. */
  readonly prompts: readonly { readonly at: Seconds; readonly say: Prompt }[];
}

export interface Guide {
  readonly id: GuideId;
  readonly needs: readonly Need[];
  readonly against: readonly Against[];
  readonly askFirst: Question | null;
  /** When the guide makes sense, in hours since a race or another hard run; `to` null = without an end. Null = at any time. */
  readonly window: { readonly from: number; readonly to: number | null } | null;
  /** The highest setting of the vibration plate, millimetres peak to peak; null for the other guides. */
  readonly setting: { readonly hertz: number; readonly millimetres: number } | null;
  /** What the guide does while the device sleeps. `waits`: it pauses. `goesOn`: its time runs on, because the user goes on walking or running. */
  readonly asleep: 'waits' | 'goesOn';
  readonly phases: readonly Phase[];
}

export const phaseLength = ({ passes, pace }: Phase): Seconds => seconds(passes * pace);

export const guideLength = ({ phases }: Guide): Seconds =>
  seconds(phases.reduce((sum, phase) => sum + phaseLength(phase), 0));
