/** The sound of the page, opened by the press that switches it on: browsers keep an audio context silent before one. */

import type { Tone } from '../../guide/signals/tones.ts';
import { playTones } from './tones.ts';

export interface Sound {
  /** Call within a press. */
  open(): void;
  play(tones: readonly Tone[]): void;
}

/** Null where the browser has no Web Audio. */
export function pageSound(): Sound | null {
  if (!('AudioContext' in window)) return null;
  let context: AudioContext | null = null;
  const open = (): void => {
    context ??= new AudioContext();
    // A context that may not start stays silent, and starts with the next press.
    if (context.state === 'suspended') void context.resume();
  };
  return {
    open,
    play: (tones) => {
      if (context?.state === 'running') playTones(context, tones, context.currentTime);
    },
  };
}
