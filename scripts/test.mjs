/**
 * `npm test`: checks types, style and import rules, builds the page, and runs the tests, from a fresh clone. Some run with a sample
 * of their cases; `npm run prove` runs every case, and the browser tests that vite.config.ts leaves out here.
 *   npm test -- --unit        everything except the tests that need a browser
 *   npm test -- --browser     only the build and the browser tests
 *   npm test -- some/path     only the tests whose path contains it
 *   npm run endure            the long runs in a browser instead (--long), which are not part of `npm test`
 * Ends with a line `N passed, N failed`. A failed step counts as a failure.
 */

import { parseArgs } from 'node:util';
import { buildQuietly } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { dist, installed } from './setup/paths.mjs';
import { giveUp, runQuietly } from './setup/process.mjs';
import { ensureSystemParts } from './setup/system.mjs';
import { outputOf, runTests } from './setup/vitest.mjs';

function ask() {
  try {
    return parseArgs({
      options: { unit: { type: 'boolean' }, browser: { type: 'boolean' }, long: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    giveUp(error.message, 'npm test -- [--unit] [--browser] [--long] [path …]');
  }
}

const { values, positionals: paths } = ask();
const chosen = values.unit || values.browser || values.long;
const browserPaths = paths.filter((path) => path.includes('browser'));
const unit = values.unit || (!chosen && (paths.length === 0 || browserPaths.length < paths.length));
const browser = values.browser || (!chosen && (paths.length === 0 || browserPaths.length > 0));

const quietly = (...args) => runQuietly(process.execPath, args);
/** Steps before the tests, so that simple mistakes show early. They run at the same time, because each keeps only one core busy. */
const steps = [
  {
    name: 'Types',
    wanted: unit && paths.length === 0,
    // By default tsc checks on four threads, and each of them reads the same types. Here the other steps keep the other cores busy.
    run: () => quietly(installed('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.', '--singleThreaded'),
  },
  {
    name: 'Style and walls',
    wanted: unit && paths.length === 0,
    run: () => quietly(installed('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'),
  },
  { name: 'Build', wanted: browser || (!values.long && paths.length === 0), run: buildQuietly },
];

const started = Date.now();
await ensurePackages();
if (browser || values.long) await ensureSystemParts();

const failedSteps = [];
const list = new Intl.ListFormat('en');
const wantedSteps = steps.filter(({ wanted }) => wanted);
if (wantedSteps.length > 0) console.log(`\n— ${list.format(wantedSteps.map(({ name }) => name))}`);
await Promise.all(
  wantedSteps.map(async ({ name, run }) => {
    const { code, output } = await run();
    console.log(`${name}: ${code === 0 ? 'good' : 'FAILED'}\n${output.trim()}`.trim());
    if (code !== 0) failedSteps.push(name);
  }),
);

// The tests then use this build and make none of their own (tests/browser/serving/built-app.ts).
if (wantedSteps.some(({ name }) => name === 'Build') && !failedSteps.includes('Build'))
  process.env.HEARTWARD_BUILT = dist;

const total = { passed: 0, failed: failedSteps.length, skipped: 0 };
const projects = [unit && 'unit', browser && 'browser', values.long && 'long'].filter(Boolean);
console.log(`\n— Tests: ${list.format(projects)}`);
// The projects run at the same time, because browser tests mostly wait.
const beside = projects.length > 1;
const counts = await Promise.all(projects.map((project) => runTests(project, paths, beside)));
if (beside) console.log(`\n— Tests: browser\n${outputOf('browser')}`);
for (const { passed, failed, skipped } of counts) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(`\n${minutes} minutes.`);
if (failedSteps.length > 0) console.log(`Failed before the tests: ${list.format(failedSteps)}.`);
const skippedInCi = total.skipped > 0 && process.env.CI === 'true';
if (skippedInCi) console.log('Tests were skipped, which counts as failing in CI.');
const nothing = total.passed + total.failed === 0;
if (nothing) console.log('No test matches.');
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed > 0 || skippedInCi || nothing ? 1 : 0);
