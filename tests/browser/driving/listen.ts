declare global {
  interface Window {
    spoken: string[];
    /** Number of tones that the page has begun. */
    sounded: number;
  }
}

/** A script to run before the page's own: records texts instead of speaking them, and counts tones. */
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
