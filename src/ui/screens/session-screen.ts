/** The session: the legs, the time left, what is happening, the settings, the program's preview, and the trace. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { isActive, type Phase, type SessionView } from '../../session/view.ts';
import { nowIn, type Preview } from '../../timeline/preview/preview.ts';
import { words } from '../../words/in-use.ts';
import { adaptedList } from '../elements/choosing/adapted-list.ts';
import { intends } from '../events.ts';
import { fullAt } from '../legs/level.ts';
import { PreviewController } from '../preview/preview-controller.ts';
import type { PreviewSource } from '../preview/preview-source.ts';
import { shared } from '../styles/shared.ts';
import type { TraceSource } from '../trace/trace-source.ts';
import text from './session-screen.css?inline';

/** Phases in which nothing can be changed. */
const unchangeable: ReadonlySet<Phase> = new Set<Phase>(['stopping', 'unsure', 'found']);

/**
 * @tag heartward-session
 * @fires heartward-intent - `pressButton`, and those of the controls inside
 */
export class SessionScreen extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) trace: TraceSource | null = null;
  @property({ attribute: false }) previews: PreviewSource | null = null;

  private readonly previewer = new PreviewController(this);
  /** The last preview, which stays until the next is ready, so that nothing jumps. */
  private preview: Preview | null = null;

  private time(view: SessionView) {
    return html`<section class="card time">
      <heartward-time-ring .progress=${view.progress} .minutes=${view.minutes}></heartward-time-ring>
      <div class="words">
        <p class="sentence">${words.happening(view)}</p>
        <p class="soft detail">${words.detail(view)}</p>
        <p class="soft">${words.waves(view)}</p>
      </div>
      ${view.breath ? html`<heartward-breath .breath=${view.breath}></heartward-breath>` : nothing}
    </section>`;
  }

  /** Nothing for a session that this page did not start: its program is unknown. */
  private drawing(view: SessionView) {
    if (view.phase === 'found' || !view.boots) return nothing;
    const { previewer, previews } = this;
    this.preview = previewer.of(previews, view.settings, view.boots.shape, view.fills) ?? this.preview;
    const { preview } = this;
    const now =
      view.progress && preview ? nowIn(preview, view.progress.inCycle, view.progress.cycle - 1) : null;
    const playing = view.phase === 'running' && view.progress !== null && view.progress.cycle > 0;
    return html`<section class="card drawing">
      <h2>${words.session.plan}</h2>
      <heartward-preview .preview=${preview} .now=${playing ? now : null}></heartward-preview>
      ${adaptedList(preview)}
    </section>`;
  }

  override render() {
    const { view } = this;
    if (!view) return null;
    const fixed = !isActive(view.phase) || unchangeable.has(view.phase);
    const sides = view.boots?.sides ?? [];
    const full = fullAt(view.intensity, [...view.legs.left, ...view.legs.right]);
    return html`
      <div class="now">
        ${this.time(view)}
        <section class="card legs">
          <heartward-legs
            .legs=${view.legs}
            .doing=${view.doing}
            .intensity=${view.intensity}
            ?stale=${view.stale}
          ></heartward-legs>
        </section>
        <div class="set">
          <heartward-settings
            .boots=${view.boots}
            .intensity=${view.intensity}
            .minutes=${view.minutes}
            .pending=${view.pending}
            .effect=${words.session.effect}
            ?disabled=${fixed}
          ></heartward-settings>
          <heartward-zones
            .boots=${view.boots}
            .zones=${view.settings.zones}
            ?disabled=${fixed}
          ></heartward-zones>
        </div>
      </div>
      ${this.drawing(view)}
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
      ${
        view.boots?.simulated
          ? html`<section class="card pretend">
              <p class="soft">${words.button.what}</p>
              <wa-button id="press" pill appearance="outlined" @click=${intends('pressButton')}>${words.button.press}</wa-button>
            </section>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-session': SessionScreen;
  }
}
