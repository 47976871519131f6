/** Writes and reads QR codes on this device. The page loads this file when it is first needed. */

import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';

export interface Codes {
  /** The code as rows of dark (true) and light squares; null if the text is too long for any code. */
  code(text: string): readonly (readonly boolean[])[] | null;
  read(picture: Picture): string | null;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes for each pixel: red, green, blue, opacity. */
  readonly data: Uint8ClampedArray;
}

/** Most bytes that a QR code can hold: version 40-L of ISO/IEC 18004, the largest with the lowest error correction. */
const MOST_BYTES = 2953;

/** Width of the light border (quiet zone) that readers need around a code, squares (ISO/IEC 18004). */
const BORDER = 4;

export const codes: Codes = {
  code: (text) =>
    new TextEncoder().encode(text).length > MOST_BYTES
      ? null
      : encodeQR(text, 'raw', { ecc: 'low', border: BORDER }),
  read: (picture) => {
    try {
      return decodeQR(picture);
    } catch {
      // The library throws if it finds no code.
      return null;
    }
  },
};
