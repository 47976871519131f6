/**
 * The keys of the session screen besides Space and Esc: the up and down arrows change the intensity by 1 mmHg, and ? shows the list of
 * keys. A setting of the page switches them off.
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { singleKeysOn } from './single-keys.ts';

export interface SessionShortcutActions {
  /** @param by mmHg */
  readonly change: (by: number) => void;
  readonly list: () => void;
}

const textFields =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=textbox]';
const usesArrows = `${textFields}, [role=slider], [role=spinbutton], [role=radio]`;

const isIn = (event: Event, fields: string): boolean =>
  event.composedPath().some((node) => node instanceof Element && node.matches(fields));

const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

export class SessionShortcuts implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly actions: SessionShortcutActions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || !singleKeysOn()) return;
    const by = steps[event.key];
    if (by !== undefined && !event.shiftKey && !isIn(event, usesArrows)) {
      // Keeps the page from scrolling.
      event.preventDefault();
      this.actions.change(by);
    } else if (event.key === '?' && !isIn(event, textFields)) {
      this.actions.list();
    }
  };
}
