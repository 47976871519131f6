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

  it('interrupts a sentence for one that is due now, but not for a count', () => {
    const { voice, said } = speech();
    voice.say('Left calf.', 'now');
    voice.say('3', 'ifSilent');
    voice.say('Right calf.', 'now');
    expect(said).toEqual(['en: Left calf.', 'cancel', 'en: Right calf.']);
  });

  it('counts if nothing else is being said, and says nothing for an empty text', () => {
    const { voice, said } = speech();
    voice.say('', 'now');
    voice.say('3', 'ifSilent');
    expect(said).toEqual(['en: 3']);
  });

  it('does not wait in a browser without voices: each sentence replaces the last', () => {
    const { voice, said, state } = speech();
    state.pending = true;
    voice.say('Left calf.', 'now');
    expect(said).toEqual(['cancel', 'en: Left calf.']);
  });
});

describe('the cue settings', () => {
  const clock = new VirtualClock();
  const on = { sound: true, voice: false, vibration: false };

  it('are stored for the next visit, whether some cues are on or none', async () => {
    const kept = device();
    const first = await keptCues(async () => kept.tab(), clock);
    expect(first.first).toEqual(quiet);
    for (const cues of [on, { sound: false, voice: false, vibration: false }]) {
      first.keep(cues);
      const next = await keptCues(async () => kept.tab(), clock);
      expect(next.first).toEqual(cues);
    }
  });

  it('are those of a first visit if storage is missing or does not answer', async () => {
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
