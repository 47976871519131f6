/**
 * Starts the slowest test files first, so that none is left running on one core at the end while the other
 * idles. Vitest by default starts with the largest file, which says little about its duration.
 */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute or more each; browser tests mostly wait. */
export const longest = [
  'tests/scenario/session/less.test.ts',
  'tests/scenario/whole-session.test.ts',
  'tests/scenario/session/uncertain-delivery.test.ts',
  'tests/unit/cli/simulate.test.ts',
  'tests/unit/timeline/every-program.test.ts',
  'tests/scenario/firmware/regulation.test.ts',
  'tests/scenario/reload/moments.test.ts',
  'tests/scenario/pair/chaos.test.ts',
  'tests/scenario/session/chaos.test.ts',
  'tests/scenario/random-sessions.test.ts',
  'tests/scenario/presets-on-plant.test.ts',
  'tests/browser/session.test.ts',
  'tests/browser/accessibility.test.ts',
  'tests/browser/reload.test.ts',
  'tests/browser/journal.test.ts',
  'tests/browser/simulated.test.ts',
  'tests/browser/hidden-tab.test.ts',
  'tests/browser/guides.test.ts',
  'tests/browser/programs.test.ts',
  'tests/browser/plan.test.ts',
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
