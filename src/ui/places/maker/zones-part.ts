/** The zones on the page for makers of boots: what seems wrong, and each zone's figures. */

import { html, nothing } from 'lit';
import type { Diagnosis, ZoneDiagnosis } from '../../../diagnosis/diagnose.ts';
import {
  type ComparedFigure,
  comparedFigures,
  comparedFiguresOf,
} from '../../../diagnosis/earlier-sessions.ts';
import { words } from '../../../words/in-use.ts';
import { makerWords } from '../../../words/maker/maker-in-use.ts';
import type { Finding } from '../../../words/maker/maker-words.ts';
import type { MakerView } from './maker-view.ts';

const finding = ({ title, todo }: Finding) => html`<li>
  <h3>${title}</h3>
  <p>${todo}</p>
</li>`;

const quiet = new Set(['fine', 'notKnown']);

function found({ zones, whole }: Diagnosis) {
  const said = makerWords();
  const telling = zones.filter(({ cause }) => !quiet.has(cause));
  if (telling.length > 0 || whole.length > 0)
    return html`<ul class="findings">
      ${whole.map((cause) => finding(said.whole(cause)))} ${telling.map((zone) => finding(said.finding(zone)))}
    </ul>`;
  const known = zones.some(({ cause }) => cause === 'fine');
  return html`<p>${known ? said.zones.nothing : said.zones.notYet}</p>`;
}

/** Keeps a number and its unit on one line. */
const unbroken = (figure: string): string => figure.replaceAll(' ', '\u00a0');

function cell(name: ComparedFigure, zone: ZoneDiagnosis, view: MakerView) {
  const said = makerWords();
  const { side, zone: at } = zone.figures;
  const twin = view.diagnosis.zones.find(({ figures }) => figures.side !== side && figures.zone === at);
  const other = twin ? comparedFiguresOf(twin.figures)[name] : null;
  const before = view.earlier.of(side, at)[name];
  const own = comparedFiguresOf(zone.figures)[name];
  return html`<td class=${own === null ? 'unknown' : ''}>
    ${unbroken(said.figure(name, own))}
    ${other === null ? nothing : html`<small>${said.otherLeg(unbroken(said.figure(name, other)))}</small>`}
    ${before === null ? nothing : html`<small>${said.before(unbroken(said.figure(name, before)), view.earlier.count)}</small>`}
  </td>`;
}

const row = (zone: ZoneDiagnosis, view: MakerView) => html`<tr class=${quiet.has(zone.cause) ? '' : 'found'}>
  <th scope="row">${words.zoneSettings.zone(zone.figures.part, zone.figures.side)}</th>
  <td>${makerWords().causes[zone.cause]}</td>
  ${comparedFigures.map((name) => cell(name, zone, view))}
</tr>`;

export function zonesPart(view: MakerView) {
  const said = makerWords();
  return html`
    ${found(view.diagnosis)}
    <div class="wide" tabindex="0" role="group" aria-label=${said.parts.zones}>
      <table>
        <thead>
          <tr>
            <th scope="col">${said.zones.zone}</th>
            <th scope="col">${said.zones.likely}</th>
            ${comparedFigures.map((name) => html`<th scope="col">${said.figures[name]}</th>`)}
          </tr>
        </thead>
        <tbody>${view.diagnosis.zones.map((zone) => row(zone, view))}</tbody>
      </table>
    </div>
    <p class="soft">${said.zones.how}</p>
  `;
}
