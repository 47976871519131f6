/** Registers the elements of the first screen. The others load after it has been drawn (register-screens.ts, register-with-session.ts). */

import { loadPartsInUse } from '../words/part.ts';
import { HeartwardApp } from './heartward-app.ts';
import { HomeScreen } from './screens/home-screen.ts';

HeartwardApp.loadScreens = () => import('./register-screens.ts').then(loadPartsInUse);
customElements.define('heartward-home', HomeScreen);
customElements.define('heartward-app', HeartwardApp);
