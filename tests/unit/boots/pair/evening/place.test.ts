import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhgPerSecond, seconds } from '../../../../../firmware-protocol/quantities.ts';
import { placeAt } from '../../../../../src/boots/pair/evening/place.ts';
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

describe('where boots are some time after they said so', () => {
  it('moves on while they play', () => {
    expect(placeAt(playing, ms(1500), timeline)).toEqual({ playhead: 2500, waited: 700, waiting: false });
  });

  it('stands at the next gate', () => {
    expect(placeAt(playing, ms(4600), timeline)).toEqual({ playhead: 5000, waited: 1300, waiting: true });
  });

  it('stays at the gate they wait at', () => {
    const waiting = statusOf({ ...playing, operation: 'waiting' });
    expect(placeAt(waiting, ms(900), timeline)).toEqual({ playhead: 1000, waited: 1600, waiting: true });
  });

  it('stays while they are paused or stopped', () => {
    for (const therapy of ['paused', 'stopped'] as const) {
      expect(placeAt(statusOf({ ...playing, therapy }), ms(900), timeline)).toMatchObject({ playhead: 1000 });
    }
  });
});
