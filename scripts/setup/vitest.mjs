/** Runs one project of the tests and counts what came of it, from Vitest's own report. */

import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installed, root } from './paths.mjs';
import { runWithin } from './process.mjs';

/** How long each project may take, ms: what it does take on two cores, twice. One that hangs is ended then. */
const limits = { unit: 12 * 60_000, browser: 12 * 60_000 };

const results = join(root, 'test-results');

/** A file that does not load has no failed test in the report, so each such file counts as one. */
function brokenFiles({ testResults }) {
  return testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
}

/** The tests in a browser, which time what they see, go first, and speak last. */
async function runBeside(project, args) {
  if (project !== 'browser') return runWithin(limits[project], args, { yielding: true });
  const words = join(results, `${project}.txt`);
  mkdirSync(results, { recursive: true });
  const out = openSync(words, 'w');
  const code = await runWithin(limits[project], args, { out });
  closeSync(out);
  return code;
}

/** What tests that ran beside others have said. */
export function saidBeside(project) {
  return readFileSync(join(results, `${project}.txt`), 'utf8');
}

/**
 * Runs the tests of a project whose paths contain one of `paths` (all when there are none). Gives { passed, failed, skipped };
 * whatever makes Vitest fail without a failed test (a crash, an unhandled rejection) is one failure.
 * @param beside another project runs at the same time
 */
export async function runTests(project, paths, beside) {
  const report = join(results, `${project}.json`);
  rmSync(report, { force: true });
  const args = [
    installed('vitest', 'vitest.mjs'),
    'run',
    ...['--project', project],
    '--passWithNoTests',
    ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`],
    ...paths,
  ];
  const code = await (beside ? runBeside(project, args) : runWithin(limits[project], args));
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
