/** Speaks with the browser's speechSynthesis, if it has one. Nothing waits for the speech to end. */

export interface Voice {
  /** `now` interrupts what is being said. `ifSilent` drops the text if something is being said, because the text would come too late. */
  say(text: string, how: 'now' | 'ifSilent'): void;
  silence(): void;
}

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

/** Null if the browser has no speech. @param language returns the language of the texts, BCP 47 */
export const pageVoice = (language: () => string): Voice | null =>
  'speechSynthesis' in window
    ? voiceOf(window.speechSynthesis, language, (text) => new SpeechSynthesisUtterance(text))
    : null;
