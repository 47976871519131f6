/**
 * The form that adds entries to a day: soreness, readiness, a note, the girth of both calves, and today also warning signs. Each is saved on
 * its own.
 */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { signsAfter } from '../../../journal/after-session.ts';
import { ranges } from '../../../journal/document/format.ts';
import {
  type EntryContent,
  type SoreMuscle,
  type SoreTime,
  soreMuscles,
  soreTimes,
} from '../../../journal/entry.ts';
import { today } from '../../../journal/views/days.ts';
import type { Lock } from '../../../plan/change/locks.ts';
import {
  type CalendarDay,
  type Moment,
  momentOf,
  type TimeZone,
  timeOf,
  wallAt,
  wallOn,
} from '../../../plan/time/wall-clock.ts';
import { words } from '../../../words/in-use.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import { lockShown } from '../../elements/journal/gate-stop.ts';
import { signs } from '../../elements/journal/signs.ts';
import { intend } from '../../events.ts';
import { originalUnder } from '../../page/original-under.ts';
import { choices } from '../../styles/choices.ts';
import { questions } from '../../styles/questions.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import text from './note-form.css?inline';

const SCORES = Array.from({ length: 11 }, (_, score) => score);

/** The time of day for an entry about soreness on an earlier day. */
const usualTimes: Readonly<Record<SoreTime, string>> = { morning: '08:00', before: '12:00', after: '18:00' };

export class NoteForm extends LitElement {
  static override styles = [shared, textFields, choices, questions, signs, unsafeCSS(text)];

  @property({ attribute: false }) day = '' as CalendarDay;
  @property({ attribute: false }) zone = 'UTC' as TimeZone;
  @property({ attribute: false }) now = 0 as Moment;

  @property({ attribute: false }) locks: readonly Lock[] = [];

  @state() private when: SoreTime = 'morning';
  /** What was saved last, such as a muscle and its score; empty for a girth or a note; null = nothing. */
  @state() private saved: string | null = null;

  /** Null = now, on today's page. On another day's page: that day at `time`, or at the present time of day if `time` is null. */
  private at(time: string | null): Moment | null {
    if (this.day === today(this.now, this.zone)) return null;
    return momentOf(wallOn(this.day, time ?? timeOf(wallAt(this.now, this.zone))), this.zone);
  }

  private save(content: EntryContent, time: string | null, what: string): void {
    intend(this, 'noteEntry', content, this.at(time));
    this.saved = what;
  }

  private readonly onSore = (muscle: SoreMuscle, score: number): void => {
    const { form } = journalWords().page;
    const content: EntryContent = {
      kind: 'soreness',
      when: this.when,
      scores: { [muscle]: score },
      of: null,
    };
    this.save(
      content,
      usualTimes[this.when],
      `${words.labelled(form.muscles[muscle], words.numbers.count(score))}.`,
    );
  };

  private readonly onReadiness = (score: number): void => {
    this.save({ kind: 'readiness', score }, null, `${words.numbers.count(score)}.`);
  };

  private readonly onGirth = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const given = new FormData(event.currentTarget);
    const [leftCm, rightCm] = ['left', 'right'].map((side) => Number(given.get(side)));
    if (!leftCm || !rightCm) return;
    this.save({ kind: 'girth', leftCm, rightCm }, null, '');
    event.currentTarget.reset();
  };

  private readonly onNote = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const given = String(new FormData(event.currentTarget).get('note') ?? '').trim();
    if (given === '') return;
    this.save({ kind: 'note', text: given.replaceAll('\r', ''), of: null }, null, '');
    event.currentTarget.reset();
  };

  private scale(name: string, label: string, choose: (score: number) => void) {
    return html`<fieldset>
      <legend>${label}</legend>
      <div class="choices scale">
        ${SCORES.map(
          (score) => html`<button
            class="press score"
            type="button"
            name=${name}
            aria-label=${words.labelled(label, String(score))}
            @click=${() => choose(score)}
          >${score}</button>`,
        )}
      </div>
    </fieldset>`;
  }

  private signs() {
    const { after } = journalWords();
    const english = journalWords.englishOriginal()?.after;
    return html`<details>
        <summary>${after.else}</summary>
        <p class="soft">${after.elseWhat}</p>
        <div class="signs">
          ${signsAfter.map(
            (sign) =>
              html`<button
                class="press"
                type="button"
                @click=${() => this.save({ kind: 'sign', sign, of: null }, null, '')}
              >
                ${after.signs[sign]}${originalUnder(english?.signs[sign])}
              </button>`,
          )}
        </div>
      </details>
      ${this.locks.map((lock) => html`<div class="lock">${lockShown(lock)}</div>`)}`;
  }

  private girthField(side: 'left' | 'right', label: string) {
    const { least, most } = ranges.girth;
    return html`<label>${label}
      <input type="number" name=${side} min=${least} max=${most} step="0.1" inputmode="decimal" required />
    </label>`;
  }

  override render() {
    const { page } = journalWords();
    const { form } = page;
    return html`<section class="card">
      <h2>${page.add}</h2>
      <p role="status" class="soft">${this.saved === null ? nothing : `${form.noted} ${this.saved}`}</p>
      <div class="choices times" role="group" aria-label=${form.soreness}>
        ${soreTimes.map(
          (time) => html`<label class="choice">
            <input
              type="radio"
              name="when"
              .checked=${this.when === time}
              @change=${() => {
                this.when = time;
              }}
            />${form.when[time]}
          </label>`,
        )}
      </div>
      ${this.scale('legs', form.soreness, (score) => this.onSore('legs', score))}
      <details>
        <summary>${form.sorenessMore}</summary>
        ${soreMuscles
          .filter((muscle) => muscle !== 'legs')
          .map((muscle) => this.scale(muscle, form.muscles[muscle], (score) => this.onSore(muscle, score)))}
      </details>
      ${this.scale('readiness', form.readiness, this.onReadiness)}
      <p class="soft ends"><span>${form.readinessLeast}</span><span>${form.readinessMost}</span></p>
      <form @submit=${this.onNote}>
        <label>${form.note}<textarea name="note" rows="3" maxlength="2000"></textarea></label>
        <button class="press" type="submit">${form.save}</button>
      </form>
      <details>
        <summary>${form.girth}</summary>
        <form class="girth" @submit=${this.onGirth}>
          ${this.girthField('left', form.left)} ${this.girthField('right', form.right)}
          <button class="press" type="submit">${form.save}</button>
        </form>
      </details>
      ${this.day === today(this.now, this.zone) ? this.signs() : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-note-form': NoteForm;
  }
}
