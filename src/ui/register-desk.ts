/** Registers the small window's element, which loads with the desk (app/desk). */

import { MiniController } from './elements/desk/mini-controller.ts';

customElements.define('heartward-mini', MiniController);
