/** What the plan's place shows: the plan, or the form that makes a plan. */

import { html, nothing } from 'lit';
import { planWords } from '../../../words/plan/plan-in-use.ts';
import { intends } from '../../events.ts';
import type { Place } from '../place.ts';
import type { PlanView } from './plan-view.ts';

const earlier = ({ current }: PlanView) => html`<p class="calm" role="status">
  <span>${current === null ? planWords().page.dropped : planWords().page.replaced}</span>
  <wa-button id="restore" pill appearance="plain" @click=${intends('restorePlan')}>${planWords().page.restore}</wa-button>
</p>`;

export const planMain = ({ path }: Place, view: PlanView) => html`
  ${view.hasEarlier ? earlier(view) : nothing}
  ${screen(path, view)}
`;

const screen = (path: Place['path'], view: PlanView) =>
  view.current === null || path[0] === 'new'
    ? html`<heartward-plan-maker .view=${view}></heartward-plan-maker>`
    : html`<heartward-plan .view=${view}></heartward-plan>`;
