/** The chosen program in full, with its settings, its problems, and buttons to keep, edit, download, share or remove it. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { type Program, savedSettings, startingSettings } from '../../../program/program.ts';
import { programWithSettings as asSetProgram, withName } from '../../../program/program-with-settings.ts';
import { texts } from '../../../program/ranges.ts';
import type { SessionView } from '../../../session/view.ts';
import type { Preview } from '../../../timeline/preview/preview.ts';
import { words } from '../../../words/in-use.ts';
import { ChangeEvent, intend, intends } from '../../events.ts';
import { addressOf, editorOf } from '../../places/place.ts';
import { isPossible, previewSettings } from '../../preview/preview-controller.ts';
import { breaksRules } from '../../settings/program-obstacle.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import { adaptedList } from './adapted-list.ts';
import text from './chosen-program.css?inline';
import { asksForConfirmation } from './high-pressure.ts';

/**
 * @tag heartward-chosen
 * @fires heartward-change - The user unfolded the details (1), or folded them (0).
 * @fires heartward-intent - `addOwnProgram`, `downloadProgram`, `shareProgram`, each with the program as it is set; `removeOwnProgram`
 */
export class ChosenProgram extends LitElement {
  static override styles = [shared, textFields, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) preview: Preview | null = null;
  /** Whether the element stands in the list of programs, right below its row. It then leaves out the name, which the row shows. */
  @property({ type: Boolean, attribute: 'below-card' }) belowCard = false;
  @property({ type: Boolean }) details = false;
  @property({ type: Boolean }) own = false;
  /** The link to the program, for the user to copy; empty if there is none. */
  @property() link = '';

  /** The name that the user has typed for the program; null = none typed. */
  @state() private name: string | null = null;

  private readonly give = (kind: 'addOwnProgram' | 'downloadProgram' | 'shareProgram') => (): void => {
    const program = this.asSet;
    if (!program) return;
    const name = this.name ?? words.programName(program.name);
    intend(this, kind, name === program.name ? program : withName(program, name));
  };
  private readonly keep = this.give('addOwnProgram');
  private readonly save = this.give('downloadProgram');
  private readonly share = this.give('shareProgram');
  private readonly onName = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) this.name = currentTarget.value;
  };

  private get asSet(): Program | null {
    return this.view && asSetProgram(this.view.settings, this.view.boots?.parts ?? []);
  }

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
    return html`<heartward-high-pressure .view=${view}></heartward-high-pressure>`;
  }

  private nameField(program: Program) {
    return html`<label class="field">
      ${words.library.name}
      <input id="name" type="text" maxlength=${texts.name} .value=${this.name ?? words.programName(program.name)} @input=${this.onName} />
      <span class="soft">${words.library.asSet(words.setWords(savedSettings(program)))}</span>
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

  private readonly onDetails = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLDetailsElement) || currentTarget.open === this.details) return;
    this.dispatchEvent(new ChangeEvent(currentTarget.open ? 1 : 0));
  };

  private drawing(view: SessionView) {
    if (view.boots && !isPossible(previewSettings(view.settings), view.boots.shape)) return nothing;
    return html`<details class="card shown" .open=${this.details} @toggle=${this.onDetails}>
      <summary>${words.choose.details}</summary>
      ${
        this.details
          ? html`<heartward-preview ?narrow=${!this.belowCard} .preview=${this.preview}></heartward-preview>
              ${adaptedList(this.preview)}
              ${view.boots ? html`<p class="soft alone">${words.choose.alone(view.boots)}</p>` : nothing}`
          : nothing
      }
    </details>`;
  }

  override render() {
    const { view } = this;
    if (!view) return null;
    const { program } = view;
    const { asSet } = this;
    const changed = asSet !== null && asSet !== program;
    // If the program needs the confirmation for high pressure, its card comes first. Otherwise it follows the dials, because the user asks
    // for it at the end of the intensity dial.
    const needsHigh = startingSettings(program).intensity > rules.confirmAbove;
    // The card that asks for confirmation already says what is wrong with the intensity.
    const problems = view.problems.filter(({ kind }) => kind !== 'intensity' || !asksForConfirmation(view));
    return html`
      ${this.belowCard ? nothing : html`<h2>${words.programName(program.name)}</h2>`}
      <p class="soft purpose">${words.programPurpose(program.purpose)}</p>
      ${needsHigh ? this.highPressure(view) : nothing}
      ${problems.length > 0 ? html`<heartward-problems .problems=${problems}></heartward-problems>` : nothing}
      <heartward-settings
        ?abreast=${!this.belowCard}
        .boots=${view.boots}
        .intensity=${view.intensity}
        .minutes=${view.minutes}
      ></heartward-settings>
      ${needsHigh ? nothing : this.highPressure(view)}
      <heartward-zones
        .boots=${view.boots}
        .zones=${view.settings.zones}
      ></heartward-zones>
      ${this.drawing(view)}
      ${changed ? this.nameField(asSet) : nothing}
      ${breaksRules(program) ? html`<p class="broken">${words.choose.editFirst}</p>` : nothing}
      <div class="ways">
        ${
          changed
            ? html`<wa-button id="keep" pill variant="brand" appearance="outlined" @click=${this.keep}
                >${words.library.keep}</wa-button>`
            : nothing
        }
        <wa-button id="edit" pill appearance="outlined" href=${addressOf(editorOf(program.id))}>${words.library.edit}</wa-button>
        <wa-button id="save" pill appearance="outlined" @click=${this.save}>${words.library.save}</wa-button>
        <wa-button id="share" pill appearance="outlined" @click=${this.share}>${words.library.share}</wa-button>
        ${
          this.own
            ? html`<wa-button id="forget" pill appearance="plain" @click=${intends('removeOwnProgram', program)}
                >${words.library.forget(words.choose.it)}</wa-button>`
            : nothing
        }
      </div>
      ${this.linkField()}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-chosen': ChosenProgram;
  }
}
