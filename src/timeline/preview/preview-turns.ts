/** The cycles that are drawn of a program: one at full strength that follows others, or of each turn one, side by side. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../air/fill-model.ts';
import { legsAlike } from '../../air/predict.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import type { Adaptation } from '../cycle/adaptation.ts';
import { type Cycle, composeCycle } from '../cycle/compose.ts';
import { turnOf, turnsOf } from '../cycle/turns.ts';
import type { Preview, PreviewBand, PreviewPoint, PreviewTurn } from './preview.ts';
import { type Played, played } from './preview-played.ts';

type Drawn = Pick<Preview, 'bands' | 'alike' | 'turns' | 'order' | 'mould' | 'cycleTime' | 'adaptations'>;

interface DrawnTurn {
  readonly cycle: Cycle;
  readonly played: Played;
  readonly sides: BootsShape['sides'];
  readonly start: Seconds;
  repeats: number;
}

const later = (points: readonly PreviewPoint[], start: Seconds): readonly PreviewPoint[] =>
  points.map(({ at, pressure }) => ({ at: seconds(start + at), pressure }));

/** Each kind of adaptation once, whichever turn it is of; pairs are those of all turns. */
function together(cycles: readonly Cycle[]): readonly Adaptation[] {
  const said = new Map<Adaptation['kind'], Adaptation>();
  for (const adaptation of cycles.flatMap(({ adaptations }) => adaptations)) {
    const before = said.get(adaptation.kind);
    if (before === undefined) said.set(adaptation.kind, adaptation);
    else if (before.kind === 'inPairs' && adaptation.kind === 'inPairs') {
      const pairs = new Map(
        [...before.pairs, ...adaptation.pairs].map((pair) => [pair.join(), pair] as const),
      );
      said.set('inPairs', { kind: 'inPairs', pairs: [...pairs.values()] });
    }
  }
  return [...said.values()];
}

/** A round of all turns that follows the warm-up and other cycles: turns once each, and which of them its cycles take. */
function roundOf(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
): { turns: DrawnTurn[]; order: number[] } {
  const round = turnsOf(settings, boots).reduce((sum, { cycles }) => sum + cycles, 0);
  const warm = Math.max(1, settings.program.pattern.warmUpCycles);
  const begins = Math.ceil(warm / round) * round;
  const turns: DrawnTurn[] = [];
  const known = new Map<string, number>();
  let start = 0;
  const order = Array.from({ length: round }, (_, within) => {
    const turn = turnOf(settings, boots, begins + within);
    const key = `${turn.sides} ${turn.section}`;
    const before = known.get(key);
    const same = before === undefined ? undefined : turns[before];
    if (before !== undefined && same !== undefined) {
      same.repeats++;
      return before;
    }
    const cycle = composeCycle(settings, boots, fills, { index: begins + within });
    const play = played(cycle, boots, fills, false);
    known.set(key, turns.length);
    turns.push({ cycle, played: play, sides: turn.sides, start: seconds(start), repeats: 1 });
    start += play.lasts;
    return turns.length - 1;
  });
  return { turns, order };
}

export function drawnTurns(settings: Settings, boots: BootsShape, fills: FillModel): Drawn {
  const { turns, order } = roundOf(settings, boots, fills);
  const zones = boots.parts.length;
  const bands: readonly PreviewBand[] = boots.sides.flatMap((side, leg) =>
    boots.parts.map((part, zone) => {
      const target = leg * zones + zone;
      const peak = Math.max(0, ...turns.map(({ cycle }) => cycle.peaks[target] ?? 0));
      const off = peak <= rules.sealedReleased;
      const inRow = (of: 'asked' | 'expected'): readonly PreviewPoint[] =>
        turns.flatMap(({ played, start }) => later(played.zones[target]?.[of] ?? [], start));
      return {
        side,
        part,
        off,
        peak: mmhg(off ? 0 : peak),
        asked: inRow('asked'),
        expected: inRow('expected'),
      };
    }),
  );
  return {
    bands,
    alike: boots.sides.length > 1 && turns.every(({ cycle }) => legsAlike(cycle.keyframes, zones)),
    turns: turns.map(({ cycle, played, sides, start, repeats }): PreviewTurn => {
      const squeezed = (leg: number, zone: number): boolean =>
        (cycle.peaks[leg * zones + zone] ?? 0) > cycle.mould;
      return {
        start,
        lasts: played.lasts,
        repeats,
        sides,
        parts: boots.parts.filter((_, zone) => boots.sides.some((_, leg) => squeezed(leg, zone))),
        marks: played.marks,
      };
    }),
    order,
    mould: mmhg(Math.max(0, ...turns.map(({ cycle }) => cycle.mould))),
    cycleTime: seconds(turns.reduce((sum, { played }) => sum + played.lasts, 0)),
    adaptations: together(turns.map(({ cycle }) => cycle)),
  };
}
