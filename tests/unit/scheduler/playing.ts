/** Drives the scheduler by hand: a test gives it one event after another, including what the boots report. */

import { instant, milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { type Program, type Settings, startingSettings } from '../../../src/program/program.ts';
import { planOf } from '../../../src/scheduler/begin.ts';
import type { CutOutcome, Order, SchedulerEvent, SchedulerNotice } from '../../../src/scheduler/event.ts';
import type { Plan, Stage } from '../../../src/scheduler/plan.ts';
import { schedule } from '../../../src/scheduler/schedule.ts';
import { inWords } from '../in-words.ts';
import { bootsOf } from '../program/boots.ts';
import { statusOf } from '../status.ts';

/** The default plan. The tests share it, because composing takes long and plans are never changed in place. */
let usual: Plan | undefined;

export function plan(over?: Partial<Omit<Settings, 'program'>>, boots?: BootsShape, program?: Program): Plan {
  if (over || boots || program) return composed(over, boots, program);
  usual ??= composed();
  return usual;
}

function composed(
  over: Partial<Omit<Settings, 'program'>> = {},
  boots: BootsShape = bootsOf(3),
  program: Program = postMarathon,
): Plan {
  const settings = { ...startingSettings(program), ...over };
  const begun = planOf(settings, boots, defaultFillModel(boots), statusOf(), instant(0));
  if (begun.kind === 'refused')
    throw new Error(
      inWords(begun.problems)
        .map(({ reason }) => reason)
        .join(),
    );
  return begun.plan;
}

const playing = (over: Partial<Status> = {}): Status =>
  statusOf({ therapy: 'running', operation: 'playing', cycles: 1, held: 100, free: 412, ...over });

export class Playing {
  now = 0;
  orders: readonly Order[] = [];
  notices: readonly SchedulerNotice[] = [];

  constructor(public plan: Plan) {}

  tell(event: SchedulerEvent): this {
    const { plan, orders, notices } = schedule(this.plan, event, instant(this.now));
    this.plan = plan;
    this.orders = orders;
    this.notices = notices;
    return this;
  }
  after(ms: number): this {
    this.now += ms;
    return this;
  }
  begin(): this {
    return this.tell({ kind: 'begin', status: statusOf({ operation: 'ready' }) });
  }
  /** Tells the scheduler that boots which play have reported. @param pressures measured in each zone; null = unknown */
  hear(over: Partial<Status> = {}, pressures: readonly (number | null)[] = []): this {
    return this.tell({ kind: 'report', status: playing(over), pressures, stage: 'playing' });
  }
  hold(over: Partial<Status> = {}): this {
    const status = playing({ therapy: 'paused', operation: 'venting', ...over });
    return this.tell({ kind: 'report', status, pressures: [], stage: 'held' });
  }
  stage(stage: Stage): this {
    return this.tell({ kind: 'stage', stage });
  }
  want(change: Partial<Settings>): this {
    return this.tell({ kind: 'want', settings: { ...this.plan.wanted, ...change } });
  }
  played(outcome: CutOutcome): this {
    return this.tell({ kind: 'cutOutcome', outcome });
  }
  /** Playhead time at which cycle `index` begins, ms. */
  start(index: number): number {
    const cycle = this.plan.script.cycles[index];
    if (!cycle) throw new Error(`there is no cycle ${index}`);
    return cycle.start;
  }

  get kinds(): readonly Order['kind'][] {
    return this.orders.map(({ kind }) => kind);
  }
  get cut(): Extract<Order, { kind: 'cut' }> {
    const cut = this.orders.find((order) => order.kind === 'cut');
    if (cut?.kind !== 'cut') throw new Error('nothing was cut');
    return cut;
  }
  /** The highest target, mmHg, of the keyframes that the last event made the scheduler send. */
  get highest(): number {
    return Math.max(
      ...this.cut.keyframes.flatMap(({ targets }) => targets.filter((target) => typeof target === 'number')),
    );
  }
}

/** A plan that has played one second of its first cycle. */
export const running = (over?: Plan): Playing =>
  new Playing(over ?? plan()).begin().hear({ playhead: milliseconds(1000) });

export const at = (ms: number, over: Partial<Status> = {}): Partial<Status> => ({
  playhead: milliseconds(ms),
  wall: seconds(Math.round(ms / 1000)),
  ...over,
});

export const intensity = (value: number) => ({ intensity: mmhg(value) });
