/** Shows the page's first screen at once, then loads the session and everything else (page-session.ts). */

import type { Telling } from '../plan/telling.ts';
import { HeartwardApp } from '../ui/heartward-app.ts';
import '../ui/register.ts';
import { intend } from '../ui/events.ts';
import type { SimulatedChoice } from '../ui/settings/simulated-choice.ts';
import { firstEnglish } from '../words/en/first-english.ts';
import { useFirst } from '../words/first-in-use.ts';
import { acknowledge, isAcknowledged } from './acknowledgement.ts';
import { EarlyIntents } from './early-intents.ts';
import { localKept } from './local-kept.ts';
import { once } from './once.ts';
import { pageOptions } from './page-options.ts';
import { followAddress } from './places/place-address.ts';
import { otherPlaces } from './places/places.ts';
import { hasPlan } from './plan/has-plan.ts';
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

const plan = once(async () => {
  const { openPlan } = await import('./plan/open-plan.ts');
  const opened = await openPlan({
    storage: localKept,
    leads: () => 'guides' in app.places,
    stopBoots: () => intend(app, 'stop'),
    show: () => intend(app, 'go', { name: 'plan', path: [] }),
  });
  intents.also(opened.intents);
  return opened;
});
app.places = otherPlaces({ plan });
const go = followAddress(app, window);

const withoutSession = {
  go,
  acknowledge: (): void => {
    acknowledge();
    app.acknowledged = true;
  },
  tellPlan: (telling: Telling): void => {
    // Of a session that no plan asked for there is nobody to tell.
    if (!hasPlan(localKept)) return;
    plan().then(
      ({ plan: told }) => told.tell(telling),
      () => {
        app.incomplete = true;
      },
    );
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
