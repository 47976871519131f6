/** A pair's link state: that of the worse link. */

import { combineLatest, distinctUntilChanged, map, type Observable } from 'rxjs';
import type { LinkState } from '../../../gatt/link.ts';

const worse: readonly LinkState[] = ['disconnected', 'forbidden', 'reconnecting', 'connecting', 'connected'];

export const mergedLink = (
  left: Observable<LinkState>,
  right: Observable<LinkState>,
): Observable<LinkState> =>
  combineLatest([left, right]).pipe(
    map((both) => worse.find((state) => both.includes(state)) ?? 'disconnected'),
    distinctUntilChanged(),
  );
