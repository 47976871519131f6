/** Registers the elements of the page for makers of boots. */

import { MakerScreen } from './maker-screen.ts';
import './register-faults.ts';

customElements.define('heartward-maker', MakerScreen);
