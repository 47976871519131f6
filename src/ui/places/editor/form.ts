/** The editor's fields, each with its problems right below it. */

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Edit } from '../../../program/edit/edit.ts';
import type { Spot } from '../../../program/edit/spots.ts';
import type { ProgramProblem } from '../../../program/problem.ts';
import type { Program } from '../../../program/program.ts';
import type { Range } from '../../../program/ranges.ts';
import { words } from '../../../words/in-use.ts';

export interface Form {
  readonly program: Program;
  readonly problems: ReadonlyMap<Spot, readonly ProgramProblem[]>;
  /** The text that the user is typing into a field, if it means the number `means`; otherwise null, and the field shows that number. */
  typed(spot: Spot, means: number): string | null;
  edit(edit: Edit): void;
  /** Makes an edit from typed text. Everything typed into a field until the focus leaves the field is one step for Undo. */
  type(spot: Spot, text: string, edit: Edit): void;
}

export interface Scale {
  readonly step: number;
  show(value: number): number;
  read(typed: number): number;
}

const asIs = (step: number): Scale => ({ step, show: (value) => value, read: (typed) => typed });
export const whole = asIs(1);
export const halves = asIs(0.5);
export const percent: Scale = {
  step: 1,
  show: (share) => Math.round(share * 1000) / 10,
  read: (typed) => Math.round(typed * 10) / 1000,
};
export const pressure = (): Scale => ({
  step: words.numbers.typedStep,
  show: words.numbers.typed,
  read: words.numbers.fromTyped,
});

export const idOf = (spot: Spot): string => spot.replaceAll(' ', '-');

export function problemList(form: Form, spot: Spot) {
  const problems = form.problems.get(spot) ?? [];
  return problems.length === 0
    ? nothing
    : html`<ul class="why" id="why-${idOf(spot)}">
        ${problems.map((problem) => {
          const { reason, suggestion } = words.problem(problem);
          return html`<li>${reason} ${suggestion}</li>`;
        })}
      </ul>`;
}

const describedBy = (form: Form, spot: Spot, hint: string): string =>
  [hint === '' ? '' : `hint-${idOf(spot)}`, form.problems.has(spot) ? `why-${idOf(spot)}` : '']
    .join(' ')
    .trim();

/** NaN if the field is empty or holds no number. */
const said = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

export interface FigureField {
  readonly spot: Spot;
  readonly label: string;
  /** The part of the leg, or the turn. Screen readers read it after the label, because several fields have the same label. */
  readonly owner?: string;
  readonly hint?: string;
  readonly value: number;
  readonly range: Range;
  readonly scale: Scale;
  readonly edit: (value: number) => Edit;
}

export function figureField(form: Form, field: FigureField) {
  const { spot, label, owner, hint = '', value, range, scale, edit } = field;
  const id = idOf(spot);
  const shown = scale.show(value);
  const text = form.typed(spot, shown) ?? (Number.isFinite(shown) ? String(Number(shown.toFixed(2))) : '');
  const onInput = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    form.type(spot, currentTarget.value, edit(scale.read(said(currentTarget.value))));
  };
  return html`<div class="field">
    <label for=${id}>${label}${owner === undefined ? nothing : html`<span class="aloud">, ${owner}</span>`}</label>
    <input
      id=${id}
      type="number"
      inputmode="decimal"
      min=${Number(scale.show(range.least).toFixed(2))}
      max=${Number(scale.show(range.most).toFixed(2))}
      step=${scale.step}
      .value=${live(text)}
      aria-invalid=${form.problems.has(spot) ? 'true' : 'false'}
      aria-describedby=${describedBy(form, spot, hint) || nothing}
      @input=${onInput}
    />
    ${hint === '' ? nothing : html`<p class="hint" id="hint-${id}">${hint}</p>`}
    ${problemList(form, spot)}
  </div>`;
}

export interface TextField {
  readonly spot: Spot;
  readonly label: string;
  readonly value: string;
  readonly edit: (text: string) => Edit;
}

export function textField(form: Form, { spot, label, value, edit }: TextField) {
  const onInput = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement)
      form.type(spot, currentTarget.value, edit(currentTarget.value));
  };
  return html`<div class="field wide">
    <label for=${idOf(spot)}>${label}</label>
    <input
      id=${idOf(spot)}
      type="text"
      .value=${live(value)}
      aria-invalid=${form.problems.has(spot) ? 'true' : 'false'}
      aria-describedby=${describedBy(form, spot, '') || nothing}
      @input=${onInput}
    />
    ${problemList(form, spot)}
  </div>`;
}

export interface ChoiceField<V extends string> {
  readonly spot: Spot;
  readonly label: string;
  readonly values: readonly V[];
  readonly says: Readonly<Record<V, string>>;
  readonly chosen: V;
  readonly edit: (value: V) => Edit;
}

export const choiceField = <V extends string>(
  form: Form,
  { spot, label, values, says, chosen, edit }: ChoiceField<V>,
) => html`<fieldset class="field wide" aria-describedby=${describedBy(form, spot, '') || nothing}>
  <legend>${label}</legend>
  <div class="choices">
    ${values.map(
      (value) => html`<label class="choice">
        <input
          type="radio"
          name=${spot}
          value=${value}
          .checked=${live(value === chosen)}
          @change=${() => form.edit(edit(value))}
        />
        <span>${says[value]}</span>
      </label>`,
    )}
  </div>
  ${problemList(form, spot)}
</fieldset>`;

export interface SwitchField {
  readonly spot: Spot;
  readonly label: string;
  /** The part of the leg. Screen readers read it after the label. */
  readonly owner?: string;
  readonly on: boolean;
  readonly edit: (on: boolean) => Edit;
}

export function switchField(form: Form, { spot, label, owner, on, edit }: SwitchField) {
  const onChange = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) form.edit(edit(currentTarget.checked));
  };
  return html`<div class="field">
    <label class="switch">
      <input
        id=${idOf(spot)}
        type="checkbox"
        .checked=${live(on)}
        aria-invalid=${form.problems.has(spot) ? 'true' : 'false'}
        aria-describedby=${describedBy(form, spot, '') || nothing}
        @change=${onChange}
      />
      <span>${label}${owner === undefined ? nothing : html`<span class="aloud">, ${owner}</span>`}</span>
    </label>
    ${problemList(form, spot)}
  </div>`;
}
