/** How a pair is linked: connected when both are, and only as well as the worse of them. */

import { combineLatest, distinctUntilChanged, map, type Observable } from 'rxjs';
import type { LinkState } from '../../../gatt/link.ts';

const worse: readonly LinkState[] = ['disconnected', 'reconnecting', 'connecting', 'connected'];

export const mergedLink = (
  left: Observable<LinkState>,
  right: Observable<LinkState>,
): Observable<LinkState> =>
  combineLatest([left, right]).pipe(
    map((both) => worse.find((state) => both.includes(state)) ?? 'disconnected'),
    distinctUntilChanged(),
  );
