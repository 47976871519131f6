/** The help's place, a screen with its own address. Each topic has an address too, such as "#help/stop". */

import { html } from 'lit';
import type { PlaceScreen } from '../../ui/places/place-screen.ts';
import '../../ui/places/help/register-help.ts';
import { helpWords } from '../../words/help/help-in-use.ts';

export const openHelp = (): PlaceScreen => ({
  title: () => helpWords().title,
  draw: ({ path }) => html`<heartward-help .topic=${path[0] ?? null}></heartward-help>`,
});
