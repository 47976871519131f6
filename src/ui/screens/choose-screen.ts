/** The screen where the user chooses a program and starts it. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Objection } from '../../plan/dose/allowance.ts';
import type { Program } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import rowText from '../elements/choosing/program-row.css?inline';
import { programRow } from '../elements/choosing/program-row.ts';
import { type AnyIntentEvent, type ChangeEvent, intend } from '../events.ts';
import { BeginPress } from '../input/begin-press.ts';
import { DropAndPaste } from '../input/drop-and-paste.ts';
import { whyNoStart } from '../journal/why-no-start.ts';
import { FocusAboveBar } from '../page/focus-above-bar.ts';
import { WideWindow } from '../page/wide-window.ts';
import { PreviewController, previewSettings, settingsOfCard } from '../preview/preview-controller.ts';
import type { PreviewSource } from '../preview/preview-source.ts';
import { emptyLibrary, type Library } from '../settings/library.ts';
import { type FavouritesShown, noFavourites } from '../settings/program-groups.ts';
import { obstacleTo } from '../settings/program-obstacle.ts';
import { StillGroups } from '../settings/still-groups.ts';
import { deck } from '../styles/deck.ts';
import { shared } from '../styles/shared.ts';
import text from './choose-screen.css?inline';
import { importRow, makerLink, otherBoot, unreadableRow } from './choose-screen-parts.ts';
import { startDock } from './start-dock.ts';

/** A row counts as in view if its top is above this share of the window's height. */
const IN_SIGHT = 0.5;

interface Item {
  readonly key: string;
  readonly content: unknown;
}

export class ChooseScreen extends LitElement {
  static override styles = [shared, deck, unsafeCSS(rowText), unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  /** The programs that come with the page. */
  @property({ attribute: false }) programs: readonly Program[] = [];
  @property({ attribute: false }) plain: readonly Program[] = [];
  @property({ attribute: false }) library: Library = emptyLibrary;
  @property({ attribute: false }) favourites: FavouritesShown = noFavourites;
  @property({ attribute: false }) previews: PreviewSource | null = null;
  @property({ attribute: false }) against: readonly Objection[] = [];

  @state() private dragging = false;
  @state() private patterns = false;
  /** Null = the user has neither folded nor unfolded the details. They are then unfolded in a wide window. */
  @state() private details: boolean | null = null;

  private readonly groups = new StillGroups();

  /** Whether Keep was pressed. Its button disappears, so the focus moves to the new row once the program has been stored. */
  private keeping = false;

  private readonly previewer = new PreviewController(this);
  private readonly window = new WideWindow(this);

  constructor() {
    super();
    new FocusAboveBar(this, () => this.renderRoot.querySelector('.dock'));
    new DropAndPaste(this, {
      files: (files) => intend(this, 'importFiles', files),
      text: (pasted) => intend(this, 'importText', pasted),
      dragging: (dragging) => {
        this.dragging = dragging;
      },
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before: SessionView | null | undefined = changed.get('view');
    if (!changed.has('view') || before?.program === this.view?.program) return;
    const card = this.renderRoot.querySelector('.program-row:has(:checked)');
    // Nothing scrolls when the list opens with the chosen program in view.
    const inSight = !before && card !== null && card.getBoundingClientRect().top < innerHeight * IN_SIGHT;
    if (!inSight) card?.scrollIntoView({ block: 'nearest' });
    this.renderRoot.querySelector('aside')?.scrollTo({ top: 0 });
    if (this.keeping) card?.querySelector('input')?.focus({ preventScroll: true });
    this.keeping = false;
  }

  private readonly starting = new BeginPress(
    () => this.view !== null && whyNoStart(this.view, null, this.against) === '',
    () => intend(this, 'start'),
  );
  private readonly onChoose = (program: Program): void => intend(this, 'choose', program);
  private readonly onIntent = ({ kind }: AnyIntentEvent): void => {
    if (kind === 'addOwnProgram') this.keeping = true;
  };
  private readonly onDetails = ({ value }: ChangeEvent): void => {
    this.details = value === 1;
  };
  private readonly togglePatterns = (): void => {
    this.patterns = !this.patterns;
  };

  private get showsDetails(): boolean {
    return this.details ?? this.window.matches;
  }

  private row(program: Program, view: SessionView): Item {
    const shape = view.boots?.shape;
    const settings = settingsOfCard(program, shape?.parts, shape?.highestOwn ?? null);
    const chosen = program.id === view.program.id;
    return {
      key: program.id,
      content: programRow({
        program,
        settings,
        chosen,
        drawnElsewhere: chosen && this.showsDetails,
        preview: this.previewer.of(this.previews, settings, shape, view.fills),
        obstacle: obstacleTo(settings, shape),
        favourite: this.favourites.favourites.includes(program.id),
        choose: this.onChoose,
      }),
    };
  }

  private heading(key: string, name: string): Item {
    return { key, content: html`<h2 class="row">${name}</h2>` };
  }

  private items(view: SessionView): readonly Item[] {
    const { own } = this.library;
    const shownPatterns = this.patterns || this.plain.some(({ id }) => id === view.program.id);
    return [
      ...this.groups
        .of(this.programs, own, this.favourites)
        .flatMap(({ key, programs }) => [
          this.heading(`group ${key}`, words.choose.groups[key]),
          ...programs.map((program) => this.row(program, view)),
        ]),
      ...(this.library.unreadable > 0
        ? [{ key: 'unreadable', content: unreadableRow(this.library.unreadable) }]
        : []),
      { key: 'import', content: importRow(own.length === 0) },
      {
        key: 'patterns',
        content: html`<button
          id="patterns"
          class="row disclosure"
          type="button"
          aria-expanded=${shownPatterns ? 'true' : 'false'}
          @click=${this.togglePatterns}
        >${words.choose.patterns} <span class="soft">${words.choose.patternsWhat}</span></button>`,
      },
      ...(shownPatterns ? this.plain.map((program) => this.row(program, view)) : []),
    ];
  }

  private chosen(view: SessionView) {
    const { library } = this;
    const { program } = view;
    return html`<heartward-chosen
      class="row"
      ?below-card=${!this.window.matches}
      .view=${view}
      .preview=${this.previewer.of(this.previews, previewSettings(view.settings), view.boots?.shape, view.fills)}
      ?own=${library.own.includes(program)}
      ?details=${this.showsDetails}
      @heartward-change=${this.onDetails}
      .link=${library.said?.kind === 'link' ? library.said.link : ''}
      @heartward-intent=${this.onIntent}
    ></heartward-chosen>`;
  }

  override render() {
    const { view } = this;
    if (!view) return null;
    const full = this.chosen(view);
    const inList = !this.window.matches;
    const all = this.items(view);
    // A chosen program that is in no group, such as the leak test, is listed above the groups.
    const listed = all.some(({ key }) => key === view.program.id)
      ? all
      : [this.row(view.program, view), ...all];
    const items = listed.flatMap((item): Item[] =>
      inList && item.key === view.program.id ? [item, { key: 'chosen', content: full }] : [item],
    );
    return html`
      <div class="page">
        <div class="list">
          <h1>${words.choose.title}</h1>
          ${otherBoot(view)}
          <fieldset>
            <legend class="aloud">${words.choose.programs}</legend>
            ${repeat(
              items,
              ({ key }) => key,
              ({ content }) => content,
            )}
          </fieldset>
          ${makerLink(view)}
        </div>
        ${inList ? nothing : html`<aside aria-label=${words.choose.settings}>${full}</aside>`}
      </div>
      ${startDock(view, this.library.said, this.against, this.starting)}
      ${this.dragging ? html`<div class="over" aria-hidden="true">${words.library.drop}</div>` : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-choose': ChooseScreen;
  }
}
