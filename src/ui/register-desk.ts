/** Registers the element of the small window. It loads with the code for that window (app/desk). */

import { MiniController } from './elements/desk/mini-controller.ts';

customElements.define('heartward-mini', MiniController);
