/** What a guide is: a step of recovery as data, phase by phase. The sentences are in words/en/guides; the guides themselves in guides.ts. */

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

/** From the foot up. */
export const muscles = ['feet', 'ankles', 'calves', 'hamstrings', 'quadriceps', 'hips', 'glutes'] as const;
export type Muscle = (typeof muscles)[number];

/** What somebody needs beside the floor. Roller stands for roller or rod, massager for massage gun or ball. */
export type Need = 'roller' | 'plate' | 'massager' | 'wall' | 'chair' | 'bed' | 'blanket' | 'oil';

/** Reasons against a guide: people to whom one applies must not do it, or must ask a clinician first. */
export type Against =
  /** One calf swollen, warm or red, or a clot known or suspected. */
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

/** What is asked before the first phase. A yes to any sign means that the guide is not begun. */
export const questions = ['one-calf', 'after-ultra'] as const;
export type Question = (typeof questions)[number];

/** A sign that somebody reports in answer to a question. */
export type Sign = 'one-calf' | 'dark-urine' | 'severe-pain' | 'emergency';

/** Gravest first. */
export const signsOf: Readonly<Record<Question, readonly Sign[]>> = {
  'one-calf': ['one-calf'],
  'after-ultra': ['emergency', 'dark-urine', 'severe-pain', 'one-calf'],
};

/** What to do in a phase. */
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

/** Said once within a phase. */
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

/** Which way the hand, the tool or the limb goes. */
export type Direction = 'toward-heart' | 'to-and-fro' | 'around' | 'on-the-spot';

export interface Phase {
  /** ready: get into place for the phase that follows; rest: do nothing for a while. */
  readonly kind: 'ready' | 'work' | 'rest';
  readonly cue: Cue;
  readonly muscle: Muscle | null;
  /** Null = both legs, or whichever leg the person chooses. */
  readonly side: Side | null;
  readonly direction: Direction | null;
  /** How often the movement is made, 1 or more; a hold is one. */
  readonly passes: number;
  /** How long one pass takes, there and back. */
  readonly pace: Seconds;
  /** The share of a pass after which it turns: back toward the foot, or into breathing out. Null = it does not. */
  readonly turn: number | null;
  /** By time. */
  readonly prompts: readonly { readonly at: Seconds; readonly say: Prompt }[];
}

export interface Guide {
  readonly id: GuideId;
  readonly needs: readonly Need[];
  readonly against: readonly Against[];
  readonly askFirst: Question | null;
  /** Hours after a race or another hard run between which it makes sense; null = at any time. */
  readonly window: { readonly from: number; readonly to: number | null } | null;
  /** The most that a device may be set to, peak to peak; null = there is none. */
  readonly setting: { readonly hertz: number; readonly millimetres: number } | null;
  /** What happens if the device sleeps: the guide pauses, or goes on, since a person can walk on with the device in a pocket. */
  readonly asleep: 'waits' | 'goesOn';
  readonly phases: readonly Phase[];
}

export const phaseLength = ({ passes, pace }: Phase): Seconds => seconds(passes * pace);

export const guideLength = ({ phases }: Guide): Seconds =>
  seconds(phases.reduce((sum, phase) => sum + phaseLength(phase), 0));
