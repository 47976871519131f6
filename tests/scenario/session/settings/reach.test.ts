/** A person sets a running session to more pressure than the boots can reach in time. */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
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
