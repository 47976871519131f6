/** The edges of the guides: voice, and what is kept of the cues. */

import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { keptCues } from '../../../../src/app/guides/kept-cues.ts';
import { type Speech, voiceOf } from '../../../../src/app/guides/voice.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { quiet } from '../../../../src/guide/signals/cues.ts';
import { openStore } from '../../../../src/store/store.ts';
import { device } from '../../store/tabs.ts';

class SpokenText {
  lang = '';
  constructor(readonly text: string) {}
}

function speech() {
  const said: string[] = [];
  const state = { speaking: false, pending: false };
  const port: Speech = {
    get speaking() {
      return state.speaking;
    },
    get pending() {
      return state.pending;
    },
    speak: ({ text, lang }) => {
      said.push(`${lang}: ${text}`);
      state.speaking = true;
    },
    cancel: () => {
      said.push('cancel');
      state.speaking = false;
    },
  };
  const voice = voiceOf(
    port,
    () => 'en',
    (text) => new SpokenText(text) as unknown as SpeechSynthesisUtterance,
  );
  return { voice, said, state };
}

describe('the voice', () => {
  it('speaks in the language of the words', () => {
    const { voice, said } = speech();
    voice.say('Rest.', 'now');
    expect(said).toEqual(['en: Rest.']);
  });

  it('ends what is being said for what is due now, and leaves counts out', () => {
    const { voice, said } = speech();
    voice.say('Left calf.', 'now');
    voice.say('3', 'ifSilent');
    voice.say('Right calf.', 'now');
    expect(said).toEqual(['en: Left calf.', 'cancel', 'en: Right calf.']);
  });

  it('counts into silence, and says nothing for an empty text', () => {
    const { voice, said } = speech();
    voice.say('', 'now');
    voice.say('3', 'ifSilent');
    expect(said).toEqual(['en: 3']);
  });

  it('waits for nothing where there is no voice: each sentence takes the place of the last', () => {
    const { voice, said, state } = speech();
    state.pending = true;
    voice.say('Left calf.', 'now');
    expect(said).toEqual(['cancel', 'en: Left calf.']);
  });
});

describe('the cues', () => {
  const clock = new VirtualClock();
  const on = { sound: true, voice: false, vibration: false };

  it('are kept between visits, all or none', async () => {
    const kept = device();
    const first = await keptCues(async () => kept.tab(), clock);
    expect(first.first).toEqual(quiet);
    for (const cues of [on, { sound: false, voice: false, vibration: false }]) {
      first.keep(cues);
      const next = await keptCues(async () => kept.tab(), clock);
      expect(next.first).toEqual(cues);
    }
  });

  it('are those of a first visit where there is no storage, or none that answers', async () => {
    const without = await keptCues(
      async () => openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0),
      clock,
    );
    without.keep(on);
    expect(without.first).toEqual(quiet);
    expect((await keptCues(() => Promise.reject(new Error('did not arrive')), clock)).first).toEqual(quiet);
    const silent = keptCues(() => new Promise(() => {}), clock);
    await clock.run(milliseconds(1000));
    expect((await silent).first).toEqual(quiet);
  });
});
