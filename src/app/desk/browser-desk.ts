/**
 * What the desk (desk.ts: shows a session to a user who works in another window) needs of the browser: notifications, sound, a small
 * window, the icon.
 */

import type { Tone } from '../../guide/signals/tones.ts';
import type { SessionView } from '../../session/view.ts';
import '../../ui/register-desk.ts';
import type { AnyIntentEvent } from '../../ui/events.ts';
import { pageSound } from '../guides/sound.ts';
import { showNotification } from '../show-notification.ts';
import type { DeskPorts } from './desk.ts';

/** lib.dom lacks this interface: https://wicg.github.io/document-picture-in-picture/. */
interface DocumentPictureInPicture {
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

declare global {
  interface Window {
    readonly documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** Size of the small window, px. */
const MINI_SIZE = { width: 340, height: 230 };

/** The notes C5, E5 and G5, with times in s. */
const CHIME: readonly Tone[] = [
  { at: 0, hertz: 523.25, length: 0.5, gain: 0.3 },
  { at: 0.25, hertz: 659.25, length: 0.5, gain: 0.3 },
  { at: 0.5, hertz: 783.99, length: 1.1, gain: 0.3 },
];

const notifications: DeskPorts['notifications'] = {
  permission: () => ('Notification' in window ? Notification.permission : 'none'),
  ask: () => Notification.requestPermission(),
  show: ({ kind, title, body }) => {
    showNotification({ title, body, tag: `heartward-${kind}` }).catch(() => undefined);
  },
};

/** How the page looks, its language and its keys (settings/looks.ts, settings/language.ts, settings/single-keys.ts). */
const LOOKS = ['lang', 'data-theme', 'data-contrast', 'data-motion', 'data-keys'];

/** Gives `copy` the looks, the language and the keys of the page. */
function copyLooks(copy: HTMLElement): void {
  for (const name of LOOKS) copy.setAttribute(name, document.documentElement.getAttribute(name) ?? '');
}

/** @param take called with the intents (requests of the user) in the small window, whose events do not bubble into the page */
function miniWindow(take: (event: AnyIntentEvent) => void): DeskPorts['mini'] {
  const mini = document.createElement('heartward-mini');
  mini.role = 'main';
  let opened: Window | null = null;
  mini.addEventListener('heartward-intent', take);
  return {
    possible: window.documentPictureInPicture !== undefined,
    open: async (view: SessionView, closed) => {
      try {
        opened = (await window.documentPictureInPicture?.requestWindow(MINI_SIZE)) ?? null;
      } catch {
        return false;
      }
      if (!opened) return false;
      for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
        const link = opened.document.createElement('link');
        link.rel = 'stylesheet';
        link.href = sheet.href;
        opened.document.head.append(link);
      }
      const { documentElement, body } = opened.document;
      copyLooks(documentElement);
      const looks = new MutationObserver(() => {
        copyLooks(documentElement);
        mini.requestUpdate();
      });
      looks.observe(document.documentElement, { attributeFilter: LOOKS });
      opened.document.title = document.title;
      mini.view = view;
      body.append(mini);
      opened.addEventListener('pagehide', () => {
        opened = null;
        looks.disconnect();
        closed();
      });
      return true;
    },
    show: (view) => {
      mini.view = view;
      if (opened) opened.document.title = document.title;
    },
  };
}

function chime(): DeskPorts['chime'] {
  const sound = pageSound();
  return { open: () => sound?.open(), play: () => sound?.play(CHIME) };
}

export function browserDesk(take: (event: AnyIntentEvent) => void): DeskPorts {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  const own = { href: link?.href ?? '', type: link?.type ?? '' };
  return {
    notifications,
    chime: chime(),
    mini: miniWindow(take),
    icon: (address) => {
      if (!link) return;
      link.type = address === null ? own.type : 'image/png';
      link.href = address ?? own.href;
    },
    hidden: () => document.visibilityState === 'hidden',
  };
}
