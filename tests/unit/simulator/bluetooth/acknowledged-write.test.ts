import { describe, expect, it } from 'vitest';
import { AcknowledgedWrite } from '../../../../src/simulator/bluetooth/acknowledged-write.ts';
import type { PeripheralLink } from '../../../../src/simulator/peripheral.ts';
import { PracticePeripheral, practice } from '../../../contract/practice-peripheral.ts';
import { settled } from '../../../contract/settled.ts';
import { connected } from './scene.ts';

/** A practice peripheral that accepts long writes in parts, and lists the parts in `taken`. */
class TakesParts extends PracticePeripheral {
  readonly taken: string[] = [];
  override open(central: Parameters<PracticePeripheral['open']>[0]): PeripheralLink {
    return {
      ...super.open(central),
      prepare: (_, offset, part) => this.taken.push(`${part.length} at ${offset}`),
      execute: () => this.taken.push('executed'),
    };
  }
}

describe('a write with response', () => {
  it('that is longer than the payload goes in parts, and acts with the last exchange', async () => {
    const peripheral = new TakesParts();
    const { clock, store } = await connected({ peripherals: [peripheral], link: { payload: 61 } });
    await settled(clock, store.writeValueWithResponse(new Uint8Array(130)));
    expect(peripheral.taken).toEqual(['59 at 0', '59 at 59', '12 at 118', 'executed']);
    await settled(clock, store.writeValueWithResponse(new Uint8Array(61)));
    expect(peripheral.written.map(({ length }) => length)).toEqual([61]);
  });

  it('goes whole to a peripheral that takes no parts', () => {
    const peripheral = new PracticePeripheral();
    const link = peripheral.open({ payload: 61, notify: () => undefined, drop: () => undefined });
    const write = new AcknowledgedWrite(practice.store, new Uint8Array(130), 61);
    expect(write.exchanges).toBe(4);
    for (let left = 3; left > 0; left--) write.prepare(link, left);
    write.finish(link);
    expect(peripheral.written.map(({ length }) => length)).toEqual([130]);
  });
});
