/** Decodes an image file into pixels. */

import type { Picture } from './codes.ts';

/** Longest side of a decoded picture, px. Larger pictures are scaled down to it. */
const LONGEST_SIDE = 1600;

/** Decodes an image file; null if the browser cannot read or draw it. */
export async function pictureIn(file: Blob): Promise<Picture | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [bitmap.width, bitmap.height].map((side) =>
      Math.max(1, Math.round(side * scale)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = width ?? 1;
    canvas.height = height ?? 1;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return null;
    // Draws transparent parts as white: in a QR code they count as light.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return context.getImageData(0, 0, canvas.width, canvas.height);
  } catch {
    return null;
  }
}
