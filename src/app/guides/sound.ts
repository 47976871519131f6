/** Plays tones on an audio context. A click has to open the context, because browsers keep it silent before one. */

import type { Tone } from '../../guide/signals/tones.ts';
import { playTones } from './tones.ts';

export interface Sound {
  /** Call inside a click. */
  open(): void;
  play(tones: readonly Tone[]): void;
}

export function pageSound(): Sound | null {
  if (!('AudioContext' in window)) return null;
  let context: AudioContext | null = null;
  const open = (): void => {
    context ??= new AudioContext();
    // If the browser refuses, the context stays silent until `open` is called in another click.
    if (context.state === 'suspended') void context.resume();
  };
  return {
    open,
    play: (tones) => {
      if (context?.state === 'running') playTones(context, tones, context.currentTime);
    },
  };
}
