/**
 * The events of this page's elements. An element gets its data as properties, and reports what the user does as one of the events below. Each
 * event has a class, which gives its data a type, and is listed in `HTMLElementEventMap`.
 *
 * - `heartward-intent` and `heartward-step` bubble through every shadow root, so no element passes them on by hand. The app (src/app) carries
 *   out intents; `<heartward-app>` carries out steps.
 * - `heartward-change`, `heartward-zone` and `heartward-close` do not bubble: only the element that renders the sender listens to them. Nor does
 *   `heartward-place`, for which the app listens on `<heartward-app>`.
 *
 * A new request to the app needs a line in page-intents.ts and a call of `intend`, but no new event.
 */

import type { Side } from '../../firmware-protocol/zones.ts';
import type { PageIntentArguments, PageIntentKind } from './page-intents.ts';
import type { PlaceScreen } from './places/place-screen.ts';

/** A request from the user to the app. */
export class IntentEvent<K extends PageIntentKind = PageIntentKind> extends Event {
  constructor(
    readonly kind: K,
    readonly args: PageIntentArguments[K],
  ) {
    super('heartward-intent', { bubbles: true, composed: true });
  }
}

/** One event class per kind, so that a check of `kind` narrows `args`. */
export type AnyIntentEvent = { [K in PageIntentKind]: IntentEvent<K> }[PageIntentKind];

/**
 * A step from one screen to another. `<heartward-app>` takes it, and sends the app the intents that go with it.
 * `pair`: toward real boots, through the safety gate unless it is open. `agree`: on from the gate, which the user has passed. `back`: away from
 * the gate. `moveOn`: on from the end screen of a session.
 */
export type Step = 'pair' | 'agree' | 'back' | 'moveOn';

export class StepEvent extends Event {
  constructor(readonly step: Step) {
    super('heartward-step', { bubbles: true, composed: true });
  }
}

/** The user has set a control to a value, or has unfolded (1) or folded (0) the details of a program. */
export class ChangeEvent extends Event {
  constructor(readonly value: number) {
    super('heartward-change');
  }
}

/** The user has pressed a zone in the picture of the legs. */
export class ZoneEvent extends Event {
  constructor(
    readonly side: Side,
    /** 0 at the foot. */
    readonly zone: number,
  ) {
    super('heartward-zone');
  }
}

/** A place has loaded and opened; fired once for each place, by `<heartward-app>`. */
export class PlaceEvent extends Event {
  constructor(readonly screen: PlaceScreen) {
    super('heartward-place');
  }
}

/** The user is done with what an element shows. */
export class CloseEvent extends Event {
  constructor() {
    super('heartward-close');
  }
}

declare global {
  interface HTMLElementEventMap {
    'heartward-intent': AnyIntentEvent;
    'heartward-step': StepEvent;
    'heartward-change': ChangeEvent;
    'heartward-zone': ZoneEvent;
    'heartward-place': PlaceEvent;
    'heartward-close': CloseEvent;
  }
}

export function intend<K extends PageIntentKind>(
  from: EventTarget,
  kind: K,
  ...args: PageIntentArguments[K]
): void {
  from.dispatchEvent(new IntentEvent(kind, args));
}

export function takeStep(from: EventTarget, step: Step): void {
  from.dispatchEvent(new StepEvent(step));
}

type From = Pick<Event, 'currentTarget'>;

/** A listener for a template: `@click=${intends('stop')}`. */
export const intends =
  <K extends PageIntentKind>(kind: K, ...args: PageIntentArguments[K]) =>
  ({ currentTarget }: From): void => {
    if (currentTarget) intend(currentTarget, kind, ...args);
  };

/** A listener for a template: `@click=${takesStep('back')}`. */
export const takesStep =
  (step: Step) =>
  ({ currentTarget }: From): void => {
    if (currentTarget) takeStep(currentTarget, step);
  };
