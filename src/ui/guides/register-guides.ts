/** Registers the elements of the guides. */

import { BreathPicture } from './picture/breath-picture.ts';
import { GuidePicture } from './picture/guide-picture.ts';
import { GuideBefore } from './screens/guide-before.ts';
import { GuideClosed } from './screens/guide-closed.ts';
import { GuideList } from './screens/guide-list.ts';
import { GuideOver } from './screens/guide-over.ts';
import { GuideRunning } from './screens/guide-running.ts';

customElements.define('heartward-guide-picture', GuidePicture);
customElements.define('heartward-breath-picture', BreathPicture);
customElements.define('heartward-guides', GuideList);
customElements.define('heartward-guide-before', GuideBefore);
customElements.define('heartward-guide', GuideRunning);
customElements.define('heartward-guide-over', GuideOver);
customElements.define('heartward-guide-closed', GuideClosed);
