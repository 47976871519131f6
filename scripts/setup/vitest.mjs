/** Runs one project of the tests and counts what came of it, from Vitest's own report. */

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installed, root } from './paths.mjs';
import { runWithin } from './process.mjs';

/** How long each project may take, ms: what it does take on two cores and half as much again. One that hangs is ended then. */
const limits = { unit: 6 * 60_000, browser: 10 * 60_000 };

/** A file that does not load has no failed test in the report, so each such file counts as one. */
function brokenFiles({ testResults }) {
  return testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
}

/**
 * Runs the tests of a project whose paths contain one of `paths` (all when there are none). Gives { passed, failed, skipped };
 * whatever makes Vitest fail without a failed test (a crash, an unhandled rejection) is one failure.
 */
export async function runTests(project, paths) {
  const report = join(root, 'test-results', `${project}.json`);
  rmSync(report, { force: true });
  const code = await runWithin(limits[project], [
    installed('vitest', 'vitest.mjs'),
    'run',
    ...['--project', project],
    '--passWithNoTests',
    ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`],
    ...paths,
  ]);
  if (code === 124)
    console.log(
      `\nThe ${project} tests were ended after ${limits[project] / 60_000} minutes: one of them hangs.`,
    );
  try {
    const counted = JSON.parse(readFileSync(report, 'utf8'));
    const failed = counted.numFailedTests + brokenFiles(counted);
    return {
      passed: counted.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: counted.numPendingTests + counted.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
