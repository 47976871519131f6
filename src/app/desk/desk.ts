/**
 * The desk: shows a session to a user who works in another window. It shows the time left in the page's icon and in a small window, sends
 * notifications, and plays a chime at the end.
 */

import { isActive, type SessionView } from '../../session/view.ts';
import { changeValue } from '../../store/change-value.ts';
import type { Value } from '../../store/table.ts';
import { underWay } from '../../ui/page/screen.ts';
import { type DeskView, noDesk } from '../../ui/settings/desk.ts';
import { drawIcon, type IconLook, iconLook } from './favicon.ts';
import type { News } from './news.ts';
import { newsIn } from './news.ts';

interface DeskSettings {
  readonly notify: boolean;
  readonly chime: boolean;
}

const allOff: DeskSettings = { notify: false, chime: false };

export interface DeskPorts {
  readonly notifications: {
    permission(): NotificationPermission | 'none';
    /** Call inside a click. */
    ask(): Promise<NotificationPermission>;
    show(news: News): void;
  };
  readonly chime: { open(): void; play(): void };
  readonly mini: {
    readonly possible: boolean;
    /** Call inside a click. `closed` is called once the window has been closed. @returns whether the window opened */
    open(view: SessionView, closed: () => void): Promise<boolean>;
    show(view: SessionView): void;
  };
  /** Null restores the page's original icon. */
  icon(address: string | null): void;
  hidden(): boolean;
}

export class Desk {
  readonly #ports: DeskPorts;
  readonly #kept: () => Promise<Value<DeskSettings>>;
  readonly #changed: (view: DeskView) => void;
  readonly #canvas: HTMLCanvasElement | null;
  #on: DeskSettings = allOff;
  /** What the user has switched on or off on this page, which overrides the stored settings. */
  #switched: Partial<DeskSettings> = {};
  #mini: DeskView['mini'];
  #last: SessionView | null = null;
  #icon = '';
  /** The permission that the desk's view shows. The user can change it in the browser's settings at any time. */
  #permission: NotificationPermission | 'none' = 'none';

  /**
   * @param canvas to draw the icon on; null = draw none @param changed called with the desk's view at once, and whenever it may have
   * changed
   */
  constructor(
    ports: DeskPorts,
    kept: () => Promise<Value<DeskSettings>>,
    canvas: HTMLCanvasElement | null,
    changed: (view: DeskView) => void,
  ) {
    this.#ports = ports;
    this.#kept = kept;
    this.#canvas = canvas;
    this.#changed = changed;
    this.#mini = ports.mini.possible ? 'closed' : noDesk.mini;
    kept()
      .then((value) => value.get())
      .then(
        (found) => {
          if (found.kind === 'found') this.#on = { ...found.row, ...this.#switched };
          this.#tell();
        },
        () => undefined,
      );
    this.#tell();
  }

  onView(view: SessionView): void {
    const before = this.#last;
    this.#last = view;
    this.#showIcon(view);
    if (this.#mini === 'open') this.#ports.mini.show(view);
    if (this.#ports.notifications.permission() !== this.#permission) this.#tell();
    const news = before && newsIn(before, view);
    if (!news) return;
    if (news.kind === 'ended' && this.#on.chime) this.#ports.chime.play();
    if (this.#on.notify && this.#ports.hidden()) this.#ports.notifications.show(news);
  }

  async openMini(): Promise<void> {
    const view = this.#last;
    if (!view || this.#mini !== 'closed') return;
    const closed = (): void => {
      this.#mini = 'closed';
      this.#tell();
    };
    if (!(await this.#ports.mini.open(view, closed))) return;
    this.#mini = 'open';
    this.#tell();
  }

  /** Call inside a click, because browsers ask the user for permission only then. */
  async setNotify(notify: boolean): Promise<void> {
    const { notifications } = this.#ports;
    const may =
      notify && notifications.permission() === 'default'
        ? await notifications.ask()
        : notifications.permission();
    this.#switch({ notify: notify && may === 'granted' });
  }

  /** Call inside a click. Switching the chime on plays it once, so that the user hears how loud it is. */
  setChime(chime: boolean): void {
    if (chime) {
      this.#ports.chime.open();
      this.#ports.chime.play();
    }
    this.#switch({ chime });
  }

  /** Call inside the click that starts a session, because browsers allow no sound before a click. */
  onStart(): void {
    if (this.#on.chime) this.#ports.chime.open();
  }

  #switch(switched: Partial<DeskSettings>): void {
    this.#switched = { ...this.#switched, ...switched };
    this.#on = { ...this.#on, ...switched };
    this.#tell();
    this.#kept()
      .then((value) => changeValue(value, (stored) => ({ ...(stored ?? allOff), ...switched })))
      .catch(() => undefined);
  }

  #tell(): void {
    const permission = this.#ports.notifications.permission();
    this.#permission = permission;
    const notify =
      permission === 'none' || permission === 'denied'
        ? permission
        : this.#on.notify && permission === 'granted'
          ? 'on'
          : 'off';
    this.#changed({ mini: this.#mini, notify, chime: this.#on.chime });
  }

  #showIcon(view: SessionView): void {
    const look: IconLook | null =
      underWay(view) && isActive(view.phase) && view.progress ? iconLook(view.progress) : null;
    const key = look ? `${look.minutes} ${look.share}` : '';
    if (key === this.#icon) return;
    this.#icon = key;
    this.#ports.icon(look && this.#canvas ? drawIcon(look, this.#canvas) : null);
  }
}
