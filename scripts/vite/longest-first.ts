/**
 * Order of the test files: those that take longest begin first, so that none of them is left to one core at the end while the other
 * idles. Vitest by itself begins with the largest file, which says little of how long it takes.
 */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute and more each. */
export const longest = [
  'tests/scenario/random-sessions.test.ts',
  'tests/scenario/session-chaos.test.ts',
  'tests/scenario/presets-on-plant.test.ts',
  'tests/scenario/session-prediction.test.ts',
];

const isLong = ({ moduleId }: TestSpecification): boolean => longest.some((path) => moduleId.endsWith(path));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
