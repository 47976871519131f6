/** The page's first screen, drawn at once; the session and all else come behind it (page-session.ts). */

import { HeartwardApp } from '../ui/heartward-app.ts';
import '../ui/register.ts';
import { isAcknowledged } from './acknowledgement.ts';
import { pageOptions } from './page-options.ts';
import { restingView } from './resting-view.ts';

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
