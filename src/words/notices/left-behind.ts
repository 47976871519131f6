/** A session that another page runs or has left behind. */

export interface LeftBehind {
  /** Simulated boots stop when their page closes; real boots may play on. `otherTab`: another tab runs the session. */
  readonly kind: 'simulatedLeft' | 'bootsLeft' | 'pairLeft' | 'otherTab';
  readonly program: string;
}
