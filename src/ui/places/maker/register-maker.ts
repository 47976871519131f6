/** Registers the elements of the maker's page. */

import { MakerScreen } from './maker-screen.ts';
import './register-rehearsal.ts';

customElements.define('heartward-maker', MakerScreen);
