/**
 * Runs a room's smallest test files first. Small files are quick, and the first failure ends the run of a mutant. Vitest by default
 * starts with the largest.
 */

import { statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const size = ({ moduleId }: TestSpecification): number => statSync(moduleId).size;

export class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => size(one) - size(other));
  }
}
