/**
 * Vitest configuration for `npm run mutants`: the tests of one room in Node, without a browser. MUTANTS_ROOM names the room; MUTANTS_TESTS
 * limits its tests.
 */

import { defineConfig } from 'vitest/config';
import { isRoomName, rooms } from './rooms.ts';
import { SmallestFirst } from './smallest-first.ts';

const name = process.env.MUTANTS_ROOM;
if (!isRoomName(name))
  throw new Error(
    `MUTANTS_ROOM is ${name}; it must be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(Object.keys(rooms))}.`,
  );

export default defineConfig({
  test: {
    include: process.env.MUTANTS_TESTS?.split(',') ?? [...rooms[name].tests],
    environment: 'node',
    setupFiles: ['tests/seed.ts'],
    sequence: { sequencer: SmallestFirst },
    isolate: false,
    testTimeout: 120_000,
  },
});
