/** What stands in the way of real boots, what to do, and what opens the way again. */

import { html, nothing } from 'lit';
import type { Gate } from '../../../journal/gate.ts';
import type { Lock, Sign } from '../../../plan/change/locks.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import type { LockWords } from '../../../words/plan/plan-words.ts';
import { intends } from '../../events.ts';

const body = ({ advice }: LockWords) => advice.map((line) => html`<p>${line}</p>`);

/** Large, with the number, and nothing else but the way back in. */
function emergency(said: LockWords, ways: unknown) {
  const { call } = journalWords().gate;
  return html`<section class="alone" role="alert">
    <h1>${said.title}</h1>
    <a class="call" href=${`tel:${call.number}`}>${call.label}</a>
    <p>${call.where}</p>
    ${body(said)} ${ways}
  </section>`;
}

/** What opens a lock is said by the person; a mistake can be taken back. */
function waysOut({ sign, opens }: Lock) {
  const { gate } = journalWords();
  // What was said to be gone opens by itself after its time.
  const canBeCleared = opens === 'clinician' || opens === null;
  return html`<div class="ways">
    ${
      canBeCleared
        ? html`<button id="clear" class="press" type="button" @click=${intends('clearLock', sign)}>${gate.opens[sign]}</button>`
        : nothing
    }
    <button id="mistake" class="press quiet" type="button" @click=${intends('takeBackSign', sign)}>${gate.mistake}</button>
  </div>`;
}

const isGrave = (sign: Sign): boolean => sign === 'emergency';

export function lockShown(lock: Lock) {
  const said = journalWords().gate.lock(lock);
  if (isGrave(lock.sign)) return emergency(said, waysOut(lock));
  return html`<section class="stop-card" role="status">
    <h1>${said.title}</h1>
    ${body(said)} ${waysOut(lock)}
  </section>`;
}

/** @param again shows the questions again */
export function gateStop(gate: Exclude<Gate, { readonly kind: 'open' | 'due' }>, again: () => void) {
  const words = journalWords().gate;
  switch (gate.kind) {
    case 'locked':
      return lockShown(gate.lock);
    case 'who':
      return html`<section class="stop-card">
        <h1>${words.who.title}</h1>
        <p class="soft">${words.who.what}</p>
        <div class="ways">
          ${gate.people.map(
            ({ id, name }) =>
              html`<button class="press first" type="button" @click=${intends('choosePerson', id)}>${name}</button>`,
          )}
        </div>
      </section>`;
    case 'blocked':
    case 'askFirst': {
      const said = gate.kind === 'blocked' ? words.blocked(gate.by) : words.askFirst(gate.about);
      return html`<section class="stop-card" role="status">
        <h1>${said.title}</h1>
        ${body(said)}
        <div class="ways">
          <button id="ask-again" class="press" type="button" @click=${again}>${words.screening.again}</button>
        </div>
      </section>`;
    }
  }
}
