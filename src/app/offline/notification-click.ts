/** What the service worker does when the user clicks a notification of the page. */

export interface PageWindow {
  readonly url: string;
  focus(): Promise<unknown>;
}

export interface PageWindows<Shown extends PageWindow = PageWindow> {
  /** Resolves to the windows of the whole origin, the one used last first. */
  matchAll(of: { type: 'window'; includeUncontrolled: true }): Promise<readonly Shown[]>;
  openWindow(url: string): Promise<unknown>;
}

/** The windows and tabs that show the page. The origin may serve other pages too. @param scope address of the page's folder */
export async function windowsOfPage<Shown extends PageWindow>(
  windows: Pick<PageWindows<Shown>, 'matchAll'>,
  scope: string,
): Promise<readonly Shown[]> {
  const all = await windows.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(scope));
}

/** The data of a notification: the address of the window that shows it. */
interface ShownBy {
  readonly url: string;
}

export const shownBy = (url: string): ShownBy => ({ url });

const isShownBy = (data: unknown): data is ShownBy =>
  typeof data === 'object' && data !== null && 'url' in data && typeof data.url === 'string';

/**
 * Brings a window of the page to the front: the one that showed the notification, else the one used last. Opens one if the page is closed.
 * @param data of the notification
 */
export async function bringToFront(windows: PageWindows, scope: string, data: unknown): Promise<void> {
  const all = await windowsOfPage(windows, scope);
  const shown = isShownBy(data) ? all.find(({ url }) => url === data.url) : undefined;
  const wanted = shown ?? all[0];
  await (wanted ? wanted.focus() : windows.openWindow(scope));
}
