/** Runs one project of the tests and counts the results from Vitest's report. */

import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installed, root } from './paths.mjs';
import { runWithin } from './process.mjs';

/** A project is killed after this time, ms. A busy machine may take three times as long as a quiet one. */
const limits = { unit: 40 * 60_000, browser: 40 * 60_000, long: 60 * 60_000 };

const results = join(root, 'test-results');

/** Number of files that failed although no test in them did, such as those that did not load. */
function brokenFiles({ testResults }) {
  return testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
}

/**
 * When both projects run, the browser tests have priority, because they run in real time. The browser tests' output goes into a file, to
 * be printed last.
 */
async function runBeside(project, args) {
  if (project !== 'browser') return runWithin(limits[project], args, { yielding: true });
  const file = join(results, `${project}.txt`);
  mkdirSync(results, { recursive: true });
  const out = openSync(file, 'w');
  const code = await runWithin(limits[project], args, { out });
  closeSync(out);
  return code;
}

export function outputOf(project) {
  return readFileSync(join(results, `${project}.txt`), 'utf8');
}

/**
 * Runs the tests of a project whose paths contain one of `paths` (all tests if there are none). Returns { passed, failed, skipped }. If
 * Vitest fails without a failed test (a crash, an unhandled rejection), that counts as one failure.
 * @param beside whether another project runs at the same time
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
      `\nThe ${project} tests were killed after ${limits[project] / 60_000} minutes: one of them hangs.`,
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
