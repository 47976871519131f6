/** Registers the elements of the first screen. The others load once it is shown (register-screens.ts, register-with-session.ts). */

import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/spinner/spinner.js';
import { HeartwardApp } from './heartward-app.ts';
import { registerIcons } from './icons.ts';
import { WelcomeScreen } from './screens/welcome-screen.ts';

registerIcons();
HeartwardApp.loadScreens = () => import('./register-screens.ts');
customElements.define('heartward-welcome', WelcomeScreen);
customElements.define('heartward-app', HeartwardApp);
