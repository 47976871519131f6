/** Registers the panel of faults. */

import { RehearsalPanel } from './rehearsal-panel.ts';

if (!customElements.get('heartward-rehearsal')) customElements.define('heartward-rehearsal', RehearsalPanel);
