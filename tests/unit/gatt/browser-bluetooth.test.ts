import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { type AskBluetooth, browserBluetooth } from '../../../src/gatt/browser-bluetooth.ts';
import { practice } from '../../contract/practice-peripheral.ts';
import { connectedLink, kindOf } from './practice-link.ts';

const never = new Promise<never>(() => undefined);

/** Watches whether the browser's Bluetooth answers. `seen` collects its states with the times in ms, such as "silent 4500". */
function watched(ask: (clock: VirtualClock) => Promise<unknown>) {
  const clock = new VirtualClock();
  const seen: string[] = [];
  let asked = 0;
  const asking: AskBluetooth = () => {
    asked++;
    return ask(clock);
  };
  const watching = browserBluetooth(asking, clock).subscribe((state) => seen.push(`${state} ${clock.now()}`));
  return { clock, seen, asked: () => asked, end: () => watching.unsubscribe() };
}

describe("the browser's Bluetooth", () => {
  it('answers as long as it answers at all, a refusal included', async () => {
    for (const answer of [true, false])
      expect(await seenWithin(20, async () => answer)).toEqual(['answers 0']);
    expect(await seenWithin(20, () => Promise.reject(new TypeError('no getAvailability')))).toEqual([
      'answers 0',
    ]);
    const absent: AskBluetooth = () => {
      throw new TypeError('getAvailability is not a function');
    };
    expect(await seenWithin(20, absent)).toEqual(['answers 0']);
  });

  it('is silent after two questions in a row without an answer, within 5 s', async () => {
    expect(await seenWithin(60, () => never)).toEqual(['answers 2000', 'silent 4500']);
  });

  it('that is slow, or once too late, still answers', async () => {
    const slow = (clock: VirtualClock) => answered(clock, 1900);
    expect(await seenWithin(60, slow)).toEqual(['answers 1900']);
    let questions = 0;
    const sometimes = (clock: VirtualClock) => answered(clock, ++questions % 2 === 1 ? 60_000 : 10);
    expect(await seenWithin(60, sometimes)).toEqual(['answers 2000']);
  });

  it('that answers again is no longer silent', async () => {
    const late = (clock: VirtualClock) => (clock.now() < 10_000 ? never : answered(clock, 5));
    const seen = await seenWithin(60, late);
    expect(seen.slice(0, 2)).toEqual(['answers 2000', 'silent 4500']);
    expect(seen[2]).toMatch(/^answers 1\d{4}$/);
    expect(seen).toHaveLength(3);
  });

  it('is asked no more once nobody wants to know', async () => {
    const { clock, asked, end } = watched(async () => true);
    await clock.run(milliseconds(3000));
    expect(asked()).toBeGreaterThan(3);
    end();
    const before = asked();
    await clock.run(milliseconds(10_000));
    expect(asked()).toBe(before);
  });
});

describe('a link that is lost during an operation, on a platform where that costs the page its Bluetooth', () => {
  it('is never made again, and the Bluetooth is silent', async () => {
    const { clock, link, radio, bluetooth, states } = await connectedLink();
    radio.faults.costsBluetooth = true;
    let reply = 'none';
    void link.read(practice.count).then((got) => {
      reply = kindOf(got);
    });
    radio.lose();
    const seen: string[] = [];
    browserBluetooth(() => bluetooth.getAvailability(), clock).subscribe((state) => seen.push(state));
    await clock.run(milliseconds(120_000));
    expect(reply).toBe('failed');
    expect(states.at(-1)).toMatch(/^reconnecting/);
    expect(seen).toEqual(['answers', 'silent']);
    expect(radio.isLinked).toBe(false);
  });

  it('is made again if nothing was pending', async () => {
    const { clock, link, radio, bluetooth, states } = await connectedLink();
    radio.faults.costsBluetooth = true;
    radio.lose();
    await clock.run(milliseconds(10_000));
    expect(states.at(-1)).toMatch(/^connected/);
    expect(await bluetooth.getAvailability()).toBe(true);
    link.disconnect();
  });
});

async function seenWithin(
  seconds: number,
  ask: (clock: VirtualClock) => Promise<unknown>,
): Promise<readonly string[]> {
  const { clock, seen, end } = watched(ask);
  await clock.run(milliseconds(seconds * 1000));
  end();
  return seen;
}

const answered = (clock: VirtualClock, after: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(milliseconds(after), resolve);
  });
