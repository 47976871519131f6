/** Programs that are dropped on the page or pasted into it, as long as the element is there. Text fields keep their own paste. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Taken {
  readonly files: (files: readonly File[]) => void;
  readonly text: (text: string) => void;
  /** Whether something is being dragged over the page that may be dropped. */
  readonly over: (over: boolean) => void;
}

const textFields =
  'input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=file]), textarea, [contenteditable], [role=textbox]';

const inTextField = (event: Event): boolean =>
  event.composedPath().some((node) => node instanceof Element && node.matches(textFields));

const carries = (event: DragEvent): boolean =>
  (event.dataTransfer?.types ?? []).some((type) => type === 'Files' || type === 'text/plain');

export class Taking implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly taken: Taken,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('dragover', this.onOver);
    window.addEventListener('dragleave', this.onLeave);
    window.addEventListener('drop', this.onDrop);
    window.addEventListener('paste', this.onPaste);
  }

  hostDisconnected(): void {
    window.removeEventListener('dragover', this.onOver);
    window.removeEventListener('dragleave', this.onLeave);
    window.removeEventListener('drop', this.onDrop);
    window.removeEventListener('paste', this.onPaste);
  }

  /** Without this the browser would open what is dropped. */
  private readonly onOver = (event: DragEvent): void => {
    if (!carries(event) || inTextField(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.taken.over(true);
  };

  /** Leaving one element for another within the page is no leaving. */
  private readonly onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.taken.over(false);
  };

  private readonly onDrop = (event: DragEvent): void => {
    if (!carries(event) || inTextField(event)) return;
    event.preventDefault();
    this.taken.over(false);
    this.take(event.dataTransfer);
  };

  private readonly onPaste = (event: ClipboardEvent): void => {
    if (inTextField(event)) return;
    if (this.take(event.clipboardData)) event.preventDefault();
  };

  private take(carried: DataTransfer | null): boolean {
    const files = [...(carried?.files ?? [])];
    if (files.length > 0) {
      this.taken.files(files);
      return true;
    }
    const text = carried?.getData('text/plain') ?? '';
    if (text.trim() === '') return false;
    this.taken.text(text);
    return true;
  }
}
