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

/** Brings the page's window to the front, or opens one if the page is closed. */
export async function bringToFront(windows: PageWindows, scope: string): Promise<void> {
  const [used] = await windowsOfPage(windows, scope);
  await (used ? used.focus() : windows.openWindow(scope));
}
