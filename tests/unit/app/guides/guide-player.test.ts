/** What a running guide shows, says and signals in virtual time, and what it writes into the journal. */

import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { GuidePlayer } from '../../../../src/app/guides/guide-player.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { guideLength } from '../../../../src/guide/guide.ts';
import { guides } from '../../../../src/guide/guides.ts';
import type { GuideRecord } from '../../../../src/guide/record.ts';
import { type CuesOn, quiet } from '../../../../src/guide/signals/cues.ts';
import { guideWords } from '../../../../src/words/guides/guides-in-use.ts';

function playing(cues: CuesOn) {
  const clock = new VirtualClock();
  const heard: string[] = [];
  const awake: boolean[] = [];
  const over: GuideRecord[] = [];
  let drawn = 0;
  const player = new GuidePlayer(
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
  return { player, heard, awake, over, pass, drawn: () => drawn };
}
const everything: CuesOn = { sound: true, voice: true, vibration: true };
const nothing: CuesOn = { sound: false, voice: false, vibration: false };

describe('a running guide', () => {
  it('says each phase at once, and counts only if nothing else is being said', async () => {
    const { player, heard, pass } = playing({ ...nothing, voice: true });
    player.begin(guides['roller-flush']);
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

  it('sounds and vibrates only if the user switched that on', async () => {
    const on = playing(everything);
    on.player.begin(guides.cramp);
    await on.pass(1);
    expect(on.heard).toEqual(['sound 2', 'vibrate 120 80 120', expect.stringMatching(/^now: Cramp now\. /)]);
    const off = playing(nothing);
    off.player.begin(guides.cramp);
    await off.pass(guideLength(guides.cramp) + 1);
    expect(off.heard).toEqual([]);
    expect(off.over).toHaveLength(1);
  });

  it('makes no sound and uses no voice until the user switches them on', () => {
    expect(quiet).toMatchObject({ sound: false, voice: false });
  });

  it('follows cues that the user switches meanwhile, and silences a voice at once', async () => {
    const { player, heard, pass } = playing(nothing);
    player.begin(guides.cramp);
    await pass(5);
    player.setCues({ ...nothing, voice: true });
    await pass(10);
    player.setCues(nothing);
    await pass(20);
    expect(heard).toEqual(['now: Hold still, do not bounce.', 'silence']);
  });

  it('shows a prompt for a while, but not longer than its phase', async () => {
    const { player, pass } = playing(nothing);
    player.begin(guides.cramp);
    await pass(13);
    expect(player.prompt).toBe('Hold still, do not bounce.');
    await pass(18);
    expect(player.prompt).toMatch(/^Has it let go/);
    player.control('next');
    expect(player.prompt).toBe('');
    const walk = playing(nothing);
    walk.player.begin(guides.walk);
    await walk.pass(125);
    expect(walk.player.prompt).toMatch(/whole sentences/);
    await walk.pass(20);
    expect(walk.player.prompt).toBe('');
  });

  it('redraws the page only when something on it changes: about once a second', async () => {
    const { player, pass, drawn } = playing(nothing);
    player.begin(guides['vibration-plate']);
    await pass(10);
    expect(drawn()).toBeGreaterThanOrEqual(10);
    expect(drawn()).toBeLessThanOrEqual(12);
  });

  it('keeps the screen on until it ends', async () => {
    const { player, awake, pass } = playing(nothing);
    player.begin(guides.cramp);
    await pass(5);
    player.control('pause');
    player.control('resume');
    await pass(guideLength(guides.cramp));
    expect(awake).toEqual([true, false, true, false]);
  });

  it('writes one record, however it ends', async () => {
    const finished = playing(nothing);
    finished.player.begin(guides.cramp);
    await finished.pass(guideLength(guides.cramp) + 60);
    expect(finished.over).toEqual([finished.player.record]);
    expect(finished.player.record).toMatchObject({ guide: 'cramp', how: 'finished', spent: 180 });
    const left = playing(nothing);
    left.player.begin(guides.cramp);
    await left.pass(20);
    left.player.control('leave');
    left.player.control('leave');
    expect(left.over).toMatchObject([{ how: 'left', spent: 20 }]);
  });

  it('records a paused guide as left when another begins', async () => {
    const { player, over, pass } = playing(nothing);
    player.begin(guides['roller-flush']);
    await pass(90);
    player.control('pause');
    await pass(60);
    player.begin(guides.cramp);
    expect(over).toMatchObject([{ guide: 'roller-flush', how: 'left', spent: 90 }]);
    await pass(5);
    expect([player.view?.guide.id, player.record, over.length]).toEqual(['cramp', null, 1]);
  });

  it('releases the wake lock, falls silent and leaves no record when it is dropped', async () => {
    const { player, awake, over, heard, pass } = playing({ ...nothing, voice: true });
    player.begin(guides.cramp);
    await pass(5);
    player.forget();
    const before = heard.length;
    await pass(600);
    expect([heard.length, over.length, player.view, awake.at(-1)]).toEqual([before, 0, null, false]);
  });
});
