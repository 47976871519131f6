/** Registers the help's element. */

import { HelpScreen } from './help-screen.ts';

customElements.define('heartward-help', HelpScreen);
