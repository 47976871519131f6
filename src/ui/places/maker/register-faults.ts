/** Registers the panel where the user injects faults into simulated boots. */

import { FaultsPanel } from './faults-panel.ts';

if (!customElements.get('heartward-faults')) customElements.define('heartward-faults', FaultsPanel);
