/** The camera of the device, picture by picture. Nothing of it is kept. */

import type { Picture } from './codes.ts';

export interface Camera {
  /** To show what it sees. */
  readonly stream: MediaStream;
  /** Null before the first picture. */
  picture(): Picture | null;
  close(): void;
}

export type CameraOpened = Camera | 'refused' | 'none';

/** A program's code has about 110 squares a side: at this width each has several pixels. The browser takes what comes closest. */
const WANTED_VIDEO = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' } as const;

/** Asks the user for the camera, the one that looks away from them where there are two. */
export async function openCamera(): Promise<CameraOpened> {
  // Missing where the page is not served securely.
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
  // It plays as soon as there are pictures. Where the stream ends before, there are none.
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
