import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { countResult, noRefusals, type OperationResult } from '../../../src/gatt/refusals.ts';
import { practice } from '../../contract/practice-peripheral.ts';
import { settled } from '../../contract/settled.ts';
import { watchUnhandledRejections } from '../../unhandled.ts';
import { bytes, connectedLink, kindOf, stateNames } from './practice-link.ts';

watchUnhandledRejections();

const isOverAfter = (...results: readonly OperationResult[]): boolean =>
  results.reduce(countResult, noRefusals).isOver;

describe('refusals in a row', () => {
  it('end the link at the third', () => {
    expect(isOverAfter('refused', 'refused')).toBe(false);
    expect(isOverAfter('refused', 'refused', 'refused')).toBe(true);
  });

  it('are interrupted by an answer, but not by what the platform merely accepted', () => {
    expect(isOverAfter('refused', 'refused', 'answered', 'refused')).toBe(false);
    expect(isOverAfter('refused', 'taken', 'refused', 'taken', 'refused')).toBe(true);
  });

  it('end the link at once if an urgent operation was refused in every way', () => {
    expect(isOverAfter('urgentRefused')).toBe(true);
  });
});

describe('a link that refuses', () => {
  it('reconnects after the third refusal in a row, and sends nothing that waited', async () => {
    const { clock, link, radio, peripheral, states } = await connectedLink();
    radio.refuse('everything');
    const replies = [1, 2, 3, 4].map((value) => link.write(practice.store, bytes(value), 'withResponse'));
    const kinds = (await settled(clock, Promise.all(replies))).map(kindOf);
    expect(kinds).toEqual(['failed', 'failed', 'failed', 'notConnected']);
    await clock.run(milliseconds(2000));
    expect(stateNames(states).slice(-2)).toEqual(['reconnecting', 'connected']);
    expect(peripheral.written).toEqual([]);
    expect(kindOf(await settled(clock, link.write(practice.store, bytes(5), 'withResponse')))).toBe('ok');
  });

  it('stays up while it refuses only single operations', async () => {
    const { clock, link, states } = await connectedLink();
    for (let i = 0; i < 5; i++) {
      await settled(clock, link.write(practice.store, new Uint8Array(513), 'withResponse'));
      await settled(clock, link.read(practice.store));
    }
    expect(stateNames(states).at(-1)).toBe('connected');
  });

  it('ends after one urgent write refused in every way, which is written first on the next link', async () => {
    const { clock, link, radio, peripheral, states } = await connectedLink();
    radio.refuse('everything');
    expect(kindOf(await settled(clock, link.writeNext(practice.store, bytes(9))))).toBe('failed');
    expect(stateNames(states).at(-1)).toBe('reconnecting');
    const writtenAsConnected: number[] = [];
    link.state.subscribe((state) => {
      if (state === 'connected') writtenAsConnected.push(...peripheral.written.map(([first]) => first ?? -1));
    });
    await clock.run(milliseconds(3000));
    expect(writtenAsConnected).toEqual([9]);
    expect(peripheral.written, 'once').toHaveLength(1);
  });

  it('carries an urgent write without response if only that is accepted', async () => {
    const { clock, link, radio, peripheral, states } = await connectedLink();
    radio.refuse('whatIsAnswered');
    expect(kindOf(await settled(clock, link.writeNext(practice.store, bytes(9))))).toBe('ok');
    await clock.run(milliseconds(100));
    expect(peripheral.written).toEqual([bytes(9)]);
    expect(stateNames(states).at(-1)).toBe('connected');
  });
});

describe('an urgent write', () => {
  it('requested without a connection reconnects at once and is written first', async () => {
    const { clock, link, radio, peripheral } = await connectedLink();
    radio.faults.unreachable = true;
    radio.lose();
    await clock.run(milliseconds(9000));
    radio.faults.unreachable = false;
    expect(kindOf(await link.writeNext(practice.store, bytes(7)))).toBe('notConnected');
    await clock.run(milliseconds(1000));
    expect(peripheral.written).toEqual([bytes(7)]);
  });

  it('is not written on a later connection after a disconnect on purpose', async () => {
    const { clock, link, radio, peripheral } = await connectedLink();
    radio.refuse('everything');
    await settled(clock, link.writeNext(practice.store, bytes(7)));
    link.disconnect();
    await settled(clock, link.connect());
    expect(peripheral.written).toEqual([]);
  });

  it('that was answered is not written again', async () => {
    const { clock, link, radio, peripheral } = await connectedLink();
    await settled(clock, link.writeNext(practice.store, bytes(7)));
    radio.lose();
    await clock.run(milliseconds(3000));
    expect(peripheral.written).toEqual([bytes(7)]);
  });
});
