/**
 * Starts the slowest test files first, so that at the end no slow file runs alone while other cores are idle. Vitest by default starts
 * with the largest file, but size says little about duration.
 */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take at least eight seconds of processor time; browser tests, which mostly wait, at least half a minute. */
export const longest = [
  'tests/scenario/model/model.test.ts',
  'tests/scenario/session/fit/fit-check.test.ts',
  'tests/scenario/session/trouble/second-guard.test.ts',
  'tests/scenario/programs/presets-on-plant.test.ts',
  'tests/scenario/session/time/time-left.test.ts',
  'tests/scenario/session/settings/changes.test.ts',
  'tests/scenario/session/time/prediction.test.ts',
  'tests/scenario/pair/pair.test.ts',
  'tests/scenario/reload/reload.test.ts',
  'tests/scenario/reload/moments.test.ts',
  'tests/scenario/firmware/faults/no-fault.test.ts',
  'tests/scenario/session/settings/less.test.ts',
  'tests/scenario/fault-matrix/whole/whole-matrix.test.ts',
  'tests/scenario/programs/whole-session.test.ts',
  'tests/browser/session/disturbed.test.ts',
  'tests/browser/session/session.test.ts',
  'tests/browser/session/link.test.ts',
  'tests/browser/session/hidden-tab.test.ts',
  'tests/browser/session/simulated.test.ts',
  'tests/browser/session/other-page.test.ts',
  'tests/browser/session/on-air.test.ts',
  'tests/browser/page/five-tasks.test.ts',
  'tests/browser/page/walks.test.ts',
  'tests/browser/places/guides.test.ts',
  'tests/browser/session/reload.test.ts',
  'tests/browser/places/settings-and-help.test.ts',
  'tests/browser/session/pair.test.ts',
  'tests/browser/programs/programs.test.ts',
  'tests/browser/session/bluetooth-lost.test.ts',
  'tests/browser/places/journal.test.ts',
  'tests/browser/page/accessibility.test.ts',
  'tests/browser/programs/program-files.test.ts',
  'tests/browser/session/reluctant-boots.test.ts',
  'tests/browser/places/plan.test.ts',
  'tests/browser/elements/guides/around.test.ts',
];

const place = ({ moduleId }: TestSpecification): number => {
  const found = longest.findIndex((path) => moduleId.endsWith(path));
  return found < 0 ? longest.length : found;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
