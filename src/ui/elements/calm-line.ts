/** A wish that was brought inside what is possible, and why: one line, with a button to be rid of it. */

import { html } from 'lit';
import type { Problem } from '../../program/problem.ts';
import { page as words } from '../words/screens.ts';

export const calmLine = (
  { reason, suggestion }: Problem,
  dismiss: () => void,
) => html`<p class="calm" role="status">
  <wa-icon name="news"></wa-icon>
  <span><b>${reason}</b> ${suggestion}</span>
  <wa-button class="dismiss" pill appearance="plain" @click=${dismiss}>${words.dismiss}</wa-button>
</p>`;
