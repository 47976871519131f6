import { FaultsPanel } from './faults-panel.ts';

if (!customElements.get('heartward-faults')) customElements.define('heartward-faults', FaultsPanel);
