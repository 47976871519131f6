/**
 * A person presses buttons at random while links fail. What the page says about squeezing must be true of all
 * boots whose link works (truth.ts says how soon). 20 s after the last fault of a link, Resume, intensity, Pause
 * and Stop must work.
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { noFaults } from '../../../src/simulator/bluetooth/link-parameters.ts';
import type { Radio } from '../../../src/simulator/bluetooth/radio.ts';
import { runs } from '../../seed.ts';
import { PairRig } from '../pair/rig.ts';
import { pressuresIn } from '../rig.ts';
import { SessionRig } from '../session/rig.ts';
import { LOOK_INTERVAL, Truth } from './truth.ts';

type PersonInput = 'pause' | 'resume' | 'stop' | 'start' | 'lower' | 'raise' | 'nothing';

interface Blip {
  readonly kind: 'lost' | 'silent' | 'slow' | 'unanswered' | 'garbled';
  readonly side: 'left' | 'right' | 'both';
  /** In 0.1 s. */
  readonly lasting: number;
}

interface ChaosEvent {
  readonly input: PersonInput;
  /** Time from the input to the blip (a short fault of the link), in 0.1 s. */
  readonly after: number;
  readonly blip: Blip | null;
  /** Time to the next event, in 0.1 s. */
  readonly until: number;
}

const blip: fc.Arbitrary<Blip> = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('lost' as const) },
    { weight: 3, arbitrary: fc.constantFrom('silent' as const, 'slow', 'unanswered', 'garbled') },
  ),
  side: fc.constantFrom('left', 'right', 'both'),
  lasting: fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 10, max: 90 })),
});

const anyEvent: fc.Arbitrary<ChaosEvent> = fc.record({
  input: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('pause' as const, 'resume') },
    { weight: 1, arbitrary: fc.constantFrom('stop' as const, 'start', 'nothing') },
    { weight: 2, arbitrary: fc.constantFrom('lower' as const, 'raise') },
  ),
  after: fc.integer({ min: 0, max: 15 }),
  blip: fc.option(blip, { freq: 4 }),
  until: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 20, max: 150 })),
});

const story = fc.record({
  seed: fc.nat(1_000_000),
  pair: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  events: fc.array(anyEvent, { minLength: 2, maxLength: 7 }),
});

const clear = noFaults();

function inject(radio: Radio, kind: Blip['kind']): void {
  const { faults } = radio;
  if (kind === 'lost') {
    faults.unreachable = true;
    radio.lose();
  } else if (kind === 'silent') faults.silent = true;
  else if (kind === 'slow') faults.delay = milliseconds(400);
  else if (kind === 'unanswered') faults.unanswered = 1;
  else faults.garbled = 3;
}

class StoryPlayer {
  readonly rig: SessionRig | PairRig;
  readonly truth: Truth;

  constructor(seed: number, pair: boolean) {
    const options = { seed, zones: 3 };
    this.rig = pair ? new PairRig(options) : new SessionRig(options);
    this.truth = new Truth(this.rig);
  }

  get radios(): Readonly<Record<'left' | 'right', Radio>> {
    const { rig } = this;
    return rig instanceof PairRig
      ? { left: rig.radio('left'), right: rig.radio('right') }
      : { left: rig.radio, right: rig.radio };
  }
  get pressures(): readonly number[] {
    const { rig } = this;
    return rig instanceof PairRig
      ? [...rig.pressures('left'), ...rig.pressures('right')]
      : pressuresIn(rig.boots);
  }

  async pass(seconds: number, met: () => boolean = () => false): Promise<boolean> {
    for (let passed = 0; passed < seconds && !met(); passed += LOOK_INTERVAL) {
      await this.rig.pass(LOOK_INTERVAL);
      this.truth.look();
    }
    return met();
  }

  input(input: PersonInput): void {
    const { session } = this.rig;
    if (input === 'lower') session.setIntensity(mmhg(35));
    else if (input === 'raise') session.setIntensity(mmhg(55));
    else if (input !== 'nothing') session[input]();
  }

  blip({ kind, side, lasting }: Blip): void {
    const struck = side === 'both' ? [this.radios.left, this.radios.right] : [this.radios[side]];
    for (const radio of struck) inject(radio, kind);
    this.rig.clock.after(milliseconds(lasting * 100), () => {
      for (const { faults } of struck) Object.assign(faults, clear);
    });
  }

  async everythingWorks(): Promise<void> {
    const { session } = this.rig;
    const phase = () => session.glance.phase;
    for (const { faults } of Object.values(this.radios)) Object.assign(faults, clear);
    await this.pass(20);
    if (phase() === 'paused') {
      session.resume();
      expect(await this.pass(10, () => phase() === 'running')).toBe(true);
    }
    if (phase() === 'running') {
      session.setIntensity(mmhg(32));
      await this.pass(3);
      expect(Math.max(...this.pressures)).toBeLessThan(32 + 5);
      session.pause();
      expect(await this.pass(4, () => phase() === 'paused')).toBe(true);
      await this.pass(6);
      expect(Math.max(...this.pressures)).toBeLessThan(20);
    }
    session.stop();
    await this.pass(12);
    expect(['idle', 'ended']).toContain(phase());
    expect(Math.max(...this.pressures)).toBeLessThan(20);
  }
}

it('the page tells the truth and its controls work, whatever a person does and whatever is lost on the way', {
  timeout: 1_800_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ seed, pair, events }) => {
      const player = new StoryPlayer(seed, pair);
      await player.rig.run(10);
      for (const { input, after, blip: trouble, until } of events) {
        player.input(input);
        await player.pass(after / 10);
        if (trouble) player.blip(trouble);
        await player.pass(until / 10);
      }
      await player.everythingWorks();
    }),
    { numRuns: runs(8, 16), endOnFailure: true },
  );
});
