/**
 * Asks whether the browser's Bluetooth still answers: while boots are being chosen or connected, while a lost link reconnects, and for
 * as long as Bluetooth is silent.
 */

import { distinctUntilChanged, EMPTY, map, type Observable, switchMap } from 'rxjs';
import type { WorldEvent } from '../event.ts';
import type { SessionOptions } from '../session-options.ts';
import type { SessionState } from '../state.ts';

const isToAsk = ({ link, bluetooth }: SessionState): boolean =>
  bluetooth === 'silent' || (link.kind !== 'none' && link.kind !== 'connected');

export const bluetoothEvents = (
  { bluetooth = EMPTY }: Pick<SessionOptions, 'bluetooth'>,
  states: Observable<SessionState>,
): Observable<WorldEvent> =>
  states.pipe(
    map(isToAsk),
    distinctUntilChanged(),
    switchMap((asks) => (asks ? bluetooth : EMPTY)),
    map((state): WorldEvent => ({ kind: 'bluetooth', state })),
  );
