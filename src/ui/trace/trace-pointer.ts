/** Lets the user read a trace at a moment, with a mouse, a finger, a pen or the keyboard. */

/** How far one press of an arrow key goes, s. */
const ARROW_STEP = 1;
/** How far Page Up and Page Down go, s. */
const PAGE_STEP = 10;

export class TracePointer {
  /** @param read called with the position that the user reads, 0 to 1 across the trace; null = the user has stopped reading */
  constructor(private readonly read: (share: number | null) => void) {}

  readonly move = ({ currentTarget, clientX }: PointerEvent): void => {
    if (!(currentTarget instanceof Element)) return;
    const { left, width } = currentTarget.getBoundingClientRect();
    if (width > 0) this.read(Math.min(1, Math.max(0, (clientX - left) / width)));
  };

  /**
   * Ends a reading with the mouse. After a finger or pen lifts, the reading stays until the focus leaves, because the finger covered it.
   */
  readonly leave = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse') this.read(null);
  };

  readonly blur = (): void => this.read(null);

  /**
   * @param share the position that is read, 0 to 1 across
   * @param window the time that the width of the trace spans, s
   */
  readonly key =
    (share: number, window: number) =>
    (event: KeyboardEvent): void => {
      const wanted = shareAfter(event.key, share, window);
      if (wanted === null || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.read(Math.min(1, Math.max(0, wanted)));
    };
}

/** Null = the key does not move the position. */
function shareAfter(key: string, share: number, window: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return share - ARROW_STEP / window;
    case 'ArrowRight':
    case 'ArrowUp':
      return share + ARROW_STEP / window;
    case 'PageDown':
      return share - PAGE_STEP / window;
    case 'PageUp':
      return share + PAGE_STEP / window;
    case 'Home':
      return 0;
    case 'End':
      return 1;
    default:
      return null;
  }
}
