/**
 * The fields of each part of the leg, the hip's first as in the drawing, and those of each turn. The wave can squeeze parts of the leg in
 * turns.
 */

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { peakOf } from '../../../program/edit/part-peak.ts';
import { mostTurns, turnOfPart } from '../../../program/edit/section-edits.ts';
import { ofPart, ofTurn } from '../../../program/edit/spots.ts';
import { type LegPart, legParts, type Section } from '../../../program/program.ts';
import { ranges } from '../../../program/ranges.ts';
import { editorWords } from '../../../words/editor/editor-in-use.ts';
import {
  type Form,
  figureField,
  halves,
  percent,
  pressure,
  problemList,
  switchField,
  whole,
} from './form.ts';

function partFields(form: Form, part: LegPart) {
  const { part: words } = editorWords();
  const { program } = form;
  const { enabled, holdFraction, boost } = program.shape[part];
  const owner = words.name(part);
  return html`<fieldset class="part">
    <legend>${words.name(part)}</legend>
    ${switchField(form, {
      spot: ofPart('on', part),
      label: words.on,
      owner,
      on: enabled,
      edit: (on) => ({ kind: 'partOn', part, on }),
    })}
    ${
      enabled
        ? [
            figureField(form, {
              spot: ofPart('peak', part),
              label: words.peak,
              owner,
              value: peakOf(program, part),
              range: ranges.peak,
              scale: pressure(),
              edit: (peak) => ({ kind: 'partPeak', part, peak }),
            }),
            figureField(form, {
              spot: ofPart('held', part),
              label: words.held,
              owner,
              value: holdFraction,
              range: ranges.holdFraction,
              scale: percent,
              edit: (share) => ({ kind: 'partHeld', part, share }),
            }),
            figureField(form, {
              spot: ofPart('longer', part),
              label: words.longer,
              owner,
              value: boost.hold,
              range: ranges.boostHold,
              scale: halves,
              edit: (hold) => ({ kind: 'partLonger', part, hold }),
            }),
            figureField(form, {
              spot: ofPart('turn', part),
              label: words.turn,
              owner,
              value: turnOfPart(program, part),
              range: { least: 1, most: mostTurns(program), quantity: 'number' },
              scale: whole,
              edit: (turn) => ({ kind: 'partTurn', part, turn }),
            }),
          ]
        : nothing
    }
  </fieldset>`;
}

export const partsGroup = (form: Form) => [...legParts].reverse().map((part) => partFields(form, part));

function turnFields(form: Form, { parts, sweeps }: Section, index: number) {
  const { turns, part: partWords } = editorWords();
  const section = index + 1;
  const { sections } = form.program.pattern;
  const button = (name: string, label: string, edit: Parameters<Form['edit']>[0], possible: boolean) =>
    html`<button
      class="press quiet ${name}"
      type="button"
      aria-label=${turns.whatOf(label, section)}
      ?disabled=${!possible}
      @click=${() => form.edit(edit)}
    >${label}</button>`;
  return html`<fieldset class="part">
    <legend>${turns.name(section)}</legend>
    <div class="field wide">
      <div class="choices turn-parts">
        ${legParts.map(
          (part) => html`<label class="choice">
            <input
              type="checkbox"
              .checked=${live(parts.includes(part))}
              aria-label=${turns.whatOf(partWords.name(part), section)}
              @change=${({ currentTarget }: Event) =>
                currentTarget instanceof HTMLInputElement &&
                form.edit({ kind: 'partInSection', section, part, on: currentTarget.checked })}
            />
            <span>${partWords.name(part)}</span>
          </label>`,
        )}
      </div>
    </div>
    ${figureField(form, {
      spot: ofTurn(section),
      label: turns.sweeps,
      owner: turns.name(section),
      value: sweeps,
      range: ranges.sweeps,
      scale: whole,
      edit: (count) => ({ kind: 'sweeps', section, sweeps: count }),
    })}
    <div class="row-of-buttons field wide">
      ${button('earlier', turns.earlier, { kind: 'moveSection', section, to: section - 1 }, section > 1)}
      ${button('later', turns.later, { kind: 'moveSection', section, to: section + 1 }, section < sections.length)}
      ${button('remove', turns.remove, { kind: 'removeSection', section }, true)}
    </div>
  </fieldset>`;
}

export function turnsGroup(form: Form) {
  const { turns } = editorWords();
  const { sections } = form.program.pattern;
  return html`
    ${sections.length === 0 ? html`<p class="soft">${turns.none}</p>` : sections.map((section, index) => turnFields(form, section, index))}
    ${problemList(form, 'turns')}
    <div class="row-of-buttons">
      <button
        id="add-turn"
        class="press"
        type="button"
        ?disabled=${sections.length >= ranges.sections.most}
        @click=${() => form.edit({ kind: 'addSection' })}
      >${turns.add}</button>
    </div>
  `;
}
