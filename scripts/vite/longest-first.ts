/**
 * Starts the slowest test files first, so that none is left running on one core at the end while the other
 * idles. Vitest by default starts with the largest file, which says little about its duration.
 */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute or more each; browser tests mostly wait. */
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

/** The file's position among the slowest; all others come after them. */
const place = ({ moduleId }: TestSpecification): number => {
  const found = longest.findIndex((path) => moduleId.endsWith(path));
  return found < 0 ? longest.length : found;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
