/** A session that another page has, or left behind: what `words.leftBehind` makes a notice from. */

export interface LeftBehind {
  /** Simulated boots ended with their page; real ones may play on. */
  readonly kind: 'simulatedLeft' | 'bootsLeft' | 'pairLeft' | 'otherTab';
  readonly program: string;
}
