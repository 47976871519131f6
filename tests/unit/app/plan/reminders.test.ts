import { expect, it } from 'vitest';
import { remindersValue } from '../../../../src/app/device-storage/settings.ts';
import { type NotificationPort, Reminders } from '../../../../src/app/plan/reminders.ts';
import { planFor } from '../../../../src/plan/plan.ts';
import { standingAt } from '../../../../src/plan/standing.ts';
import { at, requestFor } from '../../plan/request-for.ts';
import { device } from '../../store/tabs.ts';

/** @param kept where the device stores whether reminders are on */
function browser(
  answer: 'granted' | 'denied',
  { isPossible = true, allowed = false, kept = device().tab().value(remindersValue) } = {},
) {
  const shown: string[] = [];
  const notifying: NotificationPort = {
    isPossible,
    get isAllowed() {
      return allowed;
    },
    ask: async () => {
      allowed = answer === 'granted';
      return answer;
    },
    show: (_, tag) => void shown.push(tag),
  };
  return { reminders: new Reminders(notifying, kept, ({ id }) => id), shown, kept };
}

const asked = requestFor('marathon', { person: { owns: [] } });
const current = (time: string, done: readonly string[] = []) => {
  const reports = done.map((step) => ({ kind: 'done', at: at(time), step }) as const);
  const plan = planFor({ ...asked, reports }, at(time));
  return { plan, standing: standingAt(plan, at(time)), now: at(time), leftOut: [] };
};

it('the page reminds of a step once, when its time comes, and of none that is done', async () => {
  const { reminders, shown } = browser('granted');
  await reminders.set(true, at('2026-11-30T08:00'));
  expect(reminders.view).toBe('on');
  reminders.checkTime(current('2026-11-30T08:29'));
  expect(shown).toEqual([]);
  reminders.checkTime(current('2026-11-30T08:30'));
  reminders.checkTime(current('2026-11-30T08:31'));
  expect(shown).toEqual(['day1-walk']);
  reminders.checkTime(current('2026-11-30T08:56', ['day1-mobility']));
  expect(shown).toEqual(['day1-walk']);
  await reminders.set(false, at('2026-11-30T20:00'));
  reminders.checkTime(current('2026-11-30T21:31'));
  expect(shown).toHaveLength(1);
});

it('after the device slept, the page reminds of the last step only', async () => {
  const { reminders, shown } = browser('granted');
  await reminders.set(true, at('2026-11-30T06:00'));
  reminders.checkTime(current('2026-11-30T08:56'));
  expect(shown).toHaveLength(1);
});

it('the view says if the browser denies notifications or has none', async () => {
  const { reminders, shown } = browser('denied');
  await reminders.set(true, at('2026-11-30T06:00'));
  expect(reminders.view).toBe('denied');
  reminders.checkTime(current('2026-11-30T08:30'));
  expect(shown).toEqual([]);
  await reminders.set(false, null);
  expect(reminders.view).toBe('off');
  expect(browser('granted', { isPossible: false }).reminders.view).toBe('impossible');
});

it('reminders stay on or off at the next visit, as long as the browser allows notifications', async () => {
  const { reminders, kept } = browser('granted');
  const next = async (allowed = true) => {
    const { reminders: later } = browser('granted', { allowed, kept });
    await later.restore();
    return later.view;
  };
  expect(await next()).toBe('off');
  await reminders.set(true, null);
  expect(await next()).toBe('on');
  expect(await next(false)).toBe('off');
  await reminders.set(false, null);
  expect(await next()).toBe('off');
});

it('what the user sets while the page still reads the stored setting stays', async () => {
  const { reminders, kept } = browser('granted');
  await kept.put(true);
  const restoring = reminders.restore();
  await reminders.set(false, null);
  await restoring;
  expect(reminders.view).toBe('off');
});

it('the page reminds of each hourly walk of a desk day that is not done', async () => {
  const { reminders, shown } = browser('granted');
  const reports = [{ kind: 'done', at: at('2026-11-30T11:30'), step: 'day0-walk-hourly-third' } as const];
  const desk = requestFor('desk', { event: { at: at('2026-11-30T09:00') }, reports });
  const look = (time: string): void => {
    const plan = planFor(desk, at(time));
    reminders.checkTime({ plan, standing: standingAt(plan, at(time)), now: at(time), leftOut: [] });
  };
  await reminders.set(true, at('2026-11-30T09:59'));
  for (const time of ['10:00', '10:01', '11:00', '11:01', '12:00']) look(`2026-11-30T${time}`);
  expect(shown).toEqual(['day0-walk-hourly-first', 'day0-walk-hourly-second']);
  look('2026-11-30T17:00');
  expect(shown.at(-1)).toBe('day0-walk-hourly-eighth');
});
