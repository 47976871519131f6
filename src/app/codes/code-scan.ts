/** Scans the camera's pictures until one has a QR code that the page can use. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import type { ScanView } from '../../ui/places/editor/scan-view.ts';
import type { Camera, CameraOpened } from './camera.ts';
import type { Codes } from './codes.ts';

/** Pause between two scans, so that the page stays responsive on a device that scans slowly. */
const SCAN_INTERVAL = milliseconds(200);

export interface ScanParts {
  readonly clock: Clock;
  readonly open: () => Promise<CameraOpened>;
  readonly codes: () => Promise<Codes>;
  /** Called with the text of each code that is read. @returns whether the page could use it; if so, the scan ends */
  readonly found: (text: string) => boolean;
  /** Called when `view` has changed, except when the caller ends the scan. */
  readonly changed: () => void;
}

export class CodeScan {
  readonly #parts: ScanParts;
  #camera: Camera | null = null;
  #view: ScanView | null = null;
  /** Number of the scan, so that a camera that opens after its scan has ended is closed again. */
  #scan = 0;

  constructor(parts: ScanParts) {
    this.#parts = parts;
  }

  get view(): ScanView | null {
    return this.#view;
  }

  async begin(): Promise<void> {
    this.end();
    const scan = this.#scan;
    this.#show({ kind: 'asking' });
    const [camera, codes] = await Promise.all([this.#parts.open(), this.#parts.codes().catch(() => null)]);
    const isOpen = typeof camera !== 'string';
    if (scan !== this.#scan || codes === null) {
      if (isOpen) camera.close();
      if (scan === this.#scan) this.#show({ kind: 'partMissing' });
      return;
    }
    if (!isOpen) {
      this.#show({ kind: camera === 'refused' ? 'refused' : 'noCamera' });
      return;
    }
    this.#camera = camera;
    this.#show({ kind: 'looking', stream: camera.stream });
    this.#lookAgain(camera, codes, scan);
  }

  end(): void {
    this.#scan++;
    this.#camera?.close();
    this.#camera = null;
    this.#view = null;
  }

  #lookAgain(camera: Camera, codes: Codes, scan: number): void {
    this.#parts.clock.after(SCAN_INTERVAL, () => {
      if (scan === this.#scan) this.#look(camera, codes, scan);
    });
  }

  #look(camera: Camera, codes: Codes, scan: number): void {
    const picture = camera.picture();
    const text = picture === null ? null : codes.read(picture);
    if (text === null) {
      this.#lookAgain(camera, codes, scan);
    } else if (this.#parts.found(text)) {
      this.end();
      this.#parts.changed();
    } else {
      if (this.#view?.kind !== 'other') this.#show({ kind: 'other', stream: camera.stream });
      this.#lookAgain(camera, codes, scan);
    }
  }

  #show(view: ScanView): void {
    this.#view = view;
    this.#parts.changed();
  }
}
