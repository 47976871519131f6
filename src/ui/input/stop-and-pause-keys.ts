/**
 * The keys Esc and Space during a session, in the page and in the small window. Esc stops the session wherever the focus is: the window
 * catches it in the capture phase, before a control or popup can consume it. Space pauses and resumes, unless the focused element uses
 * Space itself, or a setting of the page has switched Space off.
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionView } from '../../session/view.ts';
import { intend } from '../events.ts';
import { underWay } from '../page/screen.ts';
import { singleKeysOn } from './single-keys.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly view: SessionView | null };

const usesSpace =
  'button, input, textarea, select, summary, a[href], [contenteditable], [role=button], [role=checkbox], [role=switch], [role=radio], [role=option], [role=menuitem], [role=tab], [role=textbox]';

/** Does not test for `Element`: an element of the small window may be of that window's own class. */
export const takesSpace = (event: Event): boolean =>
  event.composedPath().some((node) => 'matches' in node && (node as Element).matches(usesSpace));

export class StopAndPauseKeys implements ReactiveController {
  /** The window whose keys are heard: that of the host's document. */
  private heard: Window | null = null;

  /** @param mayPause whether Space pauses and resumes where the user is */
  constructor(
    private readonly host: Host,
    private readonly mayPause: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.heard = this.host.ownerDocument.defaultView;
    this.heard?.addEventListener('keydown', this.onKey, { capture: true });
  }

  hostDisconnected(): void {
    this.heard?.removeEventListener('keydown', this.onKey, { capture: true });
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { host } = this;
    const { view } = host;
    if (!view || !underWay(view)) return;
    if (event.key === 'Escape') {
      intend(host, 'stop');
      return;
    }
    const plain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat);
    if (event.key !== ' ' || !plain || takesSpace(event)) return;
    if (!singleKeysOn(host.ownerDocument) || !this.mayPause()) return;
    event.preventDefault();
    if (view.phase === 'running') intend(host, 'pause');
    else if (view.resumable.kind === 'yes') intend(host, 'resume');
  };
}
