import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { type Frame, tappedLink } from '../../../src/gatt/tapped-link.ts';
import { practice } from '../../contract/practice-peripheral.ts';
import { practiceLink } from './practice-link.ts';

const listen = [practice.ask, practice.count];

async function tapped() {
  const { link: bare, ...rest } = await practiceLink();
  const frames: Frame[] = [];
  const link = tappedLink(bare, listen, rest.clock, (frame) => frames.push(frame));
  const connecting = link.connect();
  await rest.clock.runUntil(
    () => frames.some((frame) => frame.kind === 'link' && frame.state === 'connected'),
    milliseconds(5000),
  );
  await connecting;
  return { ...rest, link, frames };
}

describe('a tapped link', () => {
  it('tells of frames both ways, how long they took, and of its states', async () => {
    const { clock, link, frames } = await tapped();
    const writing = link.write(practice.ask, new Uint8Array([7, 8]), 'withResponse');
    await clock.run(milliseconds(1000));
    expect(await writing).toMatchObject({ ok: true });
    const written = frames.find(({ kind }) => kind === 'written');
    expect(written).toMatchObject({ uuid: practice.ask, bytes: new Uint8Array([7, 8]), failure: null });
    expect(written?.kind === 'written' && written.took).toBeGreaterThan(0);
    expect(frames.some((frame) => frame.kind === 'notified' && frame.uuid === practice.ask)).toBe(true);
    expect(frames.flatMap((frame) => (frame.kind === 'link' ? [frame.state] : []))).toEqual([
      'disconnected',
      'connecting',
      'connected',
    ]);
  });

  it('tells of what was not sent, and why', async () => {
    const { clock, link, frames, radio } = await tapped();
    radio.faults.unreachable = true;
    radio.lose();
    await clock.run(milliseconds(100));
    const writing = link.write(practice.ask, new Uint8Array([1]), 'withResponse');
    await clock.run(milliseconds(3000));
    expect(await writing).toMatchObject({ ok: false });
    expect(frames.find(({ kind }) => kind === 'written')).toMatchObject({ failure: 'notConnected' });
  });
});
