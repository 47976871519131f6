/**
 * A test runner for Stryker that keeps the tests of a room loaded (resident.ts). It hands two kinds of mutants to Stryker's own runner,
 * which loads everything anew: mutants in code that runs while modules load, and mutants that the loaded tests cannot judge.
 */

import { BroadcastChannel } from 'node:worker_threads';
import { strykerPlugins as ordinary } from '@stryker-mutator/vitest-runner';
import { createVitest } from 'vitest/node';

const CHANNEL = 'mutants';
const config = 'scripts/mutants/vitest.config.ts';
const common = { config, watch: false, maxWorkers: 1, reporters: [], onConsoleLog: () => false };

class ResidentRunner {
  #inner;
  #vitest = null;
  #channel = new BroadcastChannel(CHANNEL);
  #answered = () => undefined;

  constructor(inner) {
    this.#inner = inner;
    this.#channel.onmessage = ({ data }) => {
      if ('kind' in data) this.#answered(data);
    };
  }

  capabilities() {
    return this.#inner.capabilities();
  }

  init() {
    return this.#inner.init();
  }

  dryRun(options) {
    return this.#inner.dryRun(options);
  }

  async mutantRun(options) {
    const { activeMutant, testFilter, mutantActivation, hitLimit } = options;
    if (mutantActivation === 'static' || !testFilter?.length) return this.#inner.mutantRun(options);
    await this.#begin();
    const answer = await this.#next(() =>
      this.#channel.postMessage({ mutant: activeMutant.id, tests: testFilter, hitLimit }),
    );
    switch (answer.kind) {
      case 'killed': {
        const { test, message, count } = answer;
        return { status: 'killed', killedBy: [test], failureMessage: message, nrOfTests: count };
      }
      case 'survived':
        return { status: 'survived', nrOfTests: answer.count };
      case 'hung':
        // A test that hangs may still run in the background, so this process is abandoned.
        await this.#end();
        return { status: 'timeout', reason: answer.test };
      default:
        if (answer.why !== 'never run') await this.#end();
        return this.#inner.mutantRun(options);
    }
  }

  async dispose() {
    await this.#end();
    this.#channel.close();
    await this.#inner.dispose();
  }

  async #begin() {
    if (this.#vitest) return;
    const finder = await createVitest('test', common);
    const found = await finder.globTestSpecifications();
    await finder.close();
    process.env.MUTANTS_FILES = found.map(({ moduleId }) => moduleId).join('\n');
    this.#vitest = await createVitest('test', {
      ...common,
      include: ['scripts/mutants/resident.ts'],
      pool: 'threads',
      testTimeout: 60_000,
    });
    await this.#next(() => void this.#vitest.start().catch(() => undefined));
  }

  async #end() {
    const ending = this.#vitest;
    this.#vitest = null;
    await ending?.close();
  }

  #next(act) {
    return new Promise((resolve) => {
      this.#answered = resolve;
      act();
    });
  }
}

const residentRunner = (injector) => new ResidentRunner(ordinary[0].factory(injector));
residentRunner.inject = ['$injector'];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'resident', factory: residentRunner }];
