import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { Desk, type DeskPorts } from '../../../../src/app/desk/desk.ts';
import { deskValue } from '../../../../src/app/desk/desk-value.ts';
import { iconLook } from '../../../../src/app/desk/favicon.ts';
import type { SessionView } from '../../../../src/session/view.ts';
import { openStore } from '../../../../src/store/store.ts';
import type { DeskView } from '../../../../src/ui/settings/desk.ts';
import { words } from '../../../../src/words/in-use.ts';
import { bootsView, progress, sessionView } from '../../session-view.ts';
import { device } from '../../store/tabs.ts';

const kept = async () =>
  (await openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0)).value(deskValue);

/**
 * A desk in a fake browser. `done` and `icons` list what the desk made the browser do since the last call. @param grants the user's answer
 * when asked to permit notifications
 */
function bench(
  permission: NotificationPermission | 'none' = 'default',
  grants: NotificationPermission = 'granted',
  stored = kept,
) {
  const done: string[] = [];
  const shown: DeskView[] = [];
  let now = permission;
  let hidden = true;
  let close = (): void => undefined;
  const ports: DeskPorts = {
    notifications: {
      permission: () => now,
      ask: async () => {
        done.push('ask');
        now = grants;
        return grants;
      },
      show: ({ title }) => done.push(`notify ${title}`),
    },
    chime: { open: () => done.push('sound'), play: () => done.push('chime') },
    mini: {
      possible: true,
      open: async (_view, closed) => {
        close = closed;
        return true;
      },
      show: ({ phase }) => done.push(`mini ${phase}`),
    },
    icon: (address) => done.push(`icon ${address}`),
    hidden: () => hidden,
  };
  const desk = new Desk(ports, stored, null, (view) => shown.push(view));
  return {
    desk,
    done: () => done.splice(0).filter((what) => !what.startsWith('icon')),
    icons: () => done.splice(0).filter((what) => what.startsWith('icon')),
    offered: () => shown.at(-1),
    comeBack: () => {
      hidden = false;
    },
    closeMini: () => close(),
    permit: (permission: NotificationPermission) => {
      now = permission;
    },
  };
}

const running: SessionView = sessionView({
  phase: 'running',
  link: 'connected',
  boots: bootsView(),
  progress: progress(),
});
const over: SessionView = { ...running, phase: 'ended', ended: 'finished' };
const leak: SessionView = {
  ...running,
  notice: { kind: 'warning', fault: 'leak', side: 'left', part: 'calf' },
};

describe('the page while the user does something else', () => {
  it('keeps both switches, also if one is switched before storage has been read', async () => {
    const here = device();
    const value = here.tab().value(deskValue);
    await value.put({ notify: true, chime: false });
    const { desk, offered } = bench('granted', 'granted', async () => here.tab().value(deskValue));
    desk.setChime(true);
    await expect.poll(offered).toMatchObject({ notify: 'on', chime: true });
    await expect.poll(() => value.get()).toMatchObject({ row: { notify: true, chime: true } });
    expect(offered()).toMatchObject({ chime: true });
  });

  it('notifies the user once of each fault and of the end, if permitted, and only while it is hidden', async () => {
    const { desk, done, offered, comeBack } = bench();
    desk.onView(running);
    desk.onView(over);
    expect(done()).toEqual([]);
    await desk.setNotify(true);
    expect(done()).toEqual(['ask']);
    expect(offered()?.notify).toBe('on');
    for (const view of [running, leak, { ...leak }, running, over, { ...over }]) desk.onView(view);
    expect(done()).toEqual([
      `notify ${words.notice({ kind: 'warning', fault: 'leak', side: 'left', part: 'calf' }, running.boots).title}`,
      `notify ${words.endings.finished.title}`,
    ]);
    comeBack();
    for (const view of [running, leak, over]) desk.onView(view);
    expect(done()).toEqual([]);
  });

  it('keeps notifications off and says why if the browser refuses them', async () => {
    const { desk, done, offered } = bench('default', 'denied');
    await desk.setNotify(true);
    expect(offered()?.notify).toBe('denied');
    desk.onView(running);
    desk.onView(over);
    expect(done()).toEqual(['ask']);
    expect(bench('none').offered()?.notify).toBe('none');
  });

  it('offers notifications again once the user has allowed them in the browser’s settings', () => {
    const { desk, offered, permit } = bench('denied');
    desk.onView(running);
    expect(offered()?.notify).toBe('denied');
    permit('granted');
    desk.onView(running);
    expect(offered()?.notify).toBe('off');
  });

  it('does not notify the user of clamped values, nor of a session that was over at the first view', async () => {
    const { desk, done } = bench('granted');
    await desk.setNotify(true);
    desk.onView(over);
    desk.onView(running);
    desk.onView({ ...running, notice: { kind: 'clamped', problem: { kind: 'nothingLeftOn' } } });
    expect(done()).toEqual([]);
  });

  it('chimes at the end of a session if the chime is on, and once when the user switches it on', () => {
    const { desk, done } = bench();
    desk.onStart();
    desk.onView(running);
    desk.onView(over);
    expect(done()).toEqual([]);
    desk.setChime(true);
    expect(done()).toEqual(['sound', 'chime']);
    desk.onStart();
    desk.onView(running);
    desk.onView(leak);
    desk.onView(over);
    expect(done()).toEqual(['sound', 'chime']);
  });

  it('shows each view in the mini window while that is open', async () => {
    const { desk, done, offered, closeMini } = bench();
    desk.onView(running);
    await desk.openMini();
    expect(offered()?.mini).toBe('open');
    desk.onView(over);
    expect(done()).toEqual(['mini ended']);
    closeMini();
    desk.onView(running);
    expect(done()).toEqual([]);
    expect(offered()?.mini).toBe('closed');
  });
});

describe('the icon', () => {
  it('shows the minutes left, rounded up, and changes fewer than 60 times in 30 minutes', () => {
    expect(iconLook(progress({ promised: seconds(1800), left: seconds(1741) }))).toEqual({
      minutes: '30',
      share: 23 / 24,
    });
    const looks = Array.from({ length: 1800 }, (_, at) =>
      JSON.stringify(iconLook(progress({ promised: seconds(1800), left: seconds(1800 - at) }))),
    );
    expect(new Set(looks).size).toBeLessThan(60);
  });

  it('is the page’s ordinary icon again after the session', () => {
    const { desk, icons } = bench();
    desk.onView(running);
    desk.onView(running);
    desk.onView(over);
    expect(icons()).toEqual(['icon null', 'icon null']);
  });
});
