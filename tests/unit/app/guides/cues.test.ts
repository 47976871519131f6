/** The edges of the guides: voice, screen lock, and what is kept of the cues. */

import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { keptCues } from '../../../../src/app/guides/kept-cues.ts';
import { type Speech, voiceOf } from '../../../../src/app/guides/voice.ts';
import { screenAwake } from '../../../../src/app/screen-awake.ts';
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

describe('the screen', () => {
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  function page() {
    const asked: string[] = [];
    let listener: () => void = () => {};
    const seen = {
      visibilityState: 'visible' as DocumentVisibilityState,
      addEventListener: (_: string, listen: unknown) => {
        listener = listen as () => void;
      },
    };
    const locks = {
      request: () => {
        asked.push('request');
        return Promise.resolve({
          release: () => {
            asked.push('release');
            return Promise.resolve();
          },
        });
      },
    };
    const show = (visible: boolean): void => {
      seen.visibilityState = visible ? 'visible' : 'hidden';
      listener();
    };
    return { asked, locks, seen: seen as unknown as Document, show };
  }

  it('is kept on once, and let go', async () => {
    const { asked, locks, seen } = page();
    const awake = screenAwake(locks, seen);
    awake(true);
    awake(true);
    awake(false);
    await settled();
    expect(asked).toEqual(['request', 'release']);
  });

  it('is asked for again when the page is seen again, and not while it is hidden', async () => {
    const { asked, locks, seen, show } = page();
    const awake = screenAwake(locks, seen);
    awake(true);
    show(false);
    await settled();
    show(true);
    await settled();
    expect(asked).toEqual(['request', 'release', 'request']);
    awake(false);
    show(false);
    show(true);
    await settled();
    expect(asked).toEqual(['request', 'release', 'request', 'release']);
  });

  it('goes dark as always where the lock is refused or there is none', async () => {
    const { seen } = page();
    const refused = screenAwake({ request: () => Promise.reject(new Error('low battery')) }, seen);
    refused(true);
    refused(false);
    screenAwake(null, seen)(true);
    await settled();
    expect(seen.visibilityState).toBe('visible');
  });
});
