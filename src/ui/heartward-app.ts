/** The root element of the page: the header, the navigation, the notices, the current screen and Stop. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Gate } from '../journal/gate.ts';
import type { Objection } from '../plan/dose/allowance.ts';
import type { Program } from '../program/program.ts';
import { isActive, type SessionView } from '../session/view.ts';
import { firstWords } from '../words/first/first-in-use.ts';
import type { LeftBehind } from '../words/notices/left-behind.ts';
import { intend, PlaceEvent, type StepEvent } from './events.ts';
import text from './heartward-app.css?inline';
import sizes from './heartward-app-sizes.css?inline';
import { StopAndPauseKeys } from './input/stop-and-pause-keys.ts';
import type { AfterView } from './journal/after-view.ts';
import { bootsMain } from './page/boots-main.ts';
import { type LoadFailure, loadFailure } from './page/load-failure.ts';
import { pageHeader } from './page/page-header.ts';
import {
  type Detour,
  detourAfter,
  isEmergency,
  type Move,
  moveAfterGate,
  moveAfterStep,
  type Screen,
  screenAt,
  underWay,
} from './page/screen.ts';
import { screenPlaceholder } from './page/screen-placeholder.ts';
import { type AtHome, emptyHome } from './places/at-home.ts';
import { type BenchView, noBench } from './places/maker/bench-view.ts';
import { OpenPlaces } from './places/open-places.ts';
import { boots, isOtherPlace, type OtherPlace, type Place } from './places/place.ts';
import { placeNav } from './places/place-nav.ts';
import type { OtherPlaces, PlaceScreen } from './places/place-screen.ts';
import type { PreviewSource } from './preview/preview-source.ts';
import { type DeskView, noDesk } from './settings/desk.ts';
import { emptyLibrary, type Library } from './settings/library.ts';
import { type FavouritesShown, noFavourites } from './settings/program-groups.ts';
import { ordinaryBoots, type SimulatedChoice } from './settings/simulated-choice.ts';
import { shared } from './styles/shared.ts';
import type { TraceSource } from './trace/trace-source.ts';

export type LoadScreens = () => Promise<unknown>;

/**
 * Shows the app's state, and reports what the user does as events.
 *
 * @tag heartward-app
 * @attr screen - The current screen, for styles. The element sets it.
 * @fires heartward-intent - Every intent (page-intents.ts). The app carries them out.
 * @fires heartward-place - A place has opened, which may carry out intents itself.
 */
export class HeartwardApp extends LitElement {
  static override styles = [shared, unsafeCSS(text), unsafeCSS(sizes)];
  /** Loads the elements of the boots' screens. register.ts replaces this default. */
  static loadScreens: LoadScreens = () => Promise.resolve();

  @property({ attribute: false }) view: SessionView | null = null;
  /** The programs that come with the page. */
  @property({ attribute: false }) programs: readonly Program[] = [];
  @property({ attribute: false }) plain: readonly Program[] = [];
  @property({ attribute: false }) library: Library = emptyLibrary;
  @property({ attribute: false }) desk: DeskView = noDesk;
  @property({ attribute: false }) favourites: FavouritesShown = noFavourites;
  @property({ attribute: false }) previews: PreviewSource | null = null;
  @property({ attribute: false }) simulated: SimulatedChoice = ordinaryBoots;
  @property({ attribute: false }) trace: TraceSource | null = null;
  @property({ attribute: false }) bench: BenchView = noBench;
  /** Text that screen readers announce. */
  @property() spoken = '';
  @property({ type: Boolean }) bluetoothAvailable = false;
  /** Whether real boots may be used; null = not known yet. */
  @property({ attribute: false }) gate: Gate | null = null;
  /** The journal's objections to a session with real boots. */
  @property({ attribute: false }) against: readonly Objection[] = [];
  /** The questions after a session; null = none to ask. */
  @property({ attribute: false }) afterwards: AfterView | null = null;
  @property({ attribute: false }) place: Place = boots;
  @property({ attribute: false }) atHome: AtHome = emptyHome;
  /** The places besides home and the boots. A place is a part of the page with an address of its own. */
  @property({ attribute: false }) places: OtherPlaces = {};
  /** A session that an earlier page left or another tab runs, to tell the user about; null = none. */
  @property({ attribute: false }) left: LeftBehind | null = null;
  /** Why a part of the page failed to load; null = no part failed. A message about the failure then replaces the notices. */
  @property({ attribute: false }) incomplete: LoadFailure | null = null;
  @state() private detour: Detour = 'none';
  @state() private screens: 'loading' | 'loaded' | LoadFailure = 'loading';

  /**
   * How often the language or the pressure unit has changed. After each change, new elements show the notices and Stop in the new words.
   */
  @state() private rewordings = 0;

  /** The screen and the place at the last update; null before the first. When one of them changes, the focus moves to `main`. */
  private lastScreen: Screen | null = null;
  private lastPlace: Place | null = null;
  private hasArrived = false;
  private readonly opened = new OpenPlaces(
    this,
    {
      redraw: () => this.requestUpdate(),
      inSession: () => this.view !== null && isActive(this.view.phase),
      arrive: () => {
        this.hasArrived = true;
        this.requestUpdate();
      },
      go: (place) => intend(this, 'go', place),
      reword: () => {
        this.rewordings++;
      },
    },
    (screen) => this.dispatchEvent(new PlaceEvent(screen)),
  );

  constructor() {
    super();
    // Space may have another use in another place, such as the guides.
    new StopAndPauseKeys(this, () => !isOtherPlace(this.place.name));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') && this.view) this.detour = detourAfter(this.detour, this.view);
  }

  protected override firstUpdated(): void {
    HeartwardApp.loadScreens().then(
      () => {
        this.screens = 'loaded';
      },
      (error: unknown) => {
        this.screens = loadFailure(error);
      },
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.view) return;
    if (changed.has('gate')) this.move(moveAfterGate(this.detour, this.gate));
    const title = firstWords.pageTitle(
      this.view,
      this.view.program.name,
      underWay(this.view),
      this.placeTitle(),
    );
    if (document.title !== title) document.title = title;
    const screen = screenAt(this.place, this.view, this.gate, this.detour);
    const moved = this.hasArrived || (this.lastPlace !== null && this.place !== this.lastPlace);
    this.hasArrived = false;
    if (moved) scrollTo(0, 0);
    if (moved || (this.lastScreen !== null && screen !== this.lastScreen))
      this.renderRoot.querySelector('main')?.focus();
    this.lastScreen = screen;
    this.lastPlace = this.place;
    this.setAttribute('screen', screen);
  }

  private placeTitle(): string | null {
    const { place } = this;
    if (!isOtherPlace(place.name)) return null;
    return this.placeScreen(place.name)?.title(place) ?? firstWords.places[place.name];
  }

  /** Null while the place loads, and if it failed to load. */
  private placeScreen(name: OtherPlace): PlaceScreen | null {
    const opened = this.opened.of(name, this.places);
    return typeof opened === 'string' ? null : opened;
  }

  private isAlone(screen: Screen): boolean {
    if (screen === 'home') return this.atHome.today?.isAlone() ?? false;
    if (screen === 'gate') return isEmergency(this.gate);
    return isOtherPlace(screen) && (this.placeScreen(screen)?.isAlone?.() ?? false);
  }

  private readonly onStep = ({ step }: StepEvent): void => {
    if (this.view) this.move(moveAfterStep(this.detour, step, this.gate, this.view));
  };

  private move({ detour, intent }: Move): void {
    this.detour = detour;
    if (intent === 'go') {
      if (this.place.name !== 'boots') intend(this, 'go', boots);
    } else if (intent !== null) intend(this, intent);
  }

  private main(screen: Screen, view: SessionView) {
    if (screen === 'home')
      return html`<heartward-home
        .view=${view}
        ?bluetooth=${this.bluetoothAvailable}
        .simulated=${this.simulated}
        .atHome=${this.atHome}
        .places=${Object.keys(this.places).filter(isOtherPlace)}
      ></heartward-home>`;
    if (isOtherPlace(screen)) {
      const opened = this.opened.of(screen, this.places);
      return typeof opened === 'string' ? screenPlaceholder(opened) : opened.draw(this.place, view);
    }
    return this.screens === 'loaded' ? bootsMain(screen, view, this) : screenPlaceholder(this.screens);
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const screen = screenAt(this.place, view, this.gate, this.detour);
    const inSession = screen === 'session';
    const alone = this.isAlone(screen);
    return html`
      ${alone ? nothing : [pageHeader(view, inSession ? firstWords.programName(view.program.name) : null), placeNav(this.place, this.places)]}
      ${
        this.incomplete !== null
          ? screenPlaceholder(this.incomplete)
          : keyed(
              this.rewordings,
              html`<heartward-notices .view=${view} .said=${this.library.said} .left=${this.left} .screen=${screen} .spoken=${this.spoken}></heartward-notices>`,
            )
      }
      <main tabindex="-1" class=${screen} @heartward-step=${this.onStep}>${this.main(screen, view)}</main>
      ${
        underWay(view)
          ? keyed(
              this.rewordings,
              html`<heartward-stop-bar .view=${view} ?away=${!inSession}></heartward-stop-bar>`,
            )
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-app': HeartwardApp;
  }
}
