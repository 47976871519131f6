/** The tones and the vibration of each signal, as data for Web Audio and navigator.vibrate. */

import type { Signal } from './signals.ts';

export interface Tone {
  /** When the tone begins, s after the signal. */
  readonly at: number;
  readonly hertz: number;
  /** Duration, s. */
  readonly length: number;
  /** Loudness, from 0 to 1. */
  readonly gain: number;
}

const tone = (hertz: number, at = 0, length = 0.16, gain = 0.5): Tone => ({ at, hertz, length, gain });

/** Frequencies of G4, C5, E5 and G5, Hz: notes of one chord, so that signals sound good together. */
const LOW_TONE = 392;
const BASE_TONE = 523.25;
const MIDDLE_TONE = 659.25;
const HIGH_TONE = 783.99;

/** Breathing has longer, softer tones and its own vibration. */
const isBreath = (signal: Extract<Signal, { kind: 'pass' | 'turn' }>): boolean =>
  signal.phase.cue === 'breathe';

export function tonesOf(signal: Signal): readonly Tone[] {
  switch (signal.kind) {
    case 'phase':
      if (signal.phase.cue === 'breathe') return [tone(BASE_TONE, 0, 0.9, 0.25)];
      return signal.phase.kind === 'work'
        ? [tone(BASE_TONE), tone(HIGH_TONE, 0.14, 0.3)]
        : [tone(HIGH_TONE, 0, 0.16, 0.35), tone(BASE_TONE, 0.14, 0.3, 0.35)];
    case 'pass':
      return isBreath(signal) ? [tone(BASE_TONE, 0, 0.9, 0.25)] : [tone(MIDDLE_TONE, 0, 0.07, 0.3)];
    case 'turn':
      return isBreath(signal) ? [tone(LOW_TONE, 0, 1.2, 0.25)] : [];
    case 'prompt':
      return [tone(MIDDLE_TONE, 0, 0.25, 0.3)];
    case 'count':
      return [tone(LOW_TONE, 0, 0.09, 0.4)];
    case 'paused':
      return [tone(MIDDLE_TONE), tone(LOW_TONE, 0.14, 0.25)];
    case 'resumed':
      return [tone(LOW_TONE), tone(MIDDLE_TONE, 0.14, 0.25)];
    case 'finished':
      return [tone(BASE_TONE), tone(MIDDLE_TONE, 0.16), tone(HIGH_TONE, 0.32, 0.6)];
  }
}

/** Durations of vibration and pause in turn, ms. Empty = no vibration. */
export function vibrationOf(signal: Signal): readonly number[] {
  switch (signal.kind) {
    case 'phase':
      return signal.phase.kind === 'work' ? [120, 80, 120] : [220];
    case 'pass':
      return isBreath(signal) ? [60] : [25];
    case 'turn':
      return isBreath(signal) ? [30, 60, 30] : [];
    case 'prompt':
      return [60];
    case 'count':
      return [40];
    case 'paused':
    case 'resumed':
      return [80];
    case 'finished':
      return [150, 100, 150, 100, 300];
  }
}
