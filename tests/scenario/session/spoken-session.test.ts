/** What a person with a screen reader hears in a whole session. */

import { take } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  type Announcement,
  afterView,
  noAnnouncement,
  speakState,
} from '../../../src/ui/spoken/announcer.ts';
import { SessionRig } from './rig.ts';

interface Heard {
  readonly text: string;
  /** Seconds. */
  readonly at: number;
}

/** Collects what the page announces for each view. `ask` asks for the present state, and returns what the page says. */
function listen(rig: SessionRig): { readonly heard: Heard[]; ask(): string } {
  let spoken: Announcement = noAnnouncement;
  const heard: Heard[] = [];
  rig.session.view.subscribe((view) => {
    const next = afterView(spoken, view, rig.clock.now());
    if (next.text !== '' && next.text !== spoken.text)
      heard.push({ text: next.text, at: rig.clock.now() / 1000 });
    spoken = next;
  });
  const ask = (): string => {
    rig.session.view.pipe(take(1)).subscribe((view) => {
      spoken = speakState(spoken, view, rig.clock.now());
    });
    return spoken.text;
  };
  return { heard, ask };
}

describe('what is read aloud', () => {
  it('has a message for each phase and each fifth wave of a session, but at most one in 5 s', async () => {
    const rig = new SessionRig();
    const { heard } = listen(rig);
    await rig.run(8);
    await rig.pass(100);
    rig.session.pause();
    await rig.until(() => rig.session.glance.phase === 'paused');
    await rig.untilResumable();
    await rig.pass(10);
    rig.session.resume();
    await rig.until(() => rig.session.glance.phase === 'ended', 900);
    await rig.pass(10);
    expect(heard.map(({ text }) => text)).toEqual([
      'Keep still for a moment. The gauges are set to zero with the boots empty.',
      'Filling first: about 55 s. Your 8 minutes start then.',
      'Wave 1 of about 7. 8 minutes left.',
      'Telling the boots to pause.',
      'Paused. Your place is kept. The boots are empty. After ten minutes they stop by themselves.',
      'Starting again gently.',
      'Wave 3 of about 7. 6 minutes left.',
      'Wave 5 of about 7. 4 minutes left.',
      'Done. That was the whole session.',
    ]);
    const gaps = heard.slice(1).map(({ at }, i) => at - (heard[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5);
  });

  it('mentions Stop at once, and everything about this moment if the person asks', async () => {
    const rig = new SessionRig();
    const { heard, ask } = listen(rig);
    await rig.run(8);
    const said = ask();
    expect(said).toMatch(
      /^The wave is at your .*\. (Building up to|Holding) \d+.*\. Wave 1 of about 7\. 8 minutes left\. Pressure in the boots, mmHg: left foot/,
    );
    expect(ask()).not.toBe(said);
    await rig.pass(0.3);
    rig.session.stop();
    await rig.pass(1);
    expect(heard.at(-1)?.text).toBe('Telling the boots to stop.');
  });

  it('mentions Stop at once while the boots are out of reach and the readings are old', async () => {
    const rig = new SessionRig();
    const { heard } = listen(rig);
    await rig.run(8);
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    await rig.pass(10);
    expect(heard.at(-1)?.text).toMatch(/^No word from the boots just now\./);
    const before = heard.length;
    rig.session.stop();
    await rig.pass(1);
    expect(heard[before]?.text).toBe(
      'Telling the boots to stop. What you see is the last that they reported.',
    );
  });
});
