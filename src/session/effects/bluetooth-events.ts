/** Asks whether the browser's Bluetooth still answers, for as long as a link is being made, or it has last been silent. */

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
