import { BehaviorSubject, NEVER } from 'rxjs';
import { expect, it } from 'vitest';
import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import { Leg } from '../../../../src/boots/pair/leg.ts';
import { delayed, unshifted } from '../../../../src/boots/pair/leg-time.ts';
import { PairPlayback } from '../../../../src/boots/pair/pair-playback.ts';
import { SingleBoots } from '../../../../src/boots/single-boots.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import type { Link, LinkState } from '../../../../src/gatt/link.ts';
import { featureOf } from '../../session/driven-session.ts';
import { statusOf } from '../../status.ts';

const ms = milliseconds;
const never = (): never => {
  throw new Error('not expected in this test');
};
const link: Link = {
  lingerTime: ms(0),
  name: 'boot',
  state: new BehaviorSubject<LinkState>('connected'),
  connect: never,
  disconnect: never,
  abandon: never,
  read: never,
  write: never,
  writeNext: never,
  resubscribe: never,
  withdrawWrites: never,
  notifications: () => NEVER,
};

/** @param at when the cycles begin */
const cycles = (...at: readonly number[]): readonly Keyframe[] =>
  at.map((begins) => ({
    at: ms(begins),
    targets: [mmhg(30), mmhg(30), mmhg(30)],
    ramp: mmhgPerSecond(15),
    gate: seconds(0),
    cycle: true,
    end: false,
  }));

/** A pair that plays cycles of 10 s. The cycle that begins at 20 s is delayed on the left leg. */
function delayedLeft() {
  const clock = new VirtualClock();
  const boots = new SingleBoots(link, clock, featureOf({ kind: 'left' }), statusOf());
  const unheard = { inForce: never, failed: never };
  const leg: Leg = new Leg('left', boots, clock, () => playback.script.boundaries, unheard);
  const playback = new PairPlayback(() => [leg]);
  playback.play({ keyframes: cycles(0, 10_000, 20_000, 30_000), from: ms(0) }, false);
  leg.delay(playback.script.keyframes, ms(20_000), ms(500));
  return { playback, leg };
}

it('a cut keeps the delay of a cycle that still begins at the same time', () => {
  const { playback, leg } = delayedLeft();
  playback.play({ keyframes: cycles(20_000, 35_000), from: ms(15_000) }, false);
  expect(leg.time).toEqual(delayed(unshifted, ms(20_000), ms(500)));
});

it('a cut drops the delay of a cycle that then begins at another time', () => {
  const { playback, leg } = delayedLeft();
  playback.play({ keyframes: cycles(25_000, 35_000), from: ms(15_000) }, false);
  expect(leg.time).toEqual(unshifted);
});
