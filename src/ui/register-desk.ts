/** Registers the element of the small window, which loads separately. */

import { MiniController } from './elements/desk/mini-controller.ts';

customElements.define('heartward-mini', MiniController);
