/** Turns what opened boots report into events, the first of which has their current status. Adds the ticks of the session's clock. */

import { concat, concatMap, filter, map, merge, type Observable, of, skip } from 'rxjs';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { WorldEvent } from '../event.ts';
import { hasBoots, type SessionState } from '../state.ts';
import type { OpenedBoots } from './boots-opening.ts';
import { FitCheck } from './fit-check.ts';
import { PressureGuard } from './pressure-guard.ts';

export function bootsEvents(
  { boots, simulated, notAdded, remembered }: OpenedBoots,
  ticks: Observable<unknown>,
  state: () => SessionState,
): Observable<WorldEvent> {
  const { names, feature, pair, status } = boots;
  const guard = new PressureGuard();
  const fit = new FitCheck(boots.peripherals.map((each) => each.feature));
  const measured = (telemetry: Telemetry): readonly WorldEvent[] => {
    const now = state();
    const broken = hasBoots(now) ? guard.feed(now, telemetry, boots.spans) : null;
    const event: WorldEvent = { kind: 'telemetry', telemetry };
    return broken ? [event, { kind: 'limitBroken', broken }] : [event];
  };
  const misfits = (index: number, packet: Telemetry): readonly WorldEvent[] => {
    const now = state();
    const findings = hasBoots(now) ? fit.take(now, index, packet) : [];
    return findings.length > 0 ? [{ kind: 'misfit', findings }] : [];
  };
  const opened: WorldEvent[] = [
    { kind: 'opened', names, simulated, feature, pair, status: status.value, remembered },
  ];
  if (notAdded !== null) opened.push({ kind: 'notAdded', why: notAdded });
  return concat(
    of(...opened),
    merge(
      status.pipe(
        skip(1),
        map((status): WorldEvent => ({ kind: 'status', status })),
      ),
      boots.telemetry.pipe(concatMap(measured)),
      ...boots.peripherals.map(({ telemetry }, index) =>
        telemetry.pipe(concatMap((packet) => misfits(index, packet))),
      ),
      boots.garbled.pipe(map((cause): WorldEvent => ({ kind: 'garbled', cause }))),
      boots.unstopped.pipe(map((sides): WorldEvent => ({ kind: 'unstopped', sides }))),
      boots.standingStill.pipe(map((sides): WorldEvent => ({ kind: 'standingStill', sides }))),
      boots.linkState.pipe(
        filter((state) => state !== 'disconnected' && state !== 'connecting'),
        map((state): WorldEvent => ({ kind: 'link', state })),
      ),
      ticks.pipe(map((): WorldEvent => ({ kind: 'tick' }))),
    ),
  );
}
