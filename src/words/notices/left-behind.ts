/** A session that another page runs or has left behind. `words.leftBehind` makes a notice from it. */

export interface LeftBehind {
  /** Simulated boots stop when their page closes; real ones may play on. */
  readonly kind: 'simulatedLeft' | 'bootsLeft' | 'pairLeft' | 'otherTab';
  readonly program: string;
}
