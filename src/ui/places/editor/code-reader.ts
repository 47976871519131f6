/** The screen that scans the QR code of a program with the camera. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { editorWords } from '../../../words/editor/editor-in-use.ts';
import { intends } from '../../events.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { addressOf, editor } from '../place.ts';
import text from './editor.css?inline';
import type { ScanView } from './scan-view.ts';

export class CodeReader extends LitElement {
  static override styles = [shared, choices, unsafeCSS(text)];

  /** Null = no scan is under way. */
  @property({ attribute: false }) scan: ScanView | null = null;

  override render() {
    const { scan } = this;
    const { scan: said, start } = editorWords();
    const stream = scan !== null && 'stream' in scan ? scan.stream : null;
    const mayAsk = scan === null || scan.kind === 'refused' || scan.kind === 'partMissing';
    return html`<div class="page start">
      <header>
        <p><a href=${addressOf(editor)}>${start.title}</a></p>
        <h1>${said.title}</h1>
        <p>${said.what}</p>
      </header>
      <p class="state" role="status">${scan === null ? '' : said.states[scan.kind]}</p>
      ${
        mayAsk
          ? html`<button id="scan" class="press first" type="button" @click=${intends('scanCode')}>${said.begin}</button>`
          : nothing
      }
      ${
        stream === null
          ? nothing
          : html`<video class="camera" autoplay muted playsinline aria-label=${said.camera} .srcObject=${stream}></video>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-code-reader': CodeReader;
  }
}
