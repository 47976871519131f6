/**
 * Loads the tests of a room once, then runs the requested ones for one mutant after another: loading the tests takes far longer than
 * running them. Vitest runs this file as a test that does not end.
 */

import { relative } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { describe, type RunnerTask, type RunnerTestCase, type RunnerTestSuite, test } from 'vitest';
import { getFn, getHooks } from 'vitest/suite';
import { type Answer, CHANNEL, type Question } from './trial.ts';

/** The variables of Stryker's instrumented code: which mutant is active, how often its code has run, and how often it may. */
interface Switch {
  activeMutant: string | undefined;
  hitCount: number | undefined;
  hitLimit: number | undefined;
}

/** The real timers, because a test may replace the global ones with fake ones. */
const { setTimeout: later, clearTimeout: cancel } = globalThis;
/** A test counts as hung if it takes longer than `least` ms, and more than `times` as long as without a mutant. */
const PATIENCE = { least: 4000, times: 20 };

const testsOf = new Map<string, RunnerTestCase[]>();
/** Fastest run of each test, ms. */
const fastest = new Map<string, number>();
const kills = new Map<string, number>();

const instrumented = (): Switch => {
  const holder = globalThis as { __stryker__?: Switch };
  holder.__stryker__ ??= { activeMutant: undefined, hitCount: undefined, hitLimit: undefined };
  return holder.__stryker__;
};

async function gather(file: string, task: RunnerTask, names: readonly string[]): Promise<void> {
  if (task.type === 'test') {
    if (task.mode !== 'run') return;
    const id = `${file}#${[...names, task.name].join(' ').trim()}`;
    testsOf.set(id, [...(testsOf.get(id) ?? []), task]);
    return;
  }
  for (const hook of getHooks(task).beforeAll) await Reflect.apply(hook, undefined, [task.file, task]);
  for (const each of task.tasks) await gather(file, each, [...names, task.name]);
}

function suitesAround(task: RunnerTestCase): readonly RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = [];
  for (let suite = task.suite; suite; suite = suite.suite) suites.unshift(suite);
  return suites;
}

async function withHooks(task: RunnerTestCase): Promise<void> {
  const suites = suitesAround(task);
  const cleanups: unknown[] = [];
  try {
    for (const suite of suites) {
      for (const hook of getHooks(suite).beforeEach)
        cleanups.push(await Reflect.apply(hook, undefined, [task.context, suite]));
    }
    await getFn(task)();
  } finally {
    for (const cleanup of cleanups.reverse()) if (typeof cleanup === 'function') await cleanup();
    for (const suite of suites.toReversed())
      for (const hook of getHooks(suite).afterEach)
        await Reflect.apply(hook, undefined, [task.context, suite]);
  }
}

type Outcome = { readonly kind: 'passed' | 'hung' } | { readonly kind: 'failed'; readonly message: string };

async function attempt(task: RunnerTestCase, id: string, mutant?: Question): Promise<Outcome> {
  const at = instrumented();
  at.activeMutant = mutant?.mutant;
  at.hitCount = mutant ? 0 : undefined;
  at.hitLimit = mutant?.hitLimit;
  const began = performance.now();
  let timer: ReturnType<typeof later> | undefined;
  const patience = Math.max(PATIENCE.least, PATIENCE.times * (fastest.get(id) ?? 1000));
  const hung = new Promise<Outcome>((resolve) => {
    timer = later(() => resolve({ kind: 'hung' }), patience);
  });
  const run = withHooks(task).then(
    (): Outcome => ({ kind: 'passed' }),
    (error: unknown): Outcome => ({ kind: 'failed', message: String(error).slice(0, 500) }),
  );
  const outcome = await Promise.race([run, hung]);
  cancel(timer);
  if (outcome.kind === 'passed')
    fastest.set(id, Math.min(fastest.get(id) ?? Number.POSITIVE_INFINITY, performance.now() - began));
  const circled = (at.hitCount ?? 0) > (mutant?.hitLimit ?? Number.POSITIVE_INFINITY);
  at.activeMutant = undefined;
  return circled ? { kind: 'hung' } : outcome;
}

/** Orders tests: those that have detected the most mutants first, then the quickest. */
const inOrder = (ids: readonly string[]): readonly string[] =>
  ids.toSorted(
    (one, other) =>
      (kills.get(other) ?? 0) - (kills.get(one) ?? 0) ||
      (fastest.get(one) ?? 1000) - (fastest.get(other) ?? 1000),
  );

async function trial(question: Question): Promise<Answer> {
  let count = 0;
  let hits = 0;
  for (const id of inOrder(question.tests)) {
    const tasks = testsOf.get(id);
    if (!tasks) return { kind: 'unclear', why: `no test ${id}` };
    for (const task of tasks) {
      count++;
      const outcome = await attempt(task, id, question);
      hits += instrumented().hitCount ?? 0;
      if (outcome.kind === 'hung') return { kind: 'hung', test: id };
      if (outcome.kind !== 'failed') continue;
      // A failed test is run again without the mutant, because an earlier mutant may have left behind a state in which it fails.
      const again = await attempt(task, id);
      if (again.kind !== 'passed') return { kind: 'unclear', why: `${id} fails without a mutant` };
      kills.set(id, (kills.get(id) ?? 0) + 1);
      return { kind: 'killed', test: id, message: outcome.message, count };
    }
  }
  // No test ran the mutated code: it ran only while the tests loaded, or its result was cached. So the tests must be loaded again with the
  // mutant.
  return hits === 0 ? { kind: 'unclear', why: 'never run' } : { kind: 'survived', count };
}

test('answers', { timeout: 0 }, async ({ task: { file } }) => {
  for (const suite of file.tasks) {
    if (suite.type !== 'suite') continue;
    for (const hook of getHooks(suite).beforeAll) await Reflect.apply(hook, undefined, [file, suite]);
    for (const task of suite.tasks) await gather(relative(process.cwd(), suite.name), task, []);
  }
  for (const [id, tasks] of testsOf) for (const task of tasks) await attempt(task, id);
  const channel = new BroadcastChannel(CHANNEL);
  let last: Promise<void> = Promise.resolve();
  channel.onmessage = (message: unknown) => {
    const { data } = message as { readonly data: Question };
    if (!('mutant' in data)) return;
    last = last.then(async () => channel.postMessage(await trial(data)));
  };
  channel.postMessage({ kind: 'ready' } satisfies Answer);
  await new Promise(() => undefined);
});

for (const file of (process.env.MUTANTS_FILES ?? '').split('\n')) {
  describe(file, async () => {
    await import(/* @vite-ignore */ file);
  });
}
