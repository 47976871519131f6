/** Registers Stop and the notices, which load with the session's code. */

import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { StopBar } from './elements/live/stop-bar.ts';
import { NoticeCard } from './elements/messages/notice-card.ts';
import { PageNotices } from './elements/messages/page-notices.ts';
import { registerIcons } from './icons.ts';

registerIcons();
customElements.define('heartward-notice', NoticeCard);
customElements.define('heartward-notices', PageNotices);
customElements.define('heartward-stop-bar', StopBar);
