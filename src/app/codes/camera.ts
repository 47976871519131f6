/** Reads pictures from the device's camera. The page keeps none of them. */

import type { Picture } from './codes.ts';

export interface Camera {
  readonly stream: MediaStream;
  /** Returns what the camera sees; null if there is no picture yet, or the browser cannot draw it. */
  picture(): Picture | null;
  close(): void;
}

export type CameraOpened = Camera | 'refused' | 'none';

/** Enough for several pixels in each square of a program's QR code. The browser picks the nearest resolution that the camera has. */
const WANTED_VIDEO = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' } as const;

/** Asks the user for the camera, preferably a rear one. `refused`: the user or the browser said no. `none`: no camera can be used. */
export async function openCamera(): Promise<CameraOpened> {
  // Browsers have `mediaDevices` only on a secure page, such as one loaded over HTTPS.
  if (!('mediaDevices' in navigator)) return 'none';
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: WANTED_VIDEO, audio: false });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none';
  }
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  video.play().catch(() => undefined);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    stream,
    picture: () => {
      const { videoWidth: width, videoHeight: height } = video;
      if (context === null || width === 0 || height === 0) return null;
      canvas.width = width;
      canvas.height = height;
      context.drawImage(video, 0, 0);
      return context.getImageData(0, 0, width, height);
    },
    close: () => {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}
