import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhgPerSecond, seconds } from '../../../../../firmware-protocol/quantities.ts';
import { ScriptPositions } from '../../../../../src/boots/pair/leg-sync/script-position.ts';
import { delayed, unshifted } from '../../../../../src/boots/pair/leg-time.ts';
import { statusOf } from '../../../status.ts';

const ms = milliseconds;
const keyframe: Keyframe = {
  at: ms(0),
  targets: ['vent'],
  ramp: mmhgPerSecond(0),
  gate: seconds(0),
  cycle: false,
  end: false,
};
const timeline = [keyframe, { ...keyframe, at: ms(9000), gate: seconds(10) }];
const playing = statusOf({ therapy: 'running', operation: 'playing', playhead: ms(1000) });
const late = delayed(unshifted, ms(2000), ms(500));

describe('where a leg is in the script', () => {
  it('is found once for the same instant, status, timeline and shifts', () => {
    const positions = new ScriptPositions();
    const found = positions.at(playing, ms(300), timeline, late);
    expect(found).toMatchObject({ playhead: 1300, script: 1300, standing: false });
    expect(positions.at(playing, ms(300), timeline, late)).toBe(found);
  });

  it('is found anew as soon as one of them differs', () => {
    const positions = new ScriptPositions();
    positions.at(playing, ms(1300), timeline, late);
    expect(positions.at(playing, ms(1200), timeline, late).script).toBe(1990);
    expect(positions.at(playing, ms(1200), timeline, unshifted).script).toBe(2200);
    const paused = statusOf({ ...playing, therapy: 'paused' });
    expect(positions.at(paused, ms(1200), timeline, unshifted).script).toBe(1000);
    expect(positions.at(playing, ms(8500), timeline, unshifted).script).toBe(9000);
    expect(positions.at(playing, ms(8500), [keyframe], unshifted).script).toBe(9500);
  });
});
