/** What a page speaks and sounds, kept for a test. */

declare global {
  interface Window {
    /** Texts that the page has spoken, oldest first. */
    spoken: string[];
    /** Number of tones that the page has sounded. */
    sounded: number;
  }
}

/** An init script: counts tones, and keeps what the page speaks instead of speaking it. */
export const listen = (): void => {
  window.spoken = [];
  window.sounded = 0;
  speechSynthesis.speak = (utterance) => void window.spoken.push(utterance.text);
  const create = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function (this: AudioContext) {
    window.sounded++;
    return create.call(this);
  };
};
