/** The cycles that a drawing shows: one at full strength, after the warm-up; or, if legs or sections take turns, one for each turn. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../air/fill-model.ts';
import { legsAlike } from '../../air/predict.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import type { Adaptation } from '../cycle/adaptation.ts';
import { type Cycle, composeCycle } from '../cycle/compose.ts';
import { roundOf, type Turn } from '../turns.ts';
import { type CycleRecording, recordCycle } from './cycle-recording.ts';
import type { DrawnCycle, PreviewBand, PreviewPoint, PreviewTurn } from './preview.ts';

interface DrawnTurn {
  readonly cycle: Cycle;
  readonly recording: CycleRecording;
  readonly start: Seconds;
  readonly repeats: number;
}

const shifted = (points: readonly PreviewPoint[], start: Seconds): readonly PreviewPoint[] =>
  points.map(({ at, pressure }) => ({ at: seconds(start + at), pressure }));

/** One adaptation of each kind, with the figures of the first turn that has it; `inPairs` has the pairs of all turns. */
function merged(cycles: readonly Cycle[]): readonly Adaptation[] {
  const found = new Map<Adaptation['kind'], Adaptation>();
  for (const adaptation of cycles.flatMap(({ adaptations }) => adaptations)) {
    const before = found.get(adaptation.kind);
    if (before === undefined) found.set(adaptation.kind, adaptation);
    else if (before.kind === 'inPairs' && adaptation.kind === 'inPairs') {
      const pairs = new Map(
        [...before.pairs, ...adaptation.pairs].map((pair) => [pair.join(), pair] as const),
      );
      found.set('inPairs', { kind: 'inPairs', pairs: [...pairs.values()] });
    }
  }
  return [...found.values()];
}

/**
 * The first round (all turns until they repeat) that begins after the warm-up: each distinct turn once, and for each cycle of the round the
 * index of its turn.
 */
function firstRoundAfterWarmUp(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
): { turns: readonly DrawnTurn[]; order: readonly number[] } {
  const round = roundOf(settings, boots);
  const warm = Math.max(1, settings.program.pattern.warmUpCycles);
  const begins = Math.ceil(warm / round.length) * round.length;
  const distinct: readonly Turn[] = [...new Set(round)];
  let start = 0;
  const turns = distinct.map((turn): DrawnTurn => {
    const cycle = composeCycle(settings, boots, fills, { index: begins + round.indexOf(turn) });
    const recording = recordCycle(cycle, boots, fills, 'rested');
    const repeats = round.filter((each) => each === turn).length;
    const drawn = { cycle, recording, start: seconds(start), repeats };
    start += recording.lasts;
    return drawn;
  });
  return { turns, order: round.map((turn) => distinct.indexOf(turn)) };
}

export function drawnTurns(settings: Settings, boots: BootsShape, fills: FillModel): DrawnCycle {
  const { turns, order } = firstRoundAfterWarmUp(settings, boots, fills);
  const zones = boots.parts.length;
  const bands: readonly PreviewBand[] = boots.sides.flatMap((side, leg) =>
    boots.parts.map((part, zone) => {
      const target = leg * zones + zone;
      const peak = Math.max(0, ...turns.map(({ cycle }) => cycle.peaks[target] ?? 0));
      const off = peak <= rules.sealedReleased;
      const sideBySide = (of: 'asked' | 'expected'): readonly PreviewPoint[] =>
        turns.flatMap(({ recording, start }) => shifted(recording.zones[target]?.[of] ?? [], start));
      return {
        side,
        part,
        off,
        peak: mmhg(off ? 0 : peak),
        asked: sideBySide('asked'),
        expected: sideBySide('expected'),
      };
    }),
  );
  return {
    bands,
    alike: boots.sides.length > 1 && turns.every(({ cycle }) => legsAlike(cycle.keyframes, zones)),
    turns: turns.map(({ cycle, recording, start, repeats }): PreviewTurn => {
      const squeezed = (leg: number, zone: number): boolean =>
        (cycle.peaks[leg * zones + zone] ?? 0) >= cycle.prefill;
      return {
        start,
        lasts: recording.lasts,
        repeats,
        sides: cycle.turn.sides,
        parts: boots.parts.filter((_, zone) => boots.sides.some((_, leg) => squeezed(leg, zone))),
        marks: recording.marks,
      };
    }),
    order,
    prefill: mmhg(Math.max(0, ...turns.map(({ cycle }) => cycle.prefill))),
    cycleTime: seconds(turns.reduce((sum, { recording }) => sum + recording.lasts, 0)),
    adaptations: merged(turns.map(({ cycle }) => cycle)),
  };
}
