/** Plays tones on an audio context. */

import type { Tone } from '../../guide/signals/tones.ts';

/** Times over which a tone fades in and out, s. Without fading, it would begin and end with a click. */
const FADE_IN = 0.012;
const FADE_OUT = 0.06;

/** @param from when the tones begin, on the context's clock, s */
export function playTones(context: BaseAudioContext, tones: readonly Tone[], from: number): void {
  for (const { at, hertz, length, gain } of tones) {
    const begins = from + at;
    const ends = begins + length;
    const oscillator = context.createOscillator();
    oscillator.frequency.value = hertz;
    const loudness = context.createGain();
    loudness.gain.setValueAtTime(0, begins);
    loudness.gain.linearRampToValueAtTime(gain, begins + FADE_IN);
    loudness.gain.setValueAtTime(gain, Math.max(begins + FADE_IN, ends - FADE_OUT));
    loudness.gain.linearRampToValueAtTime(0, ends);
    oscillator.connect(loudness).connect(context.destination);
    oscillator.start(begins);
    oscillator.stop(ends);
  }
}
