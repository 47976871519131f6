/** Clauses about links that end and are made again, and about operations that overlap or repeat. */

import type { Clause } from './clause.ts';
import { demand, demandBytes, demandRejection } from './demand.ts';
import { lost, onConnection, reconnected, values } from './practice-connection.ts';
import { practice } from './practice-peripheral.ts';

export const clausesOfLinks: readonly Clause[] = [
  {
    title: 'an event reports that the peripheral has ended the link, with the server already disconnected',
    holds: onConnection(async ({ device, get }) => {
      const leave = await get(practice.leave);
      const event = lost(device);
      await leave.writeValueWithoutResponse(Uint8Array.of(1));
      demand((await event) === false, 'connected in the event that says it is not');
    }),
  },
  {
    title: 'disconnecting takes effect at once, and later operations are refused',
    holds: onConnection(async ({ device, server, get }) => {
      const store = await get(practice.store);
      const event = lost(device);
      server.disconnect();
      demand(!server.connected, 'still connected');
      demand((await event) === false, 'connected in the event that says it is not');
      await demandRejection(store.readValue(), 'NetworkError', 'a read while disconnected');
      await demandRejection(
        server.getPrimaryService(practice.service),
        'NetworkError',
        'discovery while disconnected',
      );
    }),
  },
  {
    title: 'of writes with response that overlap, those that resolve have arrived, and the others have not',
    holds: onConnection(async ({ get }) => {
      const store = await get(practice.store);
      const journal = await get(practice.journal);
      const outcomes = await Promise.allSettled(
        [101, 102, 103].map((value) => store.writeValueWithResponse(Uint8Array.of(value))),
      );
      const arrived = outcomes.flatMap(({ status }, i) => (status === 'fulfilled' ? [i + 101] : []));
      demand(arrived.length > 0, 'none was accepted');
      const written = await journal.readValue();
      const last = new DataView(written.buffer, written.byteOffset + written.byteLength - arrived.length);
      demandBytes(last, arrived, 'what arrived last');
      const all = Array.from({ length: written.byteLength }, (_, i) => written.getUint8(i));
      demand(all.filter((value) => value > 100).length === arrived.length, 'a refused write has arrived');
    }),
  },
  {
    title:
      'after a reconnect, old characteristics are refused, new ones work, and notifications that are requested again arrive once each',
    holds: onConnection(async ({ device, get }, wait) => {
      const store = await get(practice.store);
      const count = await get(practice.count);
      await count.startNotifications();
      // Here the peripheral ends the link, not the page. If the page disconnects, Chromium says so before the link is down, and drops a
      // link that is made in between.
      const event = lost(device);
      await (await get(practice.leave)).writeValueWithoutResponse(Uint8Array.of(1));
      await event;
      const fresh = await reconnected(device, wait);
      // A read through the old object must be refused. No clause tests the old service object, because Chromium confuses it with the new
      // one, which has the same handle.
      await demandRejection(store.readValue(), 'InvalidStateError', 'an old characteristic');
      const countAgain = await fresh.get(practice.count);
      const heard = values(countAgain, 3);
      await countAgain.startNotifications();
      for (const times of [1, 2]) await countAgain.writeValueWithResponse(Uint8Array.of(times));
      const notified = await heard;
      demandBytes(notified[0] ?? new DataView(new ArrayBuffer(0)), [0, 1], 'the first notification');
      demandBytes(notified[2] ?? new DataView(new ArrayBuffer(0)), [1, 2], 'the last, each having come once');
    }),
  },
  {
    title: 'notifications that are stopped and started again arrive',
    holds: onConnection(async ({ get }) => {
      const count = await get(practice.count);
      await count.startNotifications();
      await count.stopNotifications();
      await count.startNotifications();
      const heard = values(count, 2);
      await count.writeValueWithResponse(Uint8Array.of(2));
      demand((await heard).length === 2, 'no notifications');
    }),
  },
  {
    title:
      'connecting right after disconnecting leads to a connection that holds, after one more drop at most',
    holds: onConnection(async ({ device, server, get }, wait) => {
      let drops = 0;
      await (await get(practice.store)).writeValueWithResponse(Uint8Array.of(5));
      server.disconnect();
      await reconnected(device, wait);
      device.addEventListener('gattserverdisconnected', () => {
        drops++;
      });
      await wait(3000);
      demand(drops <= 1, `${drops} drops`);
      const { get: again } = await reconnected(device, wait);
      await wait(500);
      demand(drops <= 1, `${drops} drops`);
      demandBytes(await (await again(practice.store)).readValue(), [5], 'read back');
    }),
  },
];
