import { describe, expect, it } from 'vitest';
import { Control } from '../../../../../src/simulator/firmware/protocol/control.ts';
import { seededRandom } from '../../../../../src/simulator/random.ts';

const control = (insistOnPress = false) => new Control(seededRandom(1), insistOnPress);

const grantedToken = (c: Control, previous: number, now: number): number => {
  const grant = c.request(previous, now);
  if (!grant.granted) throw new Error(grant.why);
  return grant.token;
};

describe('control', () => {
  it('is granted to the first controller that asks, and again to one that shows its token', () => {
    const c = control();
    const token = grantedToken(c, 0, 0);
    expect(token).toBeGreaterThan(0);
    expect(grantedToken(c, token, 1000)).toBe(token);
    expect(c.holder).toBe(token);
  });

  it('is refused to another controller if the holder was heard within 30 s, before the first Prepare', () => {
    const c = control();
    grantedToken(c, 0, 0);
    expect(c.request(0, 30_000)).toEqual({ granted: false, why: 'heldByAnother' });
    expect(c.request(0, 30_001)).toMatchObject({ granted: true, tookOver: true });
  });

  it('is refused to another for the allowance in a session, and for 30 s before one', () => {
    const c = control();
    grantedToken(c, 0, 0);
    c.setAllowance(5);
    c.noteCommand(1000);
    expect(c.request(0, 6000, true).granted).toBe(false);
    expect(c.request(0, 31_000, false).granted).toBe(false);
    expect(c.mayBeTakenOver(31_001, false)).toBe(true);
    expect(c.request(0, 6001, true).granted).toBe(true);
  });

  it('passes to another after 30 s of silence if the allowance lasts to the end, and then silence never ends a session', () => {
    const c = control();
    grantedToken(c, 0, 0);
    c.setAllowance(255);
    expect(c.request(0, 30_000).granted).toBe(false);
    expect(c.isAloneTooLong(3_600_000)).toBe(false);
    expect(c.request(0, 30_001).granted).toBe(true);
  });

  it('passes to another within 10 s of a press on the boots, and invalidates the old token', () => {
    const c = control();
    const old = grantedToken(c, 0, 0);
    c.notePress(1000);
    const token = grantedToken(c, 0, 11_000);
    expect(token).not.toBe(old);
    expect(c.isHolder(old)).toBe(false);
    expect(c.request(0, 11_001).granted).toBe(false);
  });

  it('may require a press of the button from a new controller', () => {
    const c = control(true);
    expect(c.request(0, 0)).toEqual({ granted: false, why: 'needsPress' });
    c.notePress(0);
    expect(c.request(0, 10_000).granted).toBe(true);
  });

  it.each([
    ['taken over', (c: Control) => c.notePress(0)],
    ['given up', (c: Control) => c.release()],
  ])(
    'that was %s comes with another token of 32 bits, even if the random numbers repeat (CTL-2)',
    (_, end) => {
      const c = new Control(() => 0.9, false);
      const old = grantedToken(c, 0, 0);
      end(c);
      const token = grantedToken(c, 0, 0);
      expect(token).not.toBe(old);
      expect(token).toBe(token >>> 0);
    },
  );

  it('never grants a token that reads as "nobody" in the status', () => {
    expect(grantedToken(new Control(() => 0, false), 0, 0) & 0xffff).not.toBe(0);
  });
});
