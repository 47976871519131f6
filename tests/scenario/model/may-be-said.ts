/**
 * The reference model: what has happened to a session, and what the page may therefore say. It does not know how
 * the page works. A sentence is allowed if something has happened that can make it true.
 */

import type { Ending, Notice, Phase } from '../../../src/session/view.ts';

export type Happening =
  | 'start'
  | 'stop'
  | 'pause'
  | 'resume'
  | 'acknowledge'
  | 'set'
  | 'disconnect'
  /** The link was lost, silent, slow or refusing, left an operation without an answer, or damaged packets. */
  | 'link'
  | 'button'
  | 'restart'
  | 'otherStops'
  | 'leak'
  | 'hoseOff'
  | 'gaugeSilent'
  /** The page was loaded anew. Its link ended, and an operation may have been under way. */
  | 'reload'
  /** The computer slept: nothing of the page ran, and its links ended. */
  | 'sleep'
  /** The person opened the page in a second tab, closed that tab, or pressed Stop there. */
  | 'secondTab'
  | 'secondCloses'
  | 'secondStops';

export class Model {
  readonly #happened = new Set<Happening>();
  /** Whether the person wants a session: has started one, and has not stopped it or disconnected since. */
  isWanted = false;
  /** The zone that has a fault, numbered from 0 at the foot; null if none has. */
  struck: { readonly side: 'left' | 'right'; readonly zone: number } | null = null;

  /** Whether the second tab is open. */
  secondTab = false;

  constructor(readonly pair: boolean) {}

  note(what: Happening): void {
    this.#happened.add(what);
    if (what === 'start') this.isWanted = true;
    if (what === 'stop' || what === 'disconnect' || what === 'secondStops') this.isWanted = false;
    if (what === 'secondTab') this.secondTab = true;
    if (what === 'secondCloses') this.secondTab = false;
  }
  has(...any: readonly Happening[]): boolean {
    return any.some((what) => this.#happened.has(what));
  }
}

const never = () => false;
const afterLink = (model: Model): boolean => model.has('link', 'sleep');
/** After anything that ends a link, or leaves an operation of a page without an answer. */
const afterGap = (model: Model): boolean => model.has('link', 'sleep', 'reload');
const ofTheAir = (model: Model): boolean => model.has('leak', 'hoseOff', 'gaugeSilent');

export const noticesThatMayBe: Readonly<Record<Notice['kind'], (model: Model) => boolean>> = {
  noBluetooth: never,
  chooserCancelled: never,
  notBoots: never,
  changedBoots: never,
  wrongVersion: never,
  payloadTooSmall: never,
  limitsTooWide: never,
  couldNotConnect: afterLink,
  linkLost: (model) => model.has('link', 'sleep', 'restart'),
  bluetoothLost: never,
  permissionLost: never,
  notPermitted: never,
  heldByAnother: afterLink,
  controlLost: never,
  otherTab: never,
  needsPress: never,
  pressed: never,
  silent: afterLink,
  standingStill: never,
  garbled: afterLink,
  refused: afterLink,
  programRefused: never,
  clamped: (model) => model.has('set'),
  notAPair: never,
  stopNotConfirmed: afterLink,
  stopNotSendable: never,
  notEmptying: never,
  failed: never,
  airNotKnown: (model) => model.has('link', 'sleep', 'gaugeSilent', 'restart'),
  // A boot that restarts is out of reach for a moment.
  notBegun: (model) => model.has('start') && (afterGap(model) || model.has('restart')),
  grantLost: afterGap,
  notHeard: (model) => afterLink(model) && model.has('pause', 'resume'),
  notNow: (model) => afterLink(model) && model.has('pause', 'acknowledge'),
  addAfterStop: never,
  calledOff: (model) =>
    model.has('button', 'otherStops', 'secondStops', 'restart') ||
    (model.pair && (ofTheAir(model) || afterGap(model))),
  rebooted: (model) => model.has('restart'),
  misfit: (model) => model.has('leak', 'hoseOff'),
  batteryLow: never,
  recordsDeleted: never,
  limitBroken: never,
  fault: ofTheAir,
  warning: ofTheAir,
};

/** What the second tab sees of a Stop in the first. */
const stoppedInOtherTab = (model: Model): boolean => model.has('secondTab') && model.has('stop');

const oneOfAPair = (model: Model): boolean =>
  model.pair &&
  (model.has('button', 'restart', 'otherStops', 'secondStops') || afterGap(model) || ofTheAir(model));

export const endingsThatMayBe: Readonly<Record<Ending, (model: Model) => boolean>> = {
  // Boots that restart twice forget how their session ended.
  none: (model) => model.has('restart'),
  finished: never,
  stoppedByController: (model) => model.has('stop', 'disconnect', 'secondStops'),
  stoppedElsewhere: (model) => model.has('otherStops', 'secondStops') || stoppedInOtherTab(model),
  stoppedAsPair: (model) => oneOfAPair(model) || (model.pair && stoppedInOtherTab(model)),
  stoppedAtBoots: (model) => model.has('button'),
  ranDry: afterGap,
  alone: afterGap,
  wallTime: never,
  fault: ofTheAir,
  rebooted: (model) => model.has('restart'),
  pausedTooLong: never,
};

const goingOn: readonly Phase[] = ['preparing', 'running', 'pausing', 'paused', 'resuming'];

/** Whether the page may be in this phase. It may say that a session goes on only if the person wants one. */
export const phaseMayBe = (phase: Phase, model: Model): boolean => !goingOn.includes(phase) || model.isWanted;
