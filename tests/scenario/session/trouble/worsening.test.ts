/**
 * Boots that get worse during a session. The page lowers later cycles to keep the limits, or ends the session,
 * and reports both.
 */

import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { type RunOptions, runSession } from '../../../../src/cli/simulate/run-session.ts';
import { ultra } from '../../../../src/program/presets/ultra.ts';
import { recount } from '../../../../src/scheduler/changes/recount.ts';
import { inWords } from '../../../unit/in-words.ts';
import { brokenRules } from '../../sweep/verdict.ts';
import { SessionRig } from '../rig.ts';

/**
 * The leak coefficients that the bags get during a session, one after another, L/min/mmHg. 0.002 is usual for
 * worn bags; boots warn at about 0.015.
 */
const LEAK_STEPS = [0.003, 0.005, 0.007, 0.009];

describe('boots that get worse', () => {
  it('get lower targets that keep the limits, with a notice, and the session goes on to its end', async () => {
    const options: RunOptions = {
      program: ultra,
      zones: 5,
      seed: 3,
      legs: 'large',
      pumpFlow: 5,
      intensity: mmhg(70),
      minutes: 12,
      meanwhile: ({ clock, worn }) => {
        LEAK_STEPS.forEach((coefficient, index) => {
          clock.after(milliseconds((120 + 60 * index) * 1000), () => {
            for (const { boots } of worn) {
              for (let zone = 0; zone < boots.plant.zones; zone++) {
                boots.plant.inject({ kind: 'leak', zone, coefficient });
              }
            }
          });
        });
      },
    };
    const run = await runSession(options);
    expect(run.ended).toBe('finished');
    expect(brokenRules(options, run)).toEqual([]);
    expect(run.session.glance.settings.intensity).toBeLessThan(70);
    expect(
      run.notices.map((notice) => notice.kind === 'clamped' && inWords([notice.problem])[0]?.reason),
    ).toContain('On these legs your boots fill too slowly for 70 mmHg.');
  });

  it('end the session after the current wave if no script can keep the limits, with a notice', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { plan } = rig.session.glance;
    if (!plan) throw new Error('nothing runs');
    const none = { highestTarget: mmhg(10), highestConfirmed: mmhg(10) };
    const after = recount({ ...plan, boots: { ...plan.boots, ...none } });
    expect(after.notices).toEqual([{ kind: 'endsEarly', why: 'air' }]);
    const { script } = after.plan;
    expect(script.cycles).toEqual(plan.script.cycles.slice(0, 1));
    expect(script.end).toBe(plan.script.cycles[1]?.start);
    expect(after.orders).toEqual([
      {
        kind: 'cut',
        from: script.end,
        keyframes: [
          expect.objectContaining({
            at: script.end,
            end: true,
            targets: Array.from({ length: 10 }, () => 'vent'),
          }),
        ],
      },
    ]);
    // While the boots do not change, nothing is recomputed.
    expect(recount(plan).orders).toEqual([]);
  });
});
