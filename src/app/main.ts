/** Shows the page's first screen at once, then loads the session and everything else (page-session.ts). */

import { HeartwardApp } from '../ui/heartward-app.ts';
import '../ui/register.ts';
import type { SimulatedChoice } from '../ui/settings/simulated-choice.ts';
import { firstEnglish } from '../words/en/first-english.ts';
import { useFirst } from '../words/first-in-use.ts';
import { acknowledge, isAcknowledged } from './acknowledgement.ts';
import { EarlyIntents } from './early-intents.ts';
import { pageOptions } from './page-options.ts';
import { followAddress } from './places/place-address.ts';
import { otherPlaces } from './places/places.ts';
import { keptPressureUnit } from './pressure-unit.ts';
import { restingView } from './resting-view.ts';

useFirst(firstEnglish({ pressureUnit: keptPressureUnit() }));

const app = document.querySelector('heartward-app');
if (!(app instanceof HeartwardApp)) throw new Error('the page has no <heartward-app>');

const options = pageOptions(location.search);
app.simulated = options;
app.acknowledged = isAcknowledged();
app.bluetoothAvailable = 'bluetooth' in navigator;
app.view = restingView;
app.places = otherPlaces;
const go = followAddress(app, window);

const withoutSession = {
  go,
  acknowledge: (): void => {
    acknowledge();
    app.acknowledged = true;
  },
  setSimulated: (choice: SimulatedChoice): void => {
    app.simulated = choice;
  },
};
const intents = new EarlyIntents(withoutSession, (connecting) => {
  app.view = { ...restingView, link: connecting ? 'connecting' : 'none' };
});
app.addEventListener('heartward-intent', intents.take);
app.placeOpened = (screen) => intents.also(screen.intents ?? {});

import('./page-session.ts').then(
  ({ openSession }) => intents.open({ ...withoutSession, ...openSession(app, options) }),
  () => {
    app.incomplete = true;
  },
);
