/**
 * Order of the test files: those that take longest begin first, so that none of them is left to one core at the end while the other
 * idles. Vitest by itself begins with the largest file, which says little of how long it takes.
 */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute and more each; those in a browser for the most part of waiting. */
export const longest = [
  'tests/scenario/random-sessions.test.ts',
  'tests/scenario/session/chaos.test.ts',
  'tests/scenario/presets-on-plant.test.ts',
  'tests/scenario/session/prediction.test.ts',
  'tests/browser/session.test.ts',
  'tests/browser/hidden-tab.test.ts',
  'tests/browser/on-air.test.ts',
  'tests/browser/accessibility.test.ts',
  'tests/browser/simulated.test.ts',
  'tests/browser/programs.test.ts',
];

/** Its place among the longest, after which come all others. */
const place = ({ moduleId }: TestSpecification): number => {
  const found = longest.findIndex((path) => moduleId.endsWith(path));
  return found < 0 ? longest.length : found;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
