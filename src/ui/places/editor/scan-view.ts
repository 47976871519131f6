/** What the page shows while it scans for a QR code. */

export type ScanView =
  /** The browser asks the user whether the page may use the camera. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'looking'; readonly stream: MediaStream }
  /** The camera has seen a code without a program. The scan continues. */
  | { readonly kind: 'other'; readonly stream: MediaStream }
  | { readonly kind: 'refused' | 'noCamera' | 'partMissing' };
