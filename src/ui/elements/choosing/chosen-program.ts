/** The chosen program in full: its drawing, what these boots make of it, what stands against it, and all that can be set. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { asSet, named } from '../../../program/as-set.ts';
import { asMeant, type Program, setOf } from '../../../program/program.ts';
import { texts } from '../../../program/ranges.ts';
import type { SessionView } from '../../../session/view.ts';
import type { Preview } from '../../../timeline/preview/preview.ts';
import { words } from '../../../words/in-use.ts';
import { drawnAs, isPossible } from '../../preview/preview-controller.ts';
import { shared } from '../../styles/shared.ts';
import { adaptedList } from './adapted-list.ts';
import text from './chosen-program.css?inline';
import { asksForConfirmation } from './high-pressure.ts';

/**
 * @fires heartward-keep, heartward-save, heartward-share - CustomEvent<Program>: the program as it is set, by the name that it is given.
 * @fires heartward-forget - The program is wanted no longer.
 * @fires heartward-intensity, heartward-minutes, heartward-confirm, heartward-zone - As the controls inside say; they bubble.
 */
export class ChosenProgram extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) preview: Preview | null = null;
  /** Whether it stands right below its card, which has its name and purpose. */
  @property({ type: Boolean, attribute: 'below-card' }) belowCard = false;
  /** Whether it is one of the person's own. */
  @property({ type: Boolean }) own = false;
  /** A link for the person to copy; empty when there is none. */
  @property() link = '';

  /** Null = the person has given it no other than it has. */
  @state() private name: string | null = null;

  private readonly give = (event: string) => (): void => {
    const given = this.given;
    if (!given) return;
    const detail = this.name === null ? given : named(given, this.name);
    this.dispatchEvent(new CustomEvent<Program>(event, { detail }));
  };
  private readonly keep = this.give('heartward-keep');
  private readonly save = this.give('heartward-save');
  private readonly share = this.give('heartward-share');
  private readonly forget = (): boolean => this.dispatchEvent(new CustomEvent('heartward-forget'));
  private readonly onName = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) this.name = currentTarget.value;
  };

  /** The program as it is set. */
  private get given(): Program | null {
    return this.view && asSet(this.view.settings, this.view.boots?.parts ?? []);
  }

  private readonly again = (event: Event): void => {
    const { type, detail } = event as CustomEvent<unknown>;
    this.dispatchEvent(new CustomEvent<unknown>(type, { detail }));
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') && changed.get('view')?.program !== this.view?.program) this.name = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('link') || this.link === '') return;
    const field = this.renderRoot.querySelector<HTMLInputElement>('#link');
    field?.focus();
    field?.select();
  }

  private highPressure(view: SessionView) {
    return html`<heartward-high-pressure .view=${view} @heartward-confirm=${this.again}></heartward-high-pressure>`;
  }

  private nameField(given: Program) {
    return html`<label class="field">
      ${words.library.name}
      <input id="name" type="text" maxlength=${texts.name} .value=${this.name ?? given.name} @input=${this.onName} />
      <span class="soft">${words.library.asSet(words.setWords(setOf(given)))}</span>
    </label>`;
  }

  private linkField() {
    if (this.link === '') return nothing;
    return html`<label class="field">
      ${words.library.link}
      <input id="link" type="text" readonly .value=${this.link} />
      <span class="soft">${words.library.copyHint}</span>
    </label>`;
  }

  override render() {
    const { view, preview } = this;
    if (!view) return null;
    const { program } = view;
    const { given } = this;
    const changed = given !== null && given !== program;
    // A program that needs the confirmation begins with it; for others the dial comes to it, and it stands below.
    const high = asMeant(program).intensity > rules.confirmAbove;
    // The card about high pressures says it already.
    const against = view.problems.filter(({ kind }) => kind !== 'intensity' || !asksForConfirmation(view));
    return html`
      ${
        this.belowCard
          ? nothing
          : html`<div class="name">
              <h2>${program.name}</h2>
              <p class="soft purpose">${program.purpose}</p>
            </div>`
      }
      ${high ? this.highPressure(view) : nothing}
      ${against.length > 0 ? html`<heartward-problems .problems=${against}></heartward-problems>` : nothing}
      ${
        view.boots && !isPossible(drawnAs(view.settings), view.boots.shape)
          ? nothing
          : html`<div class="card shown">
              <heartward-preview ?narrow=${!this.belowCard} .preview=${preview}></heartward-preview>
              ${adaptedList(preview)}
            </div>`
      }
      <heartward-settings
        ?abreast=${!this.belowCard}
        .boots=${view.boots}
        .intensity=${view.intensity}
        .minutes=${view.minutes}
        .effect=${words.session.effectBefore}
        @heartward-intensity=${this.again}
        @heartward-minutes=${this.again}
      ></heartward-settings>
      ${high ? nothing : this.highPressure(view)}
      <heartward-zones
        .boots=${view.boots}
        .zones=${view.settings.zones}
        @heartward-zone=${this.again}
      ></heartward-zones>
      ${changed ? this.nameField(given) : nothing}
      <div class="ways">
        ${
          changed
            ? html`<wa-button id="keep" pill variant="brand" appearance="outlined" @click=${this.keep}
                >${words.library.keep}</wa-button>`
            : nothing
        }
        <wa-button id="save" pill appearance="outlined" @click=${this.save}>${words.library.save}</wa-button>
        <wa-button id="share" pill appearance="outlined" @click=${this.share}>${words.library.share}</wa-button>
        ${
          this.own
            ? html`<wa-button id="forget" pill appearance="plain" @click=${this.forget}
                >${words.library.forget(words.choose.it)}</wa-button>`
            : nothing
        }
      </div>
      ${this.linkField()}
    `;
  }
}
