/** Reads pictures from the device's camera. The page keeps none of them. */

import type { Picture } from './codes.ts';

export interface Camera {
  /** The camera's picture, for a video element that shows it. */
  readonly stream: MediaStream;
  /** The picture now; null before the first one. */
  picture(): Picture | null;
  close(): void;
}

export type CameraOpened = Camera | 'refused' | 'none';

/** A program's code is about 110 squares wide; at this resolution each has several pixels. The browser picks the camera's closest resolution. */
const WANTED_VIDEO = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' } as const;

/** Asks the user for the camera; for the rear one if there are two. `refused`: the user or the browser said no. `none`: no camera can be used. */
export async function openCamera(): Promise<CameraOpened> {
  // Browsers have no `mediaDevices` on a page that was not loaded over HTTPS.
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
  // `play` rejects if the stream ends before its first picture; then `picture` stays null.
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
