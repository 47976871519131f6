/** What the scan of a QR code shows. */

export type ScanView =
  /** The browser asks for the camera. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'looking'; readonly stream: MediaStream }
  /** It has seen a code that carries no program, and goes on looking. */
  | { readonly kind: 'other'; readonly stream: MediaStream }
  | { readonly kind: 'refused' | 'noCamera' | 'partMissing' };
