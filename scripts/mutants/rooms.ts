/** The rooms for mutation testing: parts of the code, each with quick tests that should detect its mutants. */

export interface Room {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

export const rooms = {
  'firmware-protocol': {
    mutate: ['firmware-protocol/**/*.ts'],
    tests: ['tests/unit/firmware-protocol/**/*.test.ts', 'tests/vectors/**/*.test.ts'],
  },
  air: {
    mutate: ['src/air/**/*.ts'],
    tests: ['tests/unit/air/**/*.test.ts'],
  },
  safety: {
    mutate: ['src/safety/**/*.ts'],
    tests: ['tests/unit/safety/**/*.test.ts'],
  },
  scheduler: {
    mutate: ['src/scheduler/**/*.ts'],
    tests: ['tests/unit/scheduler/**/*.test.ts'],
  },
  /** Only the code that decides. The code that displays or carries out decisions is left out. */
  session: {
    mutate: [
      'src/session/{reducers,regions,emptying,notices}/*.ts',
      'src/session/{may-begin,reduce,start}.ts',
    ],
    tests: ['tests/unit/session/**/*.test.ts'],
  },
  'boots-feed': {
    mutate: ['src/boots/feed/**/*.ts'],
    tests: ['tests/unit/boots/feed/**/*.test.ts'],
  },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;

export const isRoomName = (name: string | undefined): name is RoomName =>
  name !== undefined && Object.hasOwn(rooms, name);
