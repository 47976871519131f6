/** The patterns that boots play in the fault matrix, as keyframes for any number of zones. */

import type { BenchKeyframe } from '../firmware/test-central.ts';

type Word = number | 'vent' | 'seal';

class TimelineWriter {
  readonly words: BenchKeyframe[] = [];
  at = 0;

  add(to: readonly Word[], lasts: number, more: Partial<BenchKeyframe> = {}): void {
    this.words.push({ at: this.at, to, ...more });
    this.at += lasts;
  }
}

const all = (zones: number, to: Word): Word[] => Array.from({ length: zones }, () => to);

/**
 * First all zones at a low pressure. Then zone after zone from the foot, each held until the last has its
 * pressure. Then a rest.
 */
function wave(script: TimelineWriter, zones: number): void {
  script.add(all(zones, 18), 1, { gate: 60, cycle: true });
  for (let zone = 0; zone < zones; zone++) {
    const to = all(zones, 18).map((low, i) => (i <= zone ? 60 - (20 * i) / zones : low));
    script.add(to, 20 / zones, { ramp: 20, gate: 60 });
  }
  script.add(all(zones, 'vent'), 9);
  script.add(all(zones, 'seal'), 6);
}

function pulses(script: TimelineWriter, zones: number): void {
  for (let zone = 0; zone < zones; zone++) {
    const to = all(zones, 'vent').map((low, i): Word => (i === zone ? 50 : low));
    script.add(to, 3, { ramp: 20, gate: 60, cycle: zone === 0 });
  }
  script.add(all(zones, 'vent'), 10);
}

function hold(script: TimelineWriter, zones: number): void {
  script.add(all(zones, 20), 1, { gate: 60, cycle: true });
  script.add(all(zones, 45), 20, { ramp: 15, gate: 60 });
  script.add(all(zones, 'vent'), 15);
}

export const patterns = { wave, pulses, hold } as const;
export type PatternName = keyof typeof patterns;

/** Repeats a pattern for at least `lasts` s of the timeline, then ends the session. */
export function keyframesOf(pattern: PatternName, zones: number, lasts: number): readonly BenchKeyframe[] {
  const script = new TimelineWriter();
  while (script.at < lasts) patterns[pattern](script, zones);
  script.add(all(zones, 'vent'), 0, { end: true });
  return script.words;
}
