/** The trial of a program on simulated boots. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { editorWords } from '../../../../words/editor/editor-in-use.ts';
import { words } from '../../../../words/in-use.ts';
import { intends } from '../../../events.ts';
import { fullAt } from '../../../legs/level.ts';
import { choices } from '../../../styles/choices.ts';
import { shared } from '../../../styles/shared.ts';
import text from './trial-panel.css?inline';
import type { TrialView } from './trial-view.ts';

export class TrialPanel extends LitElement {
  static override styles = [shared, choices, unsafeCSS(text)];

  @property({ attribute: false }) trial: TrialView | null = null;

  override render() {
    const { trial } = this;
    if (!trial) return nothing;
    const { session, trace, state, rate, highest } = trial;
    const { trial: said } = editorWords();
    const full = fullAt(session.intensity, [...session.legs.left, ...session.legs.right]);
    return html`<section class="card" aria-label=${said.title}>
      <div class="head">
        <div>
          <h2>${said.title}</h2>
          <p class="soft">${said.what(rate)}</p>
        </div>
        ${
          state === 'over'
            ? html`<button id="close-trial" class="press" type="button" @click=${intends('closeTrial')}>${said.close}</button>`
            : html`<button id="end-trial" class="press" type="button" @click=${intends('endTrial')}>${said.end}</button>`
        }
      </div>
      <p class="state" role="status">${said.states[state]}</p>
      <p class="time"><b>${said.left(session.progress?.left ?? null)}</b> <span>${said.highest(highest)}</span></p>
      <div class="live">
        <heartward-legs .legs=${session.legs} .doing=${session.doing} .intensity=${session.intensity}></heartward-legs>
        <heartward-trace
          .source=${trace}
          .revision=${trace.revision}
          .sides=${session.boots?.sides ?? []}
          .parts=${session.boots?.parts ?? []}
          .full=${full}
        ></heartward-trace>
      </div>
      <p class="soft">${state === 'running' ? words.happening(session) : nothing}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-trial': TrialPanel;
  }
}
