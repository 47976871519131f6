/**
 * A session: runs the state machine, carries out its effects, and publishes the view. Begin here; state.ts says what a session knows,
 * and reduce.ts what happens at each event.
 */

import { BehaviorSubject, map, type Observable, Subject, scan, tap } from 'rxjs';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { SessionRecord } from '../boots/records/session-record.ts';
import { inTurn, latestInTurn } from '../clock/in-turn.ts';
import { bluetoothEvents } from './effects/bluetooth-events.ts';
import { EffectRunner } from './effects/effect-runner.ts';
import type { WorldEvent } from './event.ts';
import { type IntentEvent, type Intents, intentsTo } from './intents.ts';
import { type Glance, glanceAt } from './reading/glance.ts';
import { project } from './reading/project.ts';
import { safely } from './reduce.ts';
import type { SessionOptions } from './session-options.ts';
import { initialState, type SessionState } from './state.ts';
import { type Step, step } from './step.ts';
import type { SessionView } from './view.ts';

export interface Session extends Intents {
  readonly view: Observable<SessionView>;
  readonly states: Observable<SessionState> & { readonly value: SessionState };
  /** A flat summary of the state. Each read gives the state of that moment. */
  readonly glance: Glance;
  readonly telemetry: Observable<Telemetry>;
  /** The connected boots' session records; null without boots, or if asking them failed. Do not call this during a session. */
  records(): Promise<readonly SessionRecord[] | null>;
}

/**
 * Handles events one at a time, in the order in which they come, and begins an event's effects before it handles the next. If the
 * reducer throws, the event is dropped, connected boots are stopped, and later events are handled as usual.
 */
export function createSession(options: SessionOptions): Session {
  const { clock } = options;
  const events = new Subject<IntentEvent | WorldEvent>();
  const dispatch = (event: IntentEvent | WorldEvent): void => events.next(event);
  const states = new BehaviorSubject<SessionState>(initialState);
  const runner = new EffectRunner(options, dispatch, () => states.value);
  events
    .pipe(
      inTurn(),
      scan((before: Step, event) => safely(before.state, event, clock.now()), step(initialState)),
      tap(({ state, effects }) => runner.run(effects, state)),
      map(({ state }) => state),
      // Publishes once all events of the same instant are handled, so that a status and the scheduler's answer to it appear together.
      latestInTurn(),
    )
    .subscribe(states);
  bluetoothEvents(options, states).subscribe(dispatch);
  options.memory?.lost?.subscribe(() => {
    runner.disown();
    dispatch({ kind: 'disowned' });
  });
  options.woke?.subscribe(() => dispatch({ kind: 'woke' }));
  return {
    ...intentsTo(dispatch),
    view: states.pipe(map(project)),
    states,
    glance: glanceAt(() => states.value),
    telemetry: runner.telemetry,
    records: () => runner.records(),
  };
}
