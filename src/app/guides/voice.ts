/** The voice of the page: speechSynthesis, if there is one. Nothing waits for it, and without voices it is silent. */

export interface Voice {
  /** `now` interrupts speech; `ifSilent` says nothing while something is being said, because it would come late. */
  say(text: string, how: 'now' | 'ifSilent'): void;
  silence(): void;
}

/** The parts of the Web Speech API that are used. */
export interface Speech {
  readonly speaking: boolean;
  readonly pending: boolean;
  speak(utterance: SpeechSynthesisUtterance): void;
  cancel(): void;
}

export const voiceOf = (
  speech: Speech,
  language: () => string,
  utter: (text: string) => SpeechSynthesisUtterance,
): Voice => ({
  say: (text, how) => {
    if (text === '') return;
    const busy = speech.speaking || speech.pending;
    if (busy && how === 'ifSilent') return;
    if (busy) speech.cancel();
    const utterance = utter(text);
    utterance.lang = language();
    speech.speak(utterance);
  },
  silence: () => speech.cancel(),
});

/** Null where the browser has no speech. @param language of what is said now, BCP 47 */
export const pageVoice = (language: () => string): Voice | null =>
  'speechSynthesis' in window
    ? voiceOf(window.speechSynthesis, language, (text) => new SpeechSynthesisUtterance(text))
    : null;
