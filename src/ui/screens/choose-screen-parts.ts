/** Parts of the list of programs besides its rows. */

import { html, nothing } from 'lit';
import type { SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { intend, intends } from '../events.ts';
import { addressOf, editor, maker, scanner } from '../places/place.ts';

export const unreadableRow = (count: number) => html`<div class="row bring">
  <p>${words.library.unreadable(count)}</p>
  <wa-button id="save-unreadable" pill appearance="outlined" @click=${intends('downloadUnreadable')}>
    ${words.library.saveUnreadable}
  </wa-button>
</div>`;

const onFiles = ({ currentTarget }: Event): void => {
  if (!(currentTarget instanceof HTMLInputElement)) return;
  intend(currentTarget, 'importFiles', [...(currentTarget.files ?? [])]);
  // A field that still held the file would fire no change event if the user chose the same file again.
  currentTarget.value = '';
};

const pickFiles = ({ currentTarget }: Event): void => {
  const next = currentTarget instanceof Element ? currentTarget.nextElementSibling : null;
  if (next instanceof HTMLInputElement) next.click();
};

/** @param none whether the user has no programs of their own */
export const importRow = (none: boolean) => html`<div class="row bring">
  <wa-button id="bring" pill appearance="outlined" variant="brand" @click=${pickFiles}>
    ${words.library.bring}
  </wa-button>
  <input
    id="file"
    type="file"
    accept=".json,application/json"
    multiple
    hidden
    aria-label=${words.library.bring}
    @change=${onFiles}
  />
  <p class="soft">${words.library.how} ${none ? words.library.none : ''}</p>
  <wa-button id="make" pill appearance="outlined" href=${addressOf(editor)}>${words.library.make}</wa-button>
  <wa-button id="scan" pill appearance="outlined" href=${addressOf(scanner)}>${words.library.scan}</wa-button>
</div>`;

/** Renders nothing unless one boot of a pair is missing. */
export function otherBoot({ boots }: SessionView) {
  if (!boots?.missing) return nothing;
  return html`<section class="card other">
    <div>
      <h2>${words.other.title(boots.missing)}</h2>
      <p class="soft">${words.other.what(boots.missing)}</p>
    </div>
    <wa-button id="add-other" pill variant="brand" appearance="outlined" @click=${intends('addOther')}>
      ${words.other.add(boots.missing)}
    </wa-button>
  </section>`;
}

export function makerLink({ boots }: SessionView) {
  if (!boots) return nothing;
  return html`<p class="maker"><a href=${addressOf(maker)}>${words.button.maker}</a></p>`;
}
