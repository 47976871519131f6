/**
 * Whatever happens to a session, in whatever order: the session stays safe, and the page tells the truth and
 * stays usable.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../seed.ts';
import { watchUnhandledRejections } from '../../unhandled.ts';
import { story } from '../chaos/chaos-events.ts';
import { playStory } from '../chaos/play-story.ts';

const stories = runs(6, 280);

const unhandled = watchUnhandledRejections();

describe('a session in chaos', () => {
  it('keeps its promises in every story', { timeout: 900_000 + stories * 6000 }, async () => {
    await fc.assert(
      fc.asyncProperty(story, async (drawn) => {
        await playStory(drawn);
        expect(unhandled).toEqual([]);
      }),
      { numRuns: stories },
    );
  });
});
