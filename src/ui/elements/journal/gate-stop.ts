/**
 * Shows why real boots may not be used and what to do about it, or asks who uses the device. A lock forbids boots because the user has
 * reported a warning sign.
 */

import { html, nothing } from 'lit';
import type { Gate } from '../../../journal/gate.ts';
import type { Lock, Sign } from '../../../plan/change/locks.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import type { GateWords } from '../../../words/journal/journal-words.ts';
import type { LockWords } from '../../../words/plan/plan-words.ts';
import { intends } from '../../events.ts';
import { originalUnder } from '../../page/original-under.ts';

const body = ({ advice }: LockWords, english: LockWords | undefined) =>
  advice.map((line, n) => html`<p>${line}${originalUnder(english?.advice[n])}</p>`);

function emergency(said: LockWords, english: LockWords | undefined, ways: unknown) {
  const { call } = journalWords().gate;
  return html`<section class="alone" role="alert">
    <h1>${said.title}${originalUnder(english?.title)}</h1>
    <a class="call" href=${`tel:${call.number}`}>${call.label}</a>
    <p>${call.where}</p>
    ${body(said, english)} ${ways}
  </section>`;
}

/**
 * The buttons below a lock. One says that a clinician has ruled the sign out or, for tingling, that the tingling has gone. The other says
 * that the sign was reported by mistake.
 */
function waysOut({ sign, opens }: Lock) {
  const { gate } = journalWords();
  // Once tingling has gone, its lock ends by itself at a set time.
  const canBeCleared = opens === 'clinician' || opens === null;
  return html`<div class="ways">
    ${
      canBeCleared
        ? html`<button id="clear" class="press" type="button" @click=${intends('clearLock', sign)}>${gate.opens[sign]}</button>`
        : nothing
    }
    <button id="mistake" class="press quiet" type="button" @click=${intends('withdrawSign', sign)}>${gate.mistake}</button>
  </div>`;
}

const isGrave = (sign: Sign): boolean => sign === 'emergency';

export function lockShown(lock: Lock) {
  const said = journalWords().gate.lock(lock);
  const english = journalWords.englishOriginal()?.gate.lock(lock);
  if (isGrave(lock.sign)) return emergency(said, english, waysOut(lock));
  return html`<section class="stop-card" role="status">
    <h1>${said.title}${originalUnder(english?.title)}</h1>
    ${body(said, english)} ${waysOut(lock)}
  </section>`;
}

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
      const saidIn = (of: GateWords): LockWords =>
        gate.kind === 'blocked' ? of.blocked(gate.by) : of.askFirst(gate.about);
      const said = saidIn(words);
      const original = journalWords.englishOriginal();
      const english = original === null ? undefined : saidIn(original.gate);
      return html`<section class="stop-card" role="status">
        <h1>${said.title}${originalUnder(english?.title)}</h1>
        ${body(said, english)}
        <div class="ways">
          <button id="ask-again" class="press" type="button" @click=${again}>${words.screening.again}</button>
        </div>
      </section>`;
    }
  }
}
