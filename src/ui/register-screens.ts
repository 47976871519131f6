/** Registers the screens behind the first one and all that they are made of. */

import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/progress-ring/progress-ring.js';
import '@awesome.me/webawesome/dist/components/slider/slider.js';
import { Dial } from './elements/dial.ts';
import { LegsPicture } from './elements/legs-picture.ts';
import { PressureTrace } from './elements/pressure-trace.ts';
import { SettingsDials } from './elements/settings-dials.ts';
import { TimeRing } from './elements/time-ring.ts';
import { ZoneTable } from './elements/zone-table.ts';
import { AcknowledgeScreen } from './screens/acknowledge-screen.ts';
import { ChooseScreen } from './screens/choose-screen.ts';
import { EndedScreen } from './screens/ended-screen.ts';
import { SessionScreen } from './screens/session-screen.ts';

customElements.define('heartward-dial', Dial);
customElements.define('heartward-settings', SettingsDials);
customElements.define('heartward-time-ring', TimeRing);
customElements.define('heartward-legs', LegsPicture);
customElements.define('heartward-zone-table', ZoneTable);
customElements.define('heartward-trace', PressureTrace);
customElements.define('heartward-acknowledge', AcknowledgeScreen);
customElements.define('heartward-choose', ChooseScreen);
customElements.define('heartward-session', SessionScreen);
customElements.define('heartward-ended', EndedScreen);
