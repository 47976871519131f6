/** Registers the elements of the maker's page. */

import { MakerScreen } from './maker-screen.ts';
import './register-faults.ts';

customElements.define('heartward-maker', MakerScreen);
