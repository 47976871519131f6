import { expect, it } from 'vitest';
import { PageBluetooth } from '../../../../src/simulator/bluetooth/page-connection.ts';

/** Loses the Bluetooth while a request is under way, then ends the request. */
async function endedAfterLoss(end: 'resolved' | 'rejected'): Promise<string> {
  const page = new PageBluetooth();
  let seen = 'pending';
  let settle: (wanted: 'resolved' | 'rejected') => void = () => undefined;
  const started = new Promise<void>((resolve, reject) => {
    settle = (wanted) => (wanted === 'resolved' ? resolve() : reject(new Error('no link')));
  });
  page
    .ask(() => started)
    .then(
      () => {
        seen = 'resolved';
      },
      () => {
        seen = 'rejected';
      },
    );
  page.lose();
  settle(end);
  await new Promise((resolve) => setTimeout(resolve));
  return seen;
}

it.each(['resolved', 'rejected'] as const)(
  'a request that is %s after the page lost its Bluetooth does not settle for the page',
  async (end) => {
    expect(await endedAfterLoss(end)).toBe('pending');
  },
);

it('a request of a page with Bluetooth is answered', async () => {
  const page = new PageBluetooth();
  await expect(page.ask(async () => 5)).resolves.toBe(5);
  await expect(page.ask(() => Promise.reject(new Error('no link')))).rejects.toThrow('no link');
});
