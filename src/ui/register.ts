/** Registers the elements of the first screen. All others load later (the other register-….ts files). */

import { loadPartsInUse } from '../words/part.ts';
import { HeartwardApp } from './heartward-app.ts';
import { HomeScreen } from './screens/home-screen.ts';

HeartwardApp.loadScreens = () => import('./register-screens.ts').then(loadPartsInUse);
customElements.define('heartward-home', HomeScreen);
customElements.define('heartward-app', HeartwardApp);
