import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhgPerSecond, seconds } from '../../../../../firmware-protocol/quantities.ts';
import { positionAt } from '../../../../../src/boots/pair/leg-sync/leg-position.ts';
import { statusOf } from '../../../status.ts';

const ms = milliseconds;
const at = (time: number, gate: number): Keyframe => ({
  at: ms(time),
  targets: ['vent'],
  ramp: mmhgPerSecond(0),
  gate: seconds(gate),
  cycle: false,
  end: false,
});
const timeline = [at(0, 10), at(2000, 0), at(5000, 10)];
const playing = statusOf({ therapy: 'running', operation: 'playing', playhead: ms(1000), waited: ms(700) });

describe('where boots are some time after their last status', () => {
  it('moves on while they play', () => {
    expect(positionAt(playing, ms(1500), timeline)).toEqual({ playhead: 2500, waited: 700, waiting: false });
  });

  it('stops at the next gate', () => {
    expect(positionAt(playing, ms(4600), timeline)).toEqual({ playhead: 5000, waited: 1300, waiting: true });
  });

  it('stays at the gate where they wait', () => {
    const waiting = statusOf({ ...playing, operation: 'waiting' });
    expect(positionAt(waiting, ms(900), timeline)).toEqual({ playhead: 1000, waited: 1600, waiting: true });
  });

  it('stays while they are paused or stopped', () => {
    for (const therapy of ['paused', 'stopped'] as const) {
      expect(positionAt(statusOf({ ...playing, therapy }), ms(900), timeline)).toMatchObject({
        playhead: 1000,
      });
    }
  });
});
