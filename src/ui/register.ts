/** Registers what the first screen needs; the rest follows once it is shown (register-screens.ts). */

import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/spinner/spinner.js';
import { StopBar } from './elements/live/stop-bar.ts';
import { NoticeCard } from './elements/messages/notice-card.ts';
import { HeartwardApp } from './heartward-app.ts';
import { registerIcons } from './icons.ts';
import { WelcomeScreen } from './screens/welcome-screen.ts';

registerIcons();
HeartwardApp.loadScreens = () => import('./register-screens.ts');
customElements.define('heartward-notice', NoticeCard);
customElements.define('heartward-stop-bar', StopBar);
customElements.define('heartward-welcome', WelcomeScreen);
customElements.define('heartward-app', HeartwardApp);
