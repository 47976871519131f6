/** The screen of a session. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { isActive, type Phase, type SessionView } from '../../session/view.ts';
import { nowIn, type Preview } from '../../timeline/preview/preview.ts';
import { words } from '../../words/in-use.ts';
import { adaptedList } from '../elements/choosing/adapted-list.ts';
import type { OpenZone } from '../elements/zones/zone-sheet.ts';
import { intend, intends, type ZoneEvent } from '../events.ts';
import { SessionShortcuts } from '../input/session-shortcuts.ts';
import { fullAt } from '../legs/level.ts';
import { markedZones, type ZoneKey, zoneKey } from '../legs/marks.ts';
import type { FaultsView } from '../places/maker/faults-view.ts';
import { PreviewController } from '../preview/preview-controller.ts';
import type { PreviewSource } from '../preview/preview-source.ts';
import { type DeskView, noDesk } from '../settings/desk.ts';
import { intensityRange } from '../settings/slider-ranges.ts';
import { shared } from '../styles/shared.ts';
import type { TraceSource } from '../trace/trace-source.ts';
import { makerLink, otherBoot } from './choose-screen-parts.ts';
import text from './session-screen.css?inline';

const unchangeable: ReadonlySet<Phase> = new Set<Phase>(['stopping', 'unsure', 'found']);

/** Rounds a time to half seconds, so that the line in the preview is redrawn only when it moves by a few px. @param time s */
const twiceASecond = (time: number): number => Math.round(time * 2) / 2;

export class SessionScreen extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) trace: TraceSource | null = null;
  @property({ attribute: false }) previews: PreviewSource | null = null;

  @property({ attribute: false }) desk: DeskView = noDesk;

  /** Null without simulated boots, or until the panel of faults has loaded. */
  @property({ attribute: false }) faults: FaultsView | null = null;

  @state() private zone: OpenZone | null = null;

  private readonly previewer = new PreviewController(this);
  /** The last preview. It stays until the next one is ready, so that the rest of the screen does not move. */
  private preview: Preview | null = null;

  constructor() {
    super();
    new SessionShortcuts(this, {
      change: (by) => this.changeIntensity(by),
      list: () => this.renderRoot.querySelector('heartward-desk')?.showKeys(),
    });
  }

  private changeIntensity(by: number): void {
    const { view } = this;
    if (!view || this.isFixed(view)) return;
    const { min, max } = intensityRange(view.boots, view.intensity);
    const intensity = Math.min(max, Math.max(min, view.intensity + by));
    if (intensity !== view.intensity) intend(this, 'setIntensity', mmhg(intensity));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') && this.view && this.isFixed(this.view)) this.zone = null;
  }

  private isFixed({ phase }: SessionView): boolean {
    return !isActive(phase) || unchangeable.has(phase);
  }

  private readonly onZone = ({ side, zone }: ZoneEvent): void => {
    const same = this.zone?.side === side && this.zone.zone === zone;
    this.zone = same ? null : { side, zone };
  };
  private readonly onClose = (): void => {
    const closed = this.zone;
    this.zone = null;
    if (closed) this.renderRoot.querySelector('heartward-legs')?.focusZone(closed.side, closed.zone);
  };

  private time(view: SessionView) {
    return html`<section class="card time">
      <heartward-status .view=${view}>
        <heartward-time-ring .progress=${view.progress} .minutes=${view.minutes}></heartward-time-ring>
      </heartward-status>
      ${
        view.program.pattern.breathing
          ? html`<heartward-breath .breath=${view.breath}></heartward-breath>`
          : nothing
      }
    </section>`;
  }

  private legs(view: SessionView) {
    const open = new Set<ZoneKey>(this.zone ? [zoneKey(this.zone.side, this.zone.zone)] : []);
    return html`<section class="card legs">
      <heartward-legs
        .legs=${view.legs}
        .doing=${view.doing}
        .intensity=${view.intensity}
        .marked=${markedZones(view)}
        .open=${open}
        ?stale=${view.stale}
        ?settable=${!this.isFixed(view)}
        @heartward-zone=${this.onZone}
      ></heartward-legs>
    </section>`;
  }

  /**
   * The preview of the running program. Renders nothing without boots, or in phase `found`: the program of a session that this page did not
   * start is unknown.
   */
  private drawing(view: SessionView) {
    if (view.phase === 'found' || !view.boots) return nothing;
    const { previewer, previews } = this;
    this.preview = previewer.of(previews, view.settings, view.boots.shape, view.fills) ?? this.preview;
    const { preview } = this;
    const now =
      view.progress && preview
        ? twiceASecond(nowIn(preview, view.progress.inCycle, view.progress.cycle - 1))
        : null;
    const playing = view.phase === 'running' && view.progress !== null && view.progress.cycle > 0;
    return html`<section class="card drawing">
      <h2>${words.session.plan}</h2>
      <heartward-preview .preview=${preview} .now=${playing ? now : null}></heartward-preview>
      ${adaptedList(preview)}
    </section>`;
  }

  private faultsPanel() {
    if (this.faults === null) return nothing;
    return html`<details id="faults">
      <summary>${words.button.faults}</summary>
      <heartward-faults .view=${this.faults}></heartward-faults>
    </details>`;
  }

  override render() {
    const { view } = this;
    if (!view) return null;
    const fixed = this.isFixed(view);
    const full = fullAt(view.intensity, [...view.legs.left, ...view.legs.right]);
    return html`
      <button id="tell" type="button" @click=${intends('speakState')}>${words.session.tell}</button>
      ${view.phase === 'found' ? otherBoot(view) : nothing}
      <div class="now">
        ${this.time(view)} ${this.legs(view)}
        <div class="set">
          <heartward-settings
            .boots=${view.boots}
            .intensity=${view.intensity}
            .minutes=${view.minutes}
            .pending=${view.pending}
            running
            ?disabled=${fixed}
          ></heartward-settings>
          <p class="soft hint">${words.session.zoneHint}</p>
        </div>
      </div>
      <section class="card under">
        <heartward-trace
          .source=${this.trace}
          .revision=${this.trace?.revision ?? 0}
          .sides=${view.boots?.sides ?? []}
          .parts=${view.boots?.parts ?? []}
          .full=${full}
        ></heartward-trace>
        <heartward-zone-table .legs=${view.legs}></heartward-zone-table>
      </section>
      ${this.drawing(view)}
      <heartward-desk .desk=${this.desk}></heartward-desk>
      ${
        view.boots?.simulated
          ? html`<section class="card pretend">
              <p class="soft">${words.button.what}</p>
              <wa-button id="press" pill appearance="outlined" @click=${intends('pressButton')}>${words.button.press}</wa-button>
              ${this.faultsPanel()}
            </section>`
          : nothing
      }
      ${makerLink(view)}
      ${
        this.zone
          ? html`<heartward-zone-sheet
              .view=${view}
              .open=${this.zone}
              @heartward-close=${this.onClose}
            ></heartward-zone-sheet>`
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
