/** Plays a random session through the whole stack. */

import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { type Run, type RunOptions, runSession } from '../../../src/cli/simulate/run-session.ts';
import { inWords } from '../../unit/in-words.ts';
import type { RandomSession } from './random-session.ts';
import { brokenRules } from './verdict.ts';

export type Tried =
  | { readonly kind: 'refused'; readonly why: readonly string[] }
  | { readonly kind: 'ran'; readonly wrong: readonly string[] };

function optionsOf(drawn: RandomSession, minutes: number): RunOptions {
  const { program, intensity, zones, seed, kind, abilities, pumpFlow, plant, left, right, changes } = drawn;
  const change = ({ clock, session }: Run): void => {
    for (const { at, to } of changes) {
      clock.after(milliseconds(at * 1000), () => {
        if ('intensity' in to) session.setIntensity(mmhg(to.intensity));
        else if ('minutes' in to) session.setMinutes(to.minutes);
        else session.setZone(to.side, to.zone, to.setting);
      });
    }
  };
  return {
    program,
    intensity: mmhg(intensity),
    minutes,
    zones,
    seed,
    kind,
    abilities,
    pumpFlow,
    zoneSettings: { left, right },
    boots: { plant: { parameters: { ...plant, legSizeVariation: 0 } } },
    meanwhile: change,
  };
}

/**
 * Notices that are no failure: a setting was limited, or the boots warned of something, for example a leak of
 * worn bags.
 */
const harmless = new Set(['clamped', 'warning']);

export async function trySession(drawn: RandomSession, minutes: number): Promise<Tried> {
  const options = optionsOf(drawn, minutes);
  const result = await runSession(options);
  const { ended, notices, underruns } = result;
  const refused = notices.findLast((notice) => notice.kind === 'programRefused');
  if (refused && result.trace.times.length === 0) {
    const why = inWords(refused.problems).map(({ place, reason }) => `${place}: ${reason}`);
    return { kind: 'refused', why };
  }
  const wrong = [
    ...(ended === 'finished' ? [] : [`ended: ${ended ?? 'before it started'}`]),
    ...(underruns === 0 ? [] : [`underruns: ${underruns}`]),
    ...notices.filter(({ kind }) => !harmless.has(kind)).map((notice) => `notice: ${JSON.stringify(notice)}`),
    ...(result.trace.times.length > 0 ? brokenRules(options, result) : []),
  ];
  return { kind: 'ran', wrong };
}

export function inShort(drawn: RandomSession): string {
  const { program, seed, kind, zones, abilities, pumpFlow, plant, intensity } = drawn;
  const { pattern, shape } = program;
  const shares = Object.values(shape).map(({ enabled, fraction }) => (enabled ? fraction.toFixed(2) : 'off'));
  const figures = [
    `${kind} ${zones} zones`,
    ...(abilities.holdsTogether ? [] : ['one zone at a time']),
    ...(abilities.sharedValves ? ['shared valves'] : []),
    `${pumpFlow} L/min, ${Object.entries(plant)
      .map(([figure, value]) => `${figure} ${value}`)
      .join(', ')}, ${intensity} of ${program.peak} mmHg, seed ${seed}`,
    `${pattern.legs}, onset ${pattern.onsetDelay}, ${pattern.steps} steps, ramp ${pattern.ramp}, hold ${pattern.hold}, rest ${pattern.rest}`,
    `${pattern.release} ${pattern.trailingHolds}, pulse ${pattern.pulse ? JSON.stringify(pattern.pulse) : 'none'}, shape ${shares.join('/')}`,
    ...(pattern.sections.length > 0 ? [`sections ${JSON.stringify(pattern.sections)}`] : []),
    ...(drawn.left.length + drawn.right.length > 0
      ? [`zones set ${JSON.stringify([drawn.left, drawn.right])}`]
      : []),
    ...(drawn.changes.length > 0 ? [`changes ${JSON.stringify(drawn.changes)}`] : []),
  ];
  return figures.join('; ');
}
