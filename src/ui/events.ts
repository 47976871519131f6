/**
 * The events of this page's elements. Each event class is listed in `HTMLElementEventMap`, which gives listeners its type.
 * `heartward-intent` and `heartward-step` bubble through every shadow root: the app (src/app) carries out intents, `<heartward-app>`
 * carries out steps. The other events do not bubble.
 */

import type { Side } from '../../firmware-protocol/zones.ts';
import type { PageIntentArguments, PageIntentKind } from './page-intents.ts';
import type { PlaceScreen } from './places/place-screen.ts';

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
 * Where the user goes next. `<heartward-app>` handles the step, and sends the app the intents that go with it.
 * `pair`: toward real boots. Unless the safety gate is open, its health questions come first. `agree`: on from the gate, which the user has
 * passed. `back`: away from the gate. `moveOn`: on from the end screen of a session.
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

export class ZoneEvent extends Event {
  constructor(
    readonly side: Side,
    /** 0 at the foot. */
    readonly zone: number,
  ) {
    super('heartward-zone');
  }
}

/**
 * A place (a part of the page with an address of its own) has loaded and opened. `<heartward-app>` fires the event at most once for each
 * place.
 */
export class PlaceEvent extends Event {
  constructor(readonly screen: PlaceScreen) {
    super('heartward-place');
  }
}

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

export const intends =
  <K extends PageIntentKind>(kind: K, ...args: PageIntentArguments[K]) =>
  ({ currentTarget }: From): void => {
    if (currentTarget) intend(currentTarget, kind, ...args);
  };

export const takesStep =
  (step: Step) =>
  ({ currentTarget }: From): void => {
    if (currentTarget) takeStep(currentTarget, step);
  };
