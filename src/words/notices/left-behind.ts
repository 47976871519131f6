/** A session that another page runs or has left behind. */

export interface LeftBehind {
  /** Simulated boots stop when their page closes. Real boots may play on. */
  readonly kind: 'simulatedLeft' | 'bootsLeft' | 'pairLeft' | 'otherTab';
  readonly program: string;
}
