/** What to run: a card a program with its drawing, the chosen one in full, programs from outside, Start. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { programCard } from '../elements/choosing/program-card.ts';
import type { ZoneChange } from '../elements/controls/zone-panel.ts';
import { BeginningPress } from '../input/begin-press.ts';
import { Taking } from '../input/drop-and-paste.ts';
import { RoomBelow } from '../page/focus-above-bar.ts';
import { Wide } from '../page/wide-window.ts';
import type { PageIntents } from '../page-intents.ts';
import { drawnAs, isPossible, Previewing, settingsOfCard } from '../preview/preview-controller.ts';
import type { PreviewSource } from '../preview/preview-source.ts';
import { emptyLibrary, type Library } from '../settings/library.ts';
import { deck } from '../styles/deck.ts';
import { shared } from '../styles/shared.ts';
import text from './choose-screen.css?inline';
import { startDock } from './start-dock.ts';

/** A card that begins above this share of the window's height shows its name and drawing above Start. */
const SEEN = 0.7;

/** One thing in the list: a card, a heading, the way in for programs, or the chosen one in full. */
interface Item {
  readonly key: string;
  readonly shown: unknown;
}

export class ChooseScreen extends LitElement {
  static override styles = [shared, deck, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) intents: PageIntents | null = null;
  /** The presets. */
  @property({ attribute: false }) programs: readonly Program[] = [];
  /** Each pattern as a plain program. */
  @property({ attribute: false }) plain: readonly Program[] = [];
  @property({ attribute: false }) library: Library = emptyLibrary;
  @property({ attribute: false }) previews: PreviewSource | null = null;

  @state() private over = false;
  @state() private patterns = false;

  /** What was pressed goes away with what it did: the focus goes to the card that came of it. */
  private keeping = false;

  private readonly previewing = new Previewing(this);
  private readonly wide = new Wide(this);

  constructor() {
    super();
    new RoomBelow(this, () => this.renderRoot.querySelector('.dock'));
    new Taking(this, {
      files: (files) => this.intents?.takeFiles(files),
      text: (pasted) => this.intents?.takeText(pasted),
      over: (over) => {
        this.over = over;
      },
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before: SessionView | null | undefined = changed.get('view');
    if (!changed.has('view') || before?.program === this.view?.program) return;
    const card = this.renderRoot.querySelector('.program:has(:checked)');
    // When the page comes up it stays at its top, if the card can be seen from there.
    const seen = !before && card !== null && card.getBoundingClientRect().top < innerHeight * SEEN;
    if (!seen) card?.scrollIntoView({ block: 'nearest' });
    this.renderRoot.querySelector('aside')?.scrollTo({ top: 0 });
    if (this.keeping) card?.querySelector('input')?.focus({ preventScroll: true });
    this.keeping = false;
  }

  private readonly starting = new BeginningPress(
    () => this.view?.startable.kind === 'yes',
    () => this.intents?.start(),
  );
  private readonly onChoose = (program: Program): void => this.intents?.choose(program);
  private readonly onKeep = ({ detail }: CustomEvent<Program>): void => {
    this.keeping = true;
    this.intents?.keepProgram(detail);
  };
  private readonly onFiles = (event: Event): void => {
    const input = event.currentTarget;
    if (!(input instanceof HTMLInputElement)) return;
    this.intents?.takeFiles([...(input.files ?? [])]);
    input.value = '';
  };
  private readonly pick = (): void => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();
  private readonly togglePatterns = (): void => {
    this.patterns = !this.patterns;
  };

  private card(program: Program, view: SessionView): Item {
    const shape = view.boots?.shape;
    const settings = settingsOfCard(program, shape?.parts);
    const preview = this.previewing.of(this.previews, settings, shape, view.fills);
    const possible = shape === undefined || isPossible(settings, shape);
    return {
      key: program.id,
      shown: programCard(program, program.id === view.program.id, preview, possible, this.onChoose),
    };
  }

  private heading(key: string, name: string): Item {
    return { key, shown: html`<h2 class="row">${name}</h2>` };
  }

  private items(view: SessionView): readonly Item[] {
    const { own } = this.library;
    const shownPatterns = this.patterns || this.plain.some(({ id }) => id === view.program.id);
    return [
      ...this.programs.map((program) => this.card(program, view)),
      this.heading('own', words.library.own),
      ...own.map((program) => this.card(program, view)),
      { key: 'bring', shown: this.bring(own.length === 0) },
      {
        key: 'patterns',
        shown: html`<button
          id="patterns"
          class="row disclosure"
          type="button"
          aria-expanded=${shownPatterns ? 'true' : 'false'}
          @click=${this.togglePatterns}
        >${words.choose.patterns} <span class="soft">${words.choose.patternsWhat}</span></button>`,
      },
      ...(shownPatterns ? this.plain.map((program) => this.card(program, view)) : []),
    ];
  }

  private bring(none: boolean) {
    return html`<div class="row bring">
      <wa-button id="bring" pill appearance="outlined" variant="brand" @click=${this.pick}>
        ${words.library.bring}
      </wa-button>
      <input
        id="file"
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        aria-label=${words.library.bring}
        @change=${this.onFiles}
      />
      <p class="soft">${words.library.how} ${none ? words.library.none : ''}</p>
    </div>`;
  }

  private chosen(view: SessionView) {
    const { intents, library } = this;
    const { program } = view;
    return html`<heartward-chosen
      class="row"
      ?below-card=${!this.wide.yes}
      .view=${view}
      .preview=${this.previewing.of(this.previews, drawnAs(view.settings), view.boots?.shape, view.fills)}
      ?own=${library.own.includes(program)}
      .link=${library.said?.kind === 'link' ? library.said.link : ''}
      @heartward-keep=${this.onKeep}
      @heartward-save=${({ detail }: CustomEvent<Program>) => intents?.saveProgram(detail)}
      @heartward-share=${({ detail }: CustomEvent<Program>) => intents?.shareProgram(detail)}
      @heartward-forget=${() => intents?.forgetProgram(program)}
      @heartward-intensity=${(event: CustomEvent<number>) => intents?.setIntensity(mmhg(event.detail))}
      @heartward-minutes=${(event: CustomEvent<number>) => intents?.setMinutes(event.detail)}
      @heartward-confirm=${(event: CustomEvent<boolean>) => intents?.confirm(event.detail)}
      @heartward-zone=${({ detail }: CustomEvent<ZoneChange>) => intents?.setZone(detail.side, detail.zone, detail.setting)}
    ></heartward-chosen>`;
  }

  private otherBoot({ boots }: SessionView) {
    if (!boots?.missing) return nothing;
    return html`<section class="card other">
      <div>
        <h2>${words.other.title(boots.missing)}</h2>
        <p class="soft">${words.other.what(boots.missing)}</p>
      </div>
      <wa-button id="add-other" pill variant="brand" appearance="outlined" @click=${() => this.intents?.addOther()}>
        ${words.other.add(boots.missing)}
      </wa-button>
    </section>`;
  }

  override render() {
    const { view, intents } = this;
    if (!view) return null;
    const full = this.chosen(view);
    const inList = !this.wide.yes;
    const items = this.items(view).flatMap((item): Item[] =>
      inList && item.key === view.program.id ? [item, { key: 'chosen', shown: full }] : [item],
    );
    return html`
      <div class="page">
        <div class="list">
          <h1>${words.choose.title}</h1>
          ${this.otherBoot(view)}
          <fieldset>
            <legend class="aloud">${words.choose.programs}</legend>
            ${repeat(
              items,
              ({ key }) => key,
              ({ shown }) => shown,
            )}
          </fieldset>
        </div>
        ${inList ? nothing : html`<aside aria-label=${words.choose.settings}>${full}</aside>`}
      </div>
      ${startDock(view, this.library.said, intents, this.starting)}
      ${this.over ? html`<div class="over" aria-hidden="true">${words.library.drop}</div>` : nothing}
    `;
  }
}
