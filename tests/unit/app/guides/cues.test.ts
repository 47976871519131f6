import { describe, expect, it, vi } from 'vitest';
import { keptCues } from '../../../../src/app/guides/kept-cues.ts';
import { type Speech, voiceOf } from '../../../../src/app/guides/voice.ts';
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
  const on = { sound: true, voice: false, vibration: false };

  it('are stored for the next visit, whether some cues are on or none', async () => {
    const kept = device();
    const first = keptCues(async () => kept.tab());
    expect(await first.stored).toEqual(quiet);
    for (const cues of [on, { sound: false, voice: false, vibration: false }]) {
      first.keep(cues);
      expect(await keptCues(async () => kept.tab()).stored).toEqual(cues);
    }
  });

  it('are stored and read even if storage opens late', async () => {
    const kept = device();
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const late = keptCues(() => opened.then(() => kept.tab()));
    late.keep(on);
    open();
    await vi.waitFor(async () => expect(await keptCues(async () => kept.tab()).stored).toEqual(on));
  });

  it('are those of a first visit if storage is missing', async () => {
    const without = keptCues(async () =>
      openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0),
    );
    without.keep(on);
    expect(await without.stored).toEqual(quiet);
    expect(await keptCues(() => Promise.reject(new Error('did not arrive'))).stored).toEqual(quiet);
  });
});
