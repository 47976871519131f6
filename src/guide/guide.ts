/**
 * What a guide is: instructions for a step of recovery, phase by phase, as data. guides.ts lists all guides; their sentences are in
 * words/en/guides.
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

/** From the foot up. */
export const muscles = ['feet', 'ankles', 'calves', 'hamstrings', 'quadriceps', 'hips', 'glutes'] as const;
export type Muscle = (typeof muscles)[number];

/** What the user needs for a guide. `roller`: a roller or a rod. `massager`: a massage gun or a ball. */
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

/** The questions that are asked before a guide begins. If the user reports a sign, it does not begin. */
export const questions = ['one-calf', 'after-ultra'] as const;
export type Question = (typeof questions)[number];

/** A warning sign that the user reports in answer to a question. */
export type Sign = 'one-calf' | 'dark-urine' | 'severe-pain' | 'emergency';

/** The signs that each question asks about, gravest first. */
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

/** A sentence that is spoken and shown once, during a phase. */
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

/** The direction in which the hand, the tool or the limb moves. */
export type Direction = 'toward-heart' | 'to-and-fro' | 'around' | 'on-the-spot';

export interface Phase {
  /** `ready`: get into position for the next phase. `rest`: do nothing for a while. */
  readonly kind: 'ready' | 'work' | 'rest';
  readonly cue: Cue;
  readonly muscle: Muscle | null;
  /** Null = both legs, or the leg that the user chooses. */
  readonly side: Side | null;
  readonly direction: Direction | null;
  /** Number of times that the movement is made, 1 or more; 1 for a hold. */
  readonly passes: number;
  /** Duration of one pass, there and back. */
  readonly pace: Seconds;
  /** The share of a pass after which it turns: back toward the foot, or from breathing in to breathing out. Null = it does not turn. */
  readonly turn: number | null;
  /** In order of time; `at` is the time since the phase began. */
  readonly prompts: readonly { readonly at: Seconds; readonly say: Prompt }[];
}

export interface Guide {
  readonly id: GuideId;
  readonly needs: readonly Need[];
  readonly against: readonly Against[];
  readonly askFirst: Question | null;
  /** The hours after a race or another hard run between which the guide makes sense; null = at any time. */
  readonly window: { readonly from: number; readonly to: number | null } | null;
  /** The highest setting of the device, millimetres peak to peak; null = the guide needs no device. */
  readonly setting: { readonly hertz: number; readonly millimetres: number } | null;
  /** What the guide does when the device sleeps: it pauses, or goes on, because the user can walk on with the device in a pocket. */
  readonly asleep: 'waits' | 'goesOn';
  readonly phases: readonly Phase[];
}

export const phaseLength = ({ passes, pace }: Phase): Seconds => seconds(passes * pace);

export const guideLength = ({ phases }: Guide): Seconds =>
  seconds(phases.reduce((sum, phase) => sum + phaseLength(phase), 0));
