/** Draws the page's first screen at once; the session and everything else load after it (page-session.ts). */

import { HeartwardApp } from '../ui/heartward-app.ts';
import '../ui/register.ts';
import { english } from '../words/en/english.ts';
import { use } from '../words/in-use.ts';
import { isAcknowledged } from './acknowledgement.ts';
import { pageOptions } from './page-options.ts';
import { keptPressureUnit } from './pressure-unit.ts';
import { restingView } from './resting-view.ts';

use(english({ pressureUnit: keptPressureUnit() }));

const app = document.querySelector('heartward-app');
if (!(app instanceof HeartwardApp)) throw new Error('the page has no <heartward-app>');

const options = pageOptions(location.search);
app.simulated = options;
app.acknowledged = isAcknowledged();
app.bluetoothAvailable = 'bluetooth' in navigator;
app.view = restingView;

import('./page-session.ts').then(
  ({ openSession }) => openSession(app, options),
  () => {
    app.library = { own: [], said: { kind: 'partMissing' } };
  },
);
