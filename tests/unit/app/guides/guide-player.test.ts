/** What a guide that runs shows, says and signals, in virtual time; and what reaches the journal. */

import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { GuidePlayer } from '../../../../src/app/guides/guide-player.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { guideLength } from '../../../../src/guide/guide.ts';
import { guides } from '../../../../src/guide/guides.ts';
import type { GuideRecord } from '../../../../src/guide/record.ts';
import { type CuesOn, quiet } from '../../../../src/guide/signals/cues.ts';
import { guideWords } from '../../../../src/words/guides/guides-in-use.ts';

function leading(cues: CuesOn) {
  const clock = new VirtualClock();
  const heard: string[] = [];
  const awake: boolean[] = [];
  const over: GuideRecord[] = [];
  let drawn = 0;
  const lead = new GuidePlayer(
    {
      clock,
      sound: { play: (tones) => heard.push(`sound ${tones.length}`) },
      voice: {
        say: (text, how) => heard.push(`${how}: ${text}`),
        silence: () => heard.push('silence'),
      },
      vibrate: (pattern) => heard.push(`vibrate ${pattern.join(' ')}`),
      keepAwake: (on) => {
        if ((awake.at(-1) ?? false) !== on) awake.push(on);
      },
      spoken: (signal, guide) => guideWords().spoken(signal, guide),
      prompt: (signal) => guideWords().prompt(signal),
      redraw: () => {
        drawn++;
      },
      over: (record) => over.push(record),
    },
    cues,
  );
  const pass = (seconds: number): Promise<void> => clock.run(milliseconds(seconds * 1000));
  return { lead, heard, awake, over, pass, drawn: () => drawn };
}
const everything: CuesOn = { sound: true, voice: true, vibration: true };
const nothing: CuesOn = { sound: false, voice: false, vibration: false };

describe('a guide that is led', () => {
  it('says each phase at once, and counts only into silence', async () => {
    const { lead, heard, pass } = leading({ ...nothing, voice: true });
    lead.begin(guides['roller-flush']);
    await pass(17);
    expect(heard).toEqual([
      'now: Roller flush. Next: left quadriceps. Front of the thigh. Roller just above the kneecap.',
      'ifSilent: 3',
      'ifSilent: 2',
      'ifSilent: 1',
      'now: Left quadriceps. Firm toward the heart, barely touching on the way back.',
      'ifSilent: ',
      'ifSilent: 2',
    ]);
  });

  it('sounds and vibrates where that is on, and does nothing where nothing is', async () => {
    const on = leading(everything);
    on.lead.begin(guides.cramp);
    await on.pass(1);
    expect(on.heard).toEqual(['sound 2', 'vibrate 120 80 120', expect.stringMatching(/^now: Cramp now\. /)]);
    const off = leading(nothing);
    off.lead.begin(guides.cramp);
    await off.pass(guideLength(guides.cramp) + 1);
    expect(off.heard).toEqual([]);
    expect(off.over).toHaveLength(1);
  });

  it('is quiet by itself: no sound and no voice until somebody wants them', () => {
    expect(quiet).toMatchObject({ sound: false, voice: false });
  });

  it('follows cues that are switched while it runs, and silences a voice that is switched off', async () => {
    const { lead, heard, pass } = leading(nothing);
    lead.begin(guides.cramp);
    await pass(5);
    lead.setCues({ ...nothing, voice: true });
    await pass(10);
    lead.setCues(nothing);
    await pass(20);
    expect(heard).toEqual(['silence', 'now: Hold still, do not bounce.', 'silence'].slice(1));
  });

  it('shows a prompt for a while, and not into the next phase', async () => {
    const { lead, pass } = leading(nothing);
    lead.begin(guides.cramp);
    await pass(13);
    expect(lead.prompt).toBe('Hold still, do not bounce.');
    await pass(18);
    expect(lead.prompt).toMatch(/^Has it let go/);
    lead.control('next');
    expect(lead.prompt).toBe('');
    const walk = leading(nothing);
    walk.lead.begin(guides.walk);
    await walk.pass(125);
    expect(walk.lead.prompt).toMatch(/whole sentences/);
    await walk.pass(20);
    expect(walk.lead.prompt).toBe('');
  });

  it('draws the page only when something on it changes', async () => {
    const { lead, pass, drawn } = leading(nothing);
    lead.begin(guides['vibration-plate']);
    await pass(10);
    expect(drawn()).toBeGreaterThanOrEqual(10);
    expect(drawn()).toBeLessThanOrEqual(12);
  });

  it('keeps the screen on while it runs, and no longer', async () => {
    const { lead, awake, pass } = leading(nothing);
    lead.begin(guides.cramp);
    await pass(5);
    lead.control('pause');
    lead.control('resume');
    await pass(guideLength(guides.cramp));
    expect(awake).toEqual([true, false, true, false]);
  });

  it('leaves one record, however it ends', async () => {
    const finished = leading(nothing);
    finished.lead.begin(guides.cramp);
    await finished.pass(guideLength(guides.cramp) + 60);
    expect(finished.over).toEqual([finished.lead.record]);
    expect(finished.lead.record).toMatchObject({ guide: 'cramp', how: 'finished', spent: 180 });
    const left = leading(nothing);
    left.lead.begin(guides.cramp);
    await left.pass(20);
    left.lead.control('leave');
    left.lead.control('leave');
    expect(left.over).toMatchObject([{ how: 'left', spent: 20 }]);
  });

  it('releases the wake lock and says nothing more when it is forgotten', async () => {
    const { lead, awake, over, heard, pass } = leading({ ...nothing, voice: true });
    lead.begin(guides.cramp);
    await pass(5);
    lead.forget();
    const before = heard.length;
    await pass(600);
    expect([heard.length, over.length, lead.view, awake.at(-1)]).toEqual([before, 0, null, false]);
  });
});
