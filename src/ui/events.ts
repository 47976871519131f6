/**
 * How elements talk to whoever renders them. Data goes down as properties; every event below goes up, has a class that types what it
 * carries, and is listed in `HTMLElementEventMap`.
 *
 * - `heartward-intent` and `heartward-step` bubble through every shadow root, so no element passes them on by hand. The app carries out
 *   intents; `<heartward-app>` takes steps.
 * - `heartward-change`, `heartward-zone` and `heartward-close` stay between an element and the one that renders it, which knows what they
 *   mean.
 *
 * A new request from the user is a line in page-intents.ts and a call of `intend`; it needs no new event.
 */

import type { Side } from '../../firmware-protocol/zones.ts';
import type { PageIntentArguments, PageIntentKind } from './page-intents.ts';

/** The user asks the app for something. */
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
 * A step from one screen to another that needs nothing from the app:
 * `pair`: toward real boots. `agree`, `back`: out of the gate to real boots. `moveOn`: past the end of a session.
 */
export type Step = 'pair' | 'agree' | 'back' | 'moveOn';

/** The user moves between screens. */
export class StepEvent extends Event {
  constructor(readonly step: Step) {
    super('heartward-step', { bubbles: true, composed: true });
  }
}

/** The user set a control to another value. */
export class ChangeEvent extends Event {
  constructor(readonly value: number) {
    super('heartward-change');
  }
}

/** The user pressed a zone in a picture of the legs. */
export class ZoneEvent extends Event {
  constructor(
    readonly side: Side,
    /** 0 at the foot. */
    readonly zone: number,
  ) {
    super('heartward-zone');
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
