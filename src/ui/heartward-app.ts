/** The page: which screen is shown, what is said above it, and Stop below it. A view in, intents out. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Program } from '../program/program.ts';
import type { Progress, SessionView } from '../session/view.ts';
import { words } from '../words/in-use.ts';
import type { NoticeWords } from '../words/notice-words.ts';
import text from './heartward-app.css?inline';
import { KeyListener } from './input/keyboard-shortcuts.ts';
import { saidAbove } from './page/notices-above.ts';
import { MessagesInSight } from './page/notices-in-sight.ts';
import { pageHeader } from './page/page-header.ts';
import { type Screen, screenOf, underWay } from './page/screen.ts';
import { onItsWay } from './page/screen-placeholder.ts';
import { stopLine } from './page/stop-dock.ts';
import type { PageIntents } from './page-intents.ts';
import type { PreviewSource } from './preview/preview-source.ts';
import { emptyLibrary, type Library } from './settings/library.ts';
import { ordinaryBoots, type SimulatedChoice } from './settings/simulated-choice.ts';
import { shared } from './styles/shared.ts';
import type { TraceSource } from './trace/trace-source.ts';

/** Loads the elements of the screens behind the first one. */
export type LoadScreens = () => Promise<unknown>;

export class HeartwardApp extends LitElement {
  static override styles = [shared, unsafeCSS(text)];
  /** Set at registration. */
  static loadScreens: LoadScreens = () => Promise.resolve();

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) intents: PageIntents | null = null;
  /** The presets. */
  @property({ attribute: false }) programs: readonly Program[] = [];
  /** Each pattern as a plain program. */
  @property({ attribute: false }) plain: readonly Program[] = [];
  @property({ attribute: false }) library: Library = emptyLibrary;
  @property({ attribute: false }) previews: PreviewSource | null = null;
  /** Which boots are simulated when they are asked for. */
  @property({ attribute: false }) simulated: SimulatedChoice = ordinaryBoots;
  @property({ attribute: false }) trace: TraceSource | null = null;
  @property({ type: Boolean }) bluetoothAvailable = false;
  /** Whether what real boots ask to be read was read and agreed to, now or earlier. */
  @property({ type: Boolean }) acknowledged = false;

  @state() private reading = false;
  @state() private movedOn = false;
  /** What was pressed before the session was there: it counts when it is. */
  @state() private pressed: ((intents: PageIntents) => void) | null = null;
  @state() private screens: 'loading' | 'there' | 'missing' = 'loading';

  private shown: Screen | null = null;
  /** The last progress shown. The view keeps it after an end too, but has none without a plan, as of a session this page only found. */
  private came: Progress | null = null;

  constructor() {
    super();
    new MessagesInSight(this, () => this.renderRoot.querySelectorAll('.notices heartward-notice'));
    this.addController(
      new KeyListener({
        active: () => this.view !== null && underWay(this.view),
        stop: () => this.intents?.stop(),
        toggle: () => this.toggle(),
      }),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') && this.view?.phase !== 'ended') this.movedOn = false;
    if (changed.has('view') && this.view?.boots) this.reading = false;
    if (this.intents && this.pressed) {
      const { pressed } = this;
      this.pressed = null;
      pressed(this.intents);
    }
    if (this.view?.phase === 'preparing') this.came = null;
    this.came = this.view?.progress ?? this.came;
  }

  protected override firstUpdated(): void {
    this.loadScreens();
  }

  protected override updated(): void {
    if (!this.view) return;
    const title = words.pageTitle(this.view, this.view.program.name, underWay(this.view));
    if (document.title !== title) document.title = title;
    const screen = this.screen(this.view);
    if (this.shown !== null && screen !== this.shown) this.renderRoot.querySelector('main')?.focus();
    this.shown = screen;
    // How the page scrolls depends on it.
    this.setAttribute('screen', screen);
  }

  private loadScreens(): void {
    this.screens = 'loading';
    HeartwardApp.loadScreens().then(
      () => {
        this.screens = 'there';
      },
      () => {
        this.screens = 'missing';
      },
    );
  }

  private screen(view: SessionView): Screen {
    return screenOf(view, { reading: this.reading, acknowledged: this.acknowledged, movedOn: this.movedOn });
  }

  private toggle(): void {
    if (this.view?.phase === 'running') this.intents?.pause();
    else if (this.view?.resumable.kind === 'yes') this.intents?.resume();
  }

  private press(act: (intents: PageIntents) => void): void {
    if (this.intents) act(this.intents);
    else this.pressed = act;
  }

  private readonly pair = (): void => {
    if (this.acknowledged) this.press((intents) => intents.choosePaired());
    else this.reading = true;
  };

  private readonly agree = (): void => {
    const pairing = this.reading;
    this.reading = false;
    this.press((intents) => {
      intents.acknowledge();
      if (pairing) intents.choosePaired();
    });
  };

  private readonly back = (): void => {
    this.reading = false;
    if (this.view?.boots) this.intents?.disconnect();
  };

  private readonly which = ({ detail }: CustomEvent<SimulatedChoice>): void => {
    this.simulated = detail;
  };
  private readonly disconnect = (): void => {
    this.pressed = null;
    this.intents?.disconnect();
  };
  private readonly moveOn = (): void => {
    this.movedOn = true;
  };

  private later(template: unknown) {
    return this.screens === 'there' ? template : onItsWay(this.screens);
  }

  private main(screen: Screen, view: SessionView) {
    switch (screen) {
      case 'welcome':
        return html`<heartward-welcome
          .link=${this.pressed ? 'connecting' : view.link}
          ?bluetooth=${this.bluetoothAvailable}
          .simulated=${this.simulated}
          @heartward-simulated=${(event: CustomEvent<SimulatedChoice>) => this.press((intents) => intents.chooseSimulated(event.detail))}
          @heartward-which=${this.which}
          @heartward-pair=${this.pair}
          @heartward-cancel=${this.disconnect}
        ></heartward-welcome>`;
      case 'acknowledge':
        return this.later(html`<heartward-acknowledge
          ?linked=${view.boots !== null}
          @heartward-agree=${this.agree}
          @heartward-back=${this.back}
        ></heartward-acknowledge>`);
      case 'choose':
        return this.later(html`<heartward-choose
          .view=${view}
          .intents=${this.intents}
          .programs=${this.programs}
          .plain=${this.plain}
          .library=${this.library}
          .previews=${this.previews}
        ></heartward-choose>`);
      case 'session':
        return this.later(html`<heartward-session
          .view=${view}
          .intents=${this.intents}
          .previews=${this.previews}
          .trace=${this.trace}
        ></heartward-session>`);
      case 'ended':
        return this.later(html`<heartward-ended
          .view=${view}
          .program=${view.program.name}
          .progress=${this.came}
          @heartward-start=${() => this.intents?.start()}
          @heartward-move-on=${this.moveOn}
        ></heartward-ended>`);
    }
  }

  private notice(said: NoticeWords) {
    return html`<heartward-notice
      .words=${said}
      @heartward-dismiss=${() => this.intents?.dismissNotice()}
      @heartward-acknowledge=${() => this.intents?.acknowledgeFault()}
    ></heartward-notice>`;
  }

  /** Of programs from outside; during a session there are other things to read. */
  private brought(view: SessionView, screen: Screen) {
    const { said } = this.library;
    if (!said || screen === 'session') return nothing;
    const told = words.said(said, view.boots !== null);
    // There it is said beside Start.
    if (screen === 'choose' && told.urgency === 'news') return nothing;
    return html`<heartward-notice
      .words=${told}
      @heartward-dismiss=${() => this.intents?.dismissSaid()}
    ></heartward-notice>`;
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const screen = this.screen(view);
    const inSession = screen === 'session';
    return html`
      ${pageHeader(view, inSession ? view.program.name : null, this.disconnect)}
      <div class="notices" role="alert">${saidAbove(view).map((said) => this.notice(said))}</div>
      <div class="notices" role="status">${this.brought(view, screen)}</div>
      <main tabindex="-1" class=${screen}>${this.main(screen, view)}</main>
      ${inSession ? stopLine(view, this.intents) : nothing}
      <p class="aloud" role="status" aria-live="polite">${inSession ? words.happening(view) : ''}</p>
    `;
  }
}
