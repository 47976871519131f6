/** Clauses about requests for devices, services, and values that are read, written and notified. */

import type { Clause } from './clause.ts';
import { demand, demandBytes, demandRejection } from './demand.ts';
import { onConnection, options, values } from './practice-connection.ts';
import { practice } from './practice-peripheral.ts';

export const clausesOfValues: readonly Clause[] = [
  {
    title: 'a request by service gives a device with an id and a server that is not connected',
    holds: async (bluetooth) => {
      const device = await bluetooth.requestDevice(options);
      demand(device.id.length > 0, 'the device has no id');
      demand(device.gatt?.connected === false, 'the server is connected before connect() was called');
    },
  },
  {
    title: 'requests that contradict themselves are refused with a TypeError',
    holds: async (bluetooth) => {
      await demandRejection(bluetooth.requestDevice({ filters: [] }), 'TypeError', 'no filter');
      await demandRejection(bluetooth.requestDevice({ filters: [{}] }), 'TypeError', 'an empty filter');
      const both = { filters: [{ services: [practice.service] }], acceptAllDevices: true };
      await demandRejection(bluetooth.requestDevice(both), 'TypeError', 'filters and all devices');
    },
  },
  {
    title: 'connecting gives a connected server, once more does no harm',
    holds: onConnection(async ({ server, device }) => {
      demand(server.connected, 'the server says it is not connected');
      demand(device.gatt === server, 'the device has another server');
      await server.connect();
      demand(server.connected, 'connecting twice disconnected');
    }),
  },
  {
    title:
      'a service that the page did not request is denied, and one that the peripheral lacks is not found',
    holds: onConnection(async ({ server }) => {
      await demandRejection(
        server.getPrimaryService(practice.deviceInformation),
        'SecurityError',
        'not asked for',
      );
      await demandRejection(server.getPrimaryService(practice.heartRate), 'NotFoundError', 'not there');
      const battery = await server.getPrimaryService(practice.battery);
      const level = await battery.getCharacteristic(practice.batteryLevel);
      demandBytes(await level.readValue(), [87], 'the battery level');
    }),
  },
  {
    title: 'pages cannot read the serial number',
    holds: onConnection(async ({ server }) => {
      const battery = await server.getPrimaryService(practice.battery);
      await demandRejection(battery.getCharacteristic(0x2a25), 'SecurityError', '0x2A25');
    }),
  },
  {
    title: 'all characteristics of a service come at once, with lower-case UUIDs and their properties',
    holds: onConnection(async ({ service }) => {
      const all = await service.getCharacteristics();
      const uuids = [practice.store, practice.journal, practice.ask, practice.count, practice.leave];
      for (const uuid of uuids)
        demand(
          all.some((found) => found.uuid === uuid),
          `${uuid} is not among them`,
        );
      const store = all.find(({ uuid }) => uuid === practice.store)?.properties;
      demand(
        store?.read === true && store.write && store.writeWithoutResponse,
        'store: not all its properties',
      );
      demand(!store.notify && !store.indicate, 'store: properties it has not got');
      demand(
        all.find(({ uuid }) => uuid === practice.ask)?.properties.indicate === true,
        'ask does not indicate',
      );
      demand(
        all.find(({ uuid }) => uuid === practice.count)?.properties.notify === true,
        'count does not notify',
      );
    }),
  },
  {
    title: 'a characteristic that does not exist is not found',
    holds: onConnection(async ({ get }) => {
      await demandRejection(
        get('5e7d00ff-0c3b-4a53-9d0a-6a1f7c1b2e90'),
        'NotFoundError',
        'no such characteristic',
      );
    }),
  },
  {
    title: 'a write with response has arrived when its promise resolves',
    holds: onConnection(async ({ get }) => {
      const store = await get(practice.store);
      await store.writeValueWithResponse(Uint8Array.of(1, 2, 3));
      demandBytes(await store.readValue(), [1, 2, 3], 'read back');
    }),
  },
  {
    title: 'a write sends only the part of a buffer that its view covers',
    holds: onConnection(async ({ get }) => {
      const store = await get(practice.store);
      await store.writeValueWithResponse(Uint8Array.of(9, 8, 7, 6, 5).subarray(1, 4));
      demandBytes(await store.readValue(), [8, 7, 6], 'read back');
    }),
  },
  {
    title: 'writes of both kinds, one after the other, arrive complete and in order',
    holds: onConnection(async ({ get }) => {
      const store = await get(practice.store);
      const journal = await get(practice.journal);
      for (let i = 0; i < 64; i++) {
        const value = new Uint8Array(61).fill(i);
        if (i % 3 === 0) await store.writeValueWithResponse(value);
        else await store.writeValueWithoutResponse(value);
      }
      const expected = Array.from({ length: 64 }, (_, i) => i);
      demandBytes(await journal.readValue(), expected, 'order of arrival');
    }),
  },
  {
    title: 'more than 512 bytes are refused',
    holds: onConnection(async ({ get }) => {
      const store = await get(practice.store);
      const long = new Uint8Array(513);
      await demandRejection(store.writeValueWithResponse(long), 'InvalidModificationError', '513 bytes');
      await demandRejection(store.writeValueWithoutResponse(long), 'InvalidModificationError', '513 bytes');
    }),
  },
  {
    title: 'each notification is one event, complete and in order',
    holds: onConnection(async ({ get }) => {
      const count = await get(practice.count);
      const heard = values(count, 40);
      await count.startNotifications();
      await count.writeValueWithResponse(Uint8Array.of(40));
      for (const [i, value] of (await heard).entries()) demandBytes(value, [i, 40], `notification ${i}`);
    }),
  },
  {
    title: 'an indication arrives like a notification',
    holds: onConnection(async ({ get }) => {
      const ask = await get(practice.ask);
      const heard = values(ask, 1);
      await ask.startNotifications();
      await ask.writeValueWithResponse(Uint8Array.of(2, 1));
      const [value] = await heard;
      demand(value !== undefined, 'no indication');
      demandBytes(value, [0x80, 2, 1], 'indication');
    }),
  },
];
