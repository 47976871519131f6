/** How the page is built and how the tests run. */

import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { contentSecurityPolicy } from './scripts/vite/content-security-policy.ts';
import { LongestFirst } from './scripts/vite/longest-first.ts';
import { webApp } from './scripts/vite/web-app.ts';
import { withoutIconNetwork } from './scripts/vite/without-icon-network.ts';
import { wordsInPage } from './scripts/vite/words-in-page.ts';

/** Browser tests that run only with PROOF=1 (`npm run prove`), or if a path on the command line names one of them. */
const provedOnly = [
  'harness/',
  'contract/',
  'session/on-air',
  'session/link',
  'session/other-page',
  'programs/program-files',
];
const runsAll =
  process.env.PROOF === '1' ||
  process.argv.some((word) => provedOnly.some((path) => word.includes(`browser/${path}`)));

export default defineConfig(
  ({ command }): ViteUserConfig => ({
    // Relative, so that dist/ works from any host and any sub-path.
    base: './',
    plugins: [
      wordsInPage(),
      contentSecurityPolicy(),
      withoutIconNetwork(),
      command === 'build' ? webApp() : null,
    ],
    // A second copy of lit-html would request the Trusted Types policy `lit-html` again and be refused.
    resolve: { dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] },
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      // An SVG sprite must have an address: <use> does not accept a data: URL.
      assetsInlineLimit: (file) => (file.endsWith('.svg') ? false : undefined),
    },
    worker: { format: 'es' },
    server: { port: 5173, strictPort: false },
    test: {
      teardownTimeout: 30_000,
      sequence: { sequencer: LongestFirst },
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['tests/{unit,vectors,contract,scenario}/**/*.test.ts'],
            environment: 'node',
            setupFiles: ['tests/seed.ts'],
            // Test files share the loaded modules of their worker: loading them anew for each file takes longer than most tests.
            isolate: false,
            // Use all cores: by default Vitest would leave one of two idle.
            maxWorkers: '100%',
            // For a test that hangs; a slow machine is no failure.
            testTimeout: 120_000,
            // A test without assertions cannot fail; a slow machine is no failure.
            expect: { requireAssertions: true, poll: { timeout: 20_000, interval: 20 } },
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['tests/browser/**/*.test.ts'],
            exclude: runsAll ? [] : provedOnly.map((path) => `tests/browser/${path}**`),
            environment: 'node',
            isolate: false,
            globalSetup: ['tests/browser/serving/build-first.ts'],
            // Browser tests mostly wait for real time to pass, so three at once suit two cores. More would starve each other.
            maxWorkers: 3,
            testTimeout: 400_000,
            hookTimeout: 120_000,
            // Generous, because a busy machine is slow; a test whose subject is the duration sets its own limit.
            expect: { requireAssertions: true, poll: { timeout: 60_000, interval: 100 } },
          },
        },
        {
          extends: true,
          test: {
            name: 'long',
            include: ['tests/browser/**/*.long.ts'],
            environment: 'node',
            isolate: false,
            globalSetup: ['tests/browser/serving/build-first.ts'],
            // Not part of `npm test`: `npm run endure`. Two at a time, since each measures how late a page is.
            maxWorkers: 2,
            testTimeout: 3_600_000,
            hookTimeout: 120_000,
            // Generous, because a busy machine is slow; a test whose subject is the duration sets its own limit.
            expect: { requireAssertions: true, poll: { timeout: 20_000, interval: 100 } },
          },
        },
      ],
    },
  }),
);
