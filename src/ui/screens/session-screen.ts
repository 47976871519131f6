/** The session: the legs, the time, what is happening, what can be changed, and the trace. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { SessionView } from '../../session/view.ts';
import { fullAt } from '../legs/level.ts';
import text from '../styles/session-screen.css?inline';
import { shared } from '../styles/shared.ts';
import type { TraceSource } from '../trace-source.ts';
import { detail, happening, waves } from '../words/doing.ts';
import { session as words } from '../words/screens.ts';

/** @fires heartward-intensity, heartward-minutes - As the dials inside say. */
export class SessionScreen extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) trace: TraceSource | null = null;

  private readonly pass = (event: CustomEvent<number>): boolean =>
    this.dispatchEvent(new CustomEvent<number>(event.type, { detail: event.detail }));

  override render() {
    const { view } = this;
    if (!view) return null;
    const fixed = view.phase === 'stopping' || view.phase === 'unsure' || view.phase === 'found';
    const sides = view.boots?.sides ?? [];
    const full = fullAt(view.intensity, [...view.legs.left, ...view.legs.right]);
    return html`
      <section class="card time">
        <heartward-time-ring .progress=${view.progress} .minutes=${view.minutes}></heartward-time-ring>
        <div class="words">
          <p class="sentence">${happening(view)}</p>
          <p class="soft detail">${detail(view)}</p>
          <p class="soft">${waves(view)}</p>
        </div>
      </section>
      <section class="card legs">
        <heartward-legs
          .legs=${view.legs}
          .doing=${view.doing}
          .intensity=${view.intensity}
          ?stale=${view.stale}
        ></heartward-legs>
      </section>
      <heartward-settings
        .boots=${view.boots}
        .intensity=${view.intensity}
        .minutes=${view.minutes}
        .pending=${view.pending}
        .effect=${words.effect}
        ?disabled=${fixed}
        @heartward-intensity=${this.pass}
        @heartward-minutes=${this.pass}
      ></heartward-settings>
      <section class="card under">
        <heartward-trace
          .source=${this.trace}
          .revision=${this.trace?.revision ?? 0}
          .sides=${sides}
          .parts=${view.boots?.parts ?? []}
          .full=${full}
        ></heartward-trace>
        <heartward-zone-table .legs=${view.legs}></heartward-zone-table>
      </section>
    `;
  }
}
