/** Pictures of the notices. A new kind of notice does not compile until it has a list of pictures here. */

import type { Notice, SessionView } from '../../../../src/session/view.ts';
import type { Picture } from '../picture.ts';
import { noticesInSessions } from './in-sessions.ts';
import { noticesOnConnecting } from './on-connecting.ts';

type Kind = Notice['kind'];

/** The picture's name, the notice, and the view in which it is shown. */
type Shown<K extends Kind> = readonly [string, Extract<Notice, { readonly kind: K }>, SessionView];

export type ShownNotices<Kinds extends Kind> = { readonly [K in Kinds]: readonly Shown<K>[] };

const all: ShownNotices<Kind> = { ...noticesOnConnecting, ...noticesInSessions };

export const picturedNotices: Readonly<Record<string, Picture>> = Object.fromEntries(
  Object.values(all)
    .flat()
    .map(([name, notice, view]) => [name, { view: { ...view, notice } }]),
);
