/**
 * More pressure is asked for than the boots can reach in time: by a person during a session, or by a program on
 * boots that fill one zone at a time.
 */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { runSession } from '../../../../src/cli/simulate/run-session.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { windDown } from '../../../../src/program/presets/wind-down.ts';
import { inWords } from '../../../unit/in-words.ts';
import { SessionRig } from '../rig.ts';

describe('a higher intensity than the boots can reach in time', () => {
  it('is lowered to one that they can reach, with a notice, and the session goes on with it', {
    timeout: 240_000,
  }, async () => {
    const rig = new SessionRig({ zones: 7 });
    await rig.connect();
    rig.session.choose(windDown);
    rig.session.setMinutes(8);
    rig.session.start();
    await rig.until(() => rig.session.glance.phase === 'running', 60);
    await rig.pass(200);
    rig.session.setIntensity(mmhg(80));
    const { settings, notice } = rig.session.glance;
    expect(settings.intensity).toBeLessThan(80);
    expect(settings.intensity).toBeGreaterThan(40);
    expect(notice?.kind === 'clamped' && inWords([notice.problem])).toMatchObject([
      {
        place: 'intensity',
        reason: 'On these legs your boots fill too slowly for 80 mmHg.',
        suggestion: `It is set to ${settings.intensity} mmHg.`,
      },
    ]);
    let highest = 0;
    rig.boots.observe(() => {
      highest = Math.max(highest, rig.highest);
    });
    await rig.until(() => rig.session.glance.phase === 'ended', 900);
    expect(rig.status.endReason).toBe('finished');
    expect(highest).toBeGreaterThan(settings.intensity - 5);
    expect(highest).toBeLessThan(settings.intensity + 5);
  });
});

describe('boots that fill one zone at a time', () => {
  it('are lowered during the session, as was said before Start (find-adaptations.test.ts), with a notice, and finish', async () => {
    const run = await runSession({
      program: postMarathon,
      minutes: 9,
      intensity: postMarathon.peak,
      zones: 3,
      seed: 1,
      legs: 'small',
      abilities: { holdsTogether: false, sharedValves: false },
    });
    const lowered = run.notices.flatMap((notice) =>
      notice.kind === 'clamped' && notice.problem.kind === 'lowered' ? [notice.problem] : [],
    );
    expect(lowered[0]?.asked).toBe(postMarathon.peak);
    expect(lowered.at(-1)?.set).toBe(run.session.glance.settings.intensity);
    expect(run.ended).toBe('finished');
  });
});
