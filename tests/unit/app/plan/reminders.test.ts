import { expect, it } from 'vitest';
import { type NotificationPort, Reminders } from '../../../../src/app/plan/reminders.ts';
import { planFor } from '../../../../src/plan/plan.ts';
import { standingAt } from '../../../../src/plan/standing.ts';
import { at, requestFor } from '../../plan/request-for.ts';

function browser(answer: 'granted' | 'denied', isPossible = true) {
  const shown: string[] = [];
  let allowed = false;
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
  return { reminders: new Reminders(notifying, ({ id }) => id), shown };
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
  expect(browser('granted', false).reminders.view).toBe('impossible');
});
