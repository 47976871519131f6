/** What can happen to a session, as commands that fast-check can draw, shrink and print. */

import fc from 'fast-check';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Radio } from '../../../src/simulator/bluetooth/radio.ts';
import type { PlantFault } from '../../../src/simulator/faults/plant-faults.ts';
import type { Happening, Model } from './may-be-said.ts';
import { type Real, ZONES } from './real.ts';

export type Command = fc.AsyncCommand<Model, Real>;

/** @param happening what the model records; null for nothing @param check whether the command can be run now */
const command = (
  name: string,
  happening: Happening | null,
  act: (real: Real) => void | Promise<void>,
  check: (model: Readonly<Model>) => boolean = () => true,
): Command => ({
  check,
  async run(model, real) {
    if (happening) model.note(happening);
    await act(real);
    real.look();
  },
  toString: () => name,
});

const press = (name: 'pause' | 'resume' | 'stop') => command(name, name, (real) => real.session[name]());

const start: Command = {
  check: () => true,
  async run(model, real) {
    real.session.start();
    await real.pages.pass(0);
    if (real.session.glance.phase === 'preparing') model.note('start');
  },
  toString: () => 'start',
};

const set = (intensity: number) =>
  command(`set ${intensity} mmHg`, 'set', (real) => real.session.setIntensity(mmhg(intensity)));
const wait = (seconds: number) => command(`wait ${seconds} s`, null, (real) => real.pass(seconds));

const links: Readonly<Record<string, (radio: Radio) => void>> = {
  lost: (radio) => {
    radio.faults.unreachable = true;
    radio.lose();
  },
  silent: ({ faults }) => {
    faults.silent = true;
  },
  slow: ({ faults }) => {
    faults.delay = milliseconds(400);
  },
  garbled: ({ faults }) => {
    faults.garbled = 3;
  },
  unanswered: ({ faults }) => {
    faults.unanswered = 1;
  },
  swallowed: ({ faults }) => {
    faults.swallowed = 1;
  },
  refusing: (radio) => radio.refuse('everything'),
};
const link = (side: Side, kind: string, lasting: number) =>
  command(`${side} link ${kind} for ${lasting} s`, 'link', (real) =>
    real.disturb(side, lasting, links[kind] ?? (() => undefined)),
  );

const airFaults = {
  leak: (zone: number): PlantFault => ({ kind: 'leak', zone, coefficient: 0.06 }),
  hoseOff: (zone: number): PlantFault => ({ kind: 'unpluggedZone', zone }),
  gaugeSilent: (zone: number): PlantFault => ({ kind: 'sensorDropout', zone }),
} as const;
/** Gives a zone a fault, unless some zone has one already: so the model knows which place a report must name. */
const strike = (side: Side, zone: number, kind: keyof typeof airFaults) =>
  command(
    `${kind} at ${side} ${zone}`,
    kind,
    (real) => {
      real.model.struck = { side, zone };
      real.boots(side).plant.inject(airFaults[kind](real.zoneOf(side, zone)));
    },
    ({ struck }) => struck === null,
  );

const button = (side: Side) =>
  command(`button of the ${side} boot`, 'button', (real) => real.boots(side).peripheral.pressButton());
const restart = (side: Side) =>
  command(`the ${side} boot restarts`, 'restart', (real) => real.boots(side).peripheral.reset());
const otherStops = (side: Side) =>
  command(`another phone stops the ${side} boot`, 'otherStops', (real) =>
    real.other(side).send({ op: 'stop' }),
  );

const reload = command('reload', 'reload', (real) => real.reload());
/** A computer with two tabs may sleep too, but then more happens at once than the model knows. */
const sleep = (seconds: number, clock: 'stands' | 'goesOn') =>
  command(
    `sleep for ${seconds} s, while the clock ${clock}`,
    'sleep',
    (real) => real.page.sleep(seconds, clock),
    ({ secondTab }) => !secondTab,
  );
const hide = (isHidden: boolean) =>
  command(isHidden ? 'hide the tab' : 'show the tab', null, (real) => real.page.hide(isHidden));
const openSecond = command(
  'open a second tab',
  'secondTab',
  (real) => real.openSecond(),
  ({ secondTab }) => !secondTab,
);
const closeSecond = command(
  'close the second tab',
  'secondCloses',
  (real) => real.closeSecond(),
  ({ secondTab }) => secondTab,
);
const secondStops = command(
  'Stop in the second tab',
  'secondStops',
  (real) => real.second?.session.stop(),
  ({ secondTab }) => secondTab,
);

const anySide = fc.constantFrom<Side>('left', 'right');

/** The commands to draw from. Some only let time pass, so that a run lasts. */
export const anyCommand: readonly fc.Arbitrary<Command>[] = [
  fc.constantFrom(1, 2, 4, 8).map(wait),
  fc.constantFrom(0.1, 0.4, 1.5, 3, 12).map(wait),
  fc.constantFrom(press('pause'), press('resume'), press('pause'), press('resume'), press('stop'), start),
  fc.constantFrom(25, 40, 60, 75).map(set),
  fc
    .tuple(anySide, fc.constantFrom(...Object.keys(links)), fc.constantFrom(0.3, 1, 4, 9, 20))
    .map(([side, kind, lasting]) => link(side, kind, lasting)),
  fc.oneof(
    fc
      .tuple(
        anySide,
        fc.nat(ZONES - 1),
        fc.constantFrom<keyof typeof airFaults>('leak', 'hoseOff', 'gaugeSilent'),
      )
      .map(([side, zone, kind]) => strike(side, zone, kind)),
    anySide.map(button),
    anySide.map(restart),
    anySide.map(otherStops),
  ),
  fc.oneof(
    fc.constant(reload),
    fc
      .tuple(fc.constantFrom(6, 40, 80), fc.constantFrom('stands' as const, 'goesOn' as const))
      .map((how) => sleep(...how)),
    fc.boolean().map(hide),
    fc.constantFrom(openSecond, closeSecond, secondStops),
  ),
];
