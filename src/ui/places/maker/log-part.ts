/** The log on the page for makers of boots: frames, newest first. */

import { html, nothing } from 'lit';
import { type DecodedFrame, type FrameKind, frameKinds } from '../../../diagnosis/log/decode-frame.ts';
import { makerWords } from '../../../words/maker/maker-in-use.ts';
import { intend, intends } from '../../events.ts';
import type { LogView, MakerView } from './maker-view.ts';

/** Characters shown of a frame's fields. The report file has all of them. */
const LONGEST_LINE = 220;

const written = (fields: Readonly<Record<string, unknown>>): string => {
  const text = JSON.stringify(fields).replaceAll('"', '');
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
};

const arrows = { toBoots: '→', fromBoots: '←', none: '·' } as const;

/** The name and the fields of a frame stay in English: they are those of PROTOCOL.md. */
function frame({ at, way, name, boot, fields, refusal, failure, took, length }: DecodedFrame, two: boolean) {
  const said = makerWords();
  const aloud = way === 'none' ? said.log.link : said.log[way];
  return html`<li>
    <span class="at">${(at / 1000).toFixed(2)}</span>
    <span aria-hidden="true">${arrows[way]}</span><span class="aloud">${aloud}</span>
    <b translate="no">${two ? `${name} ${boot + 1}` : name}</b>
    ${took === null || way === 'none' ? nothing : html`<span class="soft">${said.milliseconds(took)}</span>`}
    ${failure === null ? nothing : html`<span class="bad">${failure}</span>`}
    ${refusal === null ? nothing : html`<span class="bad">${said.log.unreadable}: ${refusal}</span>`}
    ${fields === null || length === 0 ? nothing : html`<code translate="no">${written(fields)}</code>`}
  </li>`;
}

const change =
  ({ kinds }: LogView, kind: FrameKind) =>
  ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const { checked } = currentTarget;
    intend(
      currentTarget,
      'showLog',
      frameKinds.filter((one) => (one === kind ? checked : kinds.has(one))),
    );
  };

export function logPart({ log, boots }: MakerView) {
  const said = makerWords();
  const { frames, kinds, count } = log;
  return html`
    <p class="soft">${said.log.how}</p>
    <fieldset>
      <legend>${said.log.kinds}</legend>
      <div class="kinds">
        ${frameKinds.map(
          (kind) => html`<label>
            <input type="checkbox" name=${kind} .checked=${kinds.has(kind)} @change=${change(log, kind)} />${said.log.kind[kind]}
          </label>`,
        )}
      </div>
    </fieldset>
    <p>
      <wa-button id="newest" pill appearance="outlined" @click=${intends('showLog', [...kinds])}>${said.log.newest}</wa-button>
    </p>
    <p class="soft" role="status">${frames.length === 0 ? said.log.none : said.shown(frames.length, count)}</p>
    <div class="log wide" tabindex="0" role="group" aria-label=${said.parts.log}>
      <ol>${frames.map((one) => frame(one, boots.length > 1))}</ol>
    </div>
  `;
}
