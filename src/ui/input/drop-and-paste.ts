/** Takes files and text that the user drops on the page or pastes into it. What goes into a text field stays there. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface DropTarget {
  readonly files: (files: readonly File[]) => void;
  readonly text: (text: string) => void;
  /** Called with whether something that can be dropped is being dragged over the page. */
  readonly dragging: (dragging: boolean) => void;
}

interface Listening {
  (type: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void): void;
  (type: 'paste', listener: (event: ClipboardEvent) => void): void;
}

interface Listened {
  readonly addEventListener: Listening;
  readonly removeEventListener: Listening;
}

const textFields =
  'input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=file]), textarea, [contenteditable], [role=textbox]';

const inTextField = (event: Event): boolean =>
  event.composedPath().some((node) => node instanceof Element && node.matches(textFields));

const isDroppable = (event: DragEvent): boolean =>
  (event.dataTransfer?.types ?? []).some((type) => type === 'Files' || type === 'text/plain');

export class DropAndPaste implements ReactiveController {
  /** @param where the document, or the window: events reach the window last, so a listener there gets only what no element has taken */
  constructor(
    host: ReactiveControllerHost,
    private readonly target: DropTarget,
    private readonly where: Listened = document,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.where.addEventListener('dragover', this.onOver);
    this.where.addEventListener('dragleave', this.onLeave);
    this.where.addEventListener('drop', this.onDrop);
    this.where.addEventListener('paste', this.onPaste);
  }

  hostDisconnected(): void {
    this.where.removeEventListener('dragover', this.onOver);
    this.where.removeEventListener('dragleave', this.onLeave);
    this.where.removeEventListener('drop', this.onDrop);
    this.where.removeEventListener('paste', this.onPaste);
  }

  /** Allows the drop. Without `preventDefault` the browser would open the dropped file itself. */
  private readonly onOver = (event: DragEvent): void => {
    if (event.defaultPrevented || !isDroppable(event) || inTextField(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.target.dragging(true);
  };

  /** A pointer that leaves the page has no `relatedTarget`. */
  private readonly onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.target.dragging(false);
  };

  private readonly onDrop = (event: DragEvent): void => {
    this.target.dragging(false);
    if (event.defaultPrevented || !isDroppable(event) || inTextField(event)) return;
    event.preventDefault();
    this.take(event.dataTransfer);
  };

  private readonly onPaste = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || inTextField(event)) return;
    if (this.take(event.clipboardData)) event.preventDefault();
  };

  /** Hands over the files or, if there are none, the text. @returns whether there were files or a text */
  private take(carried: DataTransfer | null): boolean {
    const files = [...(carried?.files ?? [])];
    if (files.length > 0) {
      this.target.files(files);
      return true;
    }
    const text = carried?.getData('text/plain') ?? '';
    if (text.trim() === '') return false;
    this.target.text(text);
    return true;
  }
}
