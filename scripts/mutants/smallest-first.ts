/**
 * Order of a room's test files: the first test that fails ends the trial of a mutant, and small files are quick. Vitest by itself
 * begins with the largest.
 */

import { statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const size = ({ moduleId }: TestSpecification): number => statSync(moduleId).size;

export class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => size(one) - size(other));
  }
}
