/** Where the control tokens are stored that boots granted, so that a page that is reloaded outside a session still has control. */

export interface ControlTokens {
  /** The last token stored for the boots with this serial number; 0 = none, or another tab of this browser may use it. Never rejects. */
  recall(serial: string): Promise<number>;
  /** Never rejects. @param token not 0 */
  keep(serial: string, token: number): Promise<unknown>;
}
