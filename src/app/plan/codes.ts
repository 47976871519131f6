/** QR codes, written and read on this device. Loaded when somebody asks for one. */

import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';

export interface Codes {
  /** Null where the text is too large for any code. */
  code(text: string): readonly (readonly boolean[])[] | null;
  /** The text of the code in a picture; null where none is found. */
  read(picture: Picture): string | null;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity. */
  readonly data: Uint8ClampedArray;
}

/** Bytes that the largest code holds at the lowest error correction (ISO/IEC 18004, version 40-L). */
const MOST = 2953;

/** Light squares around a code, which readers want (ISO/IEC 18004). */
const QUIET = 4;

export const codes: Codes = {
  code: (text) =>
    new TextEncoder().encode(text).length > MOST
      ? null
      : encodeQR(text, 'raw', { ecc: 'low', border: QUIET }),
  read: (picture) => {
    try {
      return decodeQR(picture);
    } catch {
      // The library throws where it finds none.
      return null;
    }
  },
};
