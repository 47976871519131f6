/** One row of the table of figures in PROTOCOL.md 8.3. */

export interface Figure {
  /** Id of the requirement that uses the figure. */
  readonly rule: string;
  readonly value: number;
  readonly unit: string;
  /** Word for word as in PROTOCOL.md 8.3. */
  readonly what: string;
}
