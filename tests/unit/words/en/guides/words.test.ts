import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../../../../src/clock/virtual-clock.ts';
import type { GuideState } from '../../../../../src/guide/engine.ts';
import { type Guide, guideIds, guideLength } from '../../../../../src/guide/guide.ts';
import { cramp, crampable } from '../../../../../src/guide/guides/cramp.ts';
import { mobility } from '../../../../../src/guide/guides/mobility.ts';
import { afterFlight, rollerFlush } from '../../../../../src/guide/guides/roller-flush.ts';
import { guides } from '../../../../../src/guide/guides.ts';
import { recordOf } from '../../../../../src/guide/record.ts';
import { runGuide } from '../../../../../src/guide/run.ts';
import { viewOf } from '../../../../../src/guide/view.ts';
import { english } from '../../../../../src/words/en/english.ts';
import { guideEnglish } from '../../../../../src/words/en/guides/english.ts';

const words = guideEnglish(english({ pressureUnit: 'mmHg', locale: 'en' }).numbers);

const everyGuide: readonly Guide[] = [
  ...guideIds.map((id) => guides[id]),
  rollerFlush(afterFlight),
  mobility({ minutes: 8, muscles: ['feet', 'glutes', 'ankles'] }),
  ...crampable.map(cramp),
];

/** Runs a guide to its end. @returns what it says and shows */
async function ledThrough(guide: Guide): Promise<{ spoken: string[]; shown: string[] }> {
  const clock = new VirtualClock();
  const spoken: string[] = [];
  const shown: string[] = [];
  runGuide(guide, clock, {
    signal: (signal) => spoken.push(words.spoken(signal, guide)),
    state: (state: GuideState) => {
      const view = viewOf(state);
      const record = recordOf(state);
      shown.push(words.left(view), words.leftAloud(view), words.picture(view.phase));
      if (record !== null) shown.push(words.over(record).title, words.over(record).what);
    },
  });
  await clock.run(milliseconds(guideLength(guide) * 1000 + 1000));
  return { spoken, shown };
}

const fixed: readonly string[] = [
  ...Object.values(words.names),
  ...Object.values(words.what),
  ...Object.values(words.needs),
  ...Object.values(words.against),
  ...Object.values(words.texts),
  ...everyGuide.flatMap((guide) => [
    ...words.how(guide),
    words.lasts(guide),
    ...guide.phases.flatMap((phase) => [words.phase(phase).title, words.phase(phase).how]),
    ...guide.phases.flatMap(({ prompts }) =>
      prompts.map(({ say }) => words.prompt({ kind: 'prompt', prompt: say })),
    ),
  ]),
];

const claims =
  /\btreat(s|ed|ing|ment)?\b|\bheal|\bdrain|detox|toxin|lactic|lymph|\bDVT\b|\bcure|faster|speeds? up|\d+ ?%|prevents?|boosts?/i;

describe('the words of the guides', () => {
  it('are all there', () => {
    for (const sentence of fixed) {
      expect(sentence.trim()).not.toBe('');
      expect(sentence).not.toMatch(/undefined|NaN|null|\[object|\bboth both\b/);
    }
  });

  it('claim nothing that has no evidence', () => {
    expect(fixed.filter((sentence) => claims.test(sentence))).toEqual([]);
  });

  it('put every guide in one group, except for the cramp, which stands alone', () => {
    const grouped = words.groups.flatMap(({ guides: ids }) => ids);
    expect([...grouped, 'cramp'].sort()).toEqual([...guideIds].sort());
  });

  it('say if it is too early or too late for a guide, as far as a plan knows', () => {
    const spot = guides.spots;
    const plate = guides['vibration-plate'];
    expect(words.notNow(spot, 20)).toBe(
      'Too early: your run ended 20 hours ago. Wait until 48 hours have passed.',
    );
    expect(words.notNow(plate, 1)).toMatch(/ended 1 hour ago/);
    expect([words.notNow(spot, 48), words.notNow(spot, 500), words.notNow(plate, 72)]).toEqual(['', '', '']);
    expect(words.notNow(plate, 73)).toBe('Your run ended 73 hours ago: this is of little use now.');
    expect(words.notNow(guides.walk, 1)).toBe('');
  });

  it('give the limit of the vibration plate in one place', () => {
    expect(words.how(guides['vibration-plate']).join(' ')).toContain('at most 30 Hz, and 2 mm');
  });

  it.each(everyGuide.map((guide, n) => [`${guide.id} ${n}`, guide] as const))(
    '%s can be followed by ear alone, and by screen reader',
    async (_, guide) => {
      const { spoken, shown } = await ledThrough(guide);
      for (const phase of guide.phases) {
        const { title, how, aloud } = words.phase(phase);
        expect(spoken.join('\n')).toContain(aloud ?? `${title}. ${how}`);
      }
      expect(spoken.at(-1)).toMatch(/done\.$/);
      expect(shown.join('\n')).not.toMatch(/undefined|NaN|-\d/);
      // A voice says about three words a second. A short phase must be long enough for its words.
      for (const phase of guide.phases) {
        const { title, how, aloud } = words.phase(phase);
        const toSay = (aloud ?? `${title} ${how}`).split(' ').length / 3;
        if (phase.passes * phase.pace < 20) expect(toSay).toBeLessThan(phase.passes * phase.pace);
      }
    },
  );

  it('name the next phase and the passes of the current one', () => {
    const states: GuideState[] = [];
    const clock = new VirtualClock();
    const run = runGuide(guides['roller-flush'], clock, {
      state: (state) => states.push(state),
      signal: () => {},
    });
    run.control('next');
    const [first, second] = states.map(viewOf);
    expect(first && [words.passes(first), words.following(first)]).toEqual(['', '']);
    expect(second && [words.passes(second), words.following(second)]).toEqual([
      '1 of 10',
      'Next: right quadriceps',
    ]);
    run.end();
  });
});
