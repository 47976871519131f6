/** One row of the table of figures in PROTOCOL.md 8.3. */

export interface Figure {
  /** The id of the requirement that uses the figure. */
  readonly rule: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure is, word for word as in PROTOCOL.md 8.3. */
  readonly what: string;
}
