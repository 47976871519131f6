import { beforeEach, describe, expect, it } from 'vitest';
import { instant, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { codes } from '../../../../src/app/codes/codes.ts';
import { Exchange } from '../../../../src/app/plan/exchange.ts';
import { PlanOfPage } from '../../../../src/app/plan/plan-of-page.ts';
import type { Clock } from '../../../../src/clock/clock.ts';
import { planText } from '../../../../src/plan/document.ts';
import { planLink } from '../../../../src/plan/link.ts';
import { type Moment, momentOf, type TimeZone } from '../../../../src/plan/time/wall-clock.ts';
import { planWords } from '../../../../src/words/plan/plan-in-use.ts';
import { at, requestFor } from '../../plan/request-for.ts';

const zone = 'Europe/Berlin' as TimeZone;
const today = (): Moment => momentOf(at('2026-11-29T17:00'), zone);
const page = 'https://example.org/';
const trail = requestFor('trail');

let saved: (readonly [file: string, text: string, type: string | undefined])[];
let shown: string[];
let gives: 'given' | 'copied' | 'impossible';
let plan: PlanOfPage;
let exchange: Exchange;
/** Each piece of an activity takes 150 ms on this clock. */
let clock: Pick<Clock, 'now' | 'after'>;

beforeEach(() => {
  let now = 0;
  clock = {
    now: () => instant(now),
    after: (_, work) => {
      const timer = setTimeout(() => {
        now += 150;
        work();
      }, 0);
      return () => clearTimeout(timer);
    },
  };
  saved = [];
  shown = [];
  gives = 'copied';
  plan = new PlanOfPage(
    {
      keep: async () => 'kept',
      zone,
      today,
      hasGuides: () => false,
      reportsBefore: () => [],
      answers: () => [],
      reminders: () => 'off',
      stopBoots: () => undefined,
    },
    { request: requestFor('marathon', { person: { highest: mmhg(60) } }), person: trail.person },
  );
  exchange = new Exchange({
    plan,
    sharing: {
      download: (file, text, type) => void saved.push([file, text, type]),
      share: async () => gives,
    },
    page,
    words: planWords,
    codes: async () => codes,
    // Instead of reading an image file, draws the QR code of the file's text, four pixels a square.
    pictureIn: async (file) => {
      const rows = codes.code(await file.text());
      if (rows === null) return null;
      const scale = 4;
      const side = rows.length * scale;
      const data = new Uint8ClampedArray(side * side * 4).fill(255);
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) {
          const dark = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] ?? false;
          if (dark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
        }
      }
      return { width: side, height: side, data };
    },
    today,
    clock,
    show: (what) => void shown.push(what),
  });
});

const outcome = () => plan.view.value.outcome;
const kind = () => plan.request?.event.kind;

describe('sharing a plan', () => {
  it('downloads a calendar with an alarm at each step still to do', () => {
    exchange.downloadCalendar();
    const [[file, text, type] = []] = saved;
    expect([file, type]).toEqual(['heartward-marathon-2026-11-29.ics', 'text/calendar']);
    expect(text?.match(/BEGIN:VEVENT/g)?.length).toBe(text?.match(/BEGIN:VALARM/g)?.length);
    expect(outcome()).toEqual({ kind: 'saved', file });
  });

  it('downloads a file that can be imported as the same plan', async () => {
    exchange.download();
    const [[file = '', text = ''] = []] = saved;
    plan.remove();
    await exchange.importFiles([new File([text], file, { type: 'application/json' })]);
    expect(kind()).toBe('marathon');
  });

  it('copies a link, or shows it to be copied by hand', async () => {
    await exchange.share();
    expect(outcome()).toEqual({ kind: 'copied' });
    gives = 'impossible';
    await exchange.share();
    expect(outcome()).toMatchObject({ kind: 'link', link: expect.stringContaining(`${page}#plan=`) });
  });

  it('shows a QR code, or says that the plan is too large for one', async () => {
    await exchange.showCode();
    expect(outcome()).toMatchObject({ kind: 'code' });
    for (let report = 0; report < 80; report++) plan.report({ kind: 'soreness', soreness: 5 });
    await exchange.showCode();
    expect(outcome()).toEqual({ kind: 'codeTooLarge' });
  });
});

describe('importing', () => {
  it('replaces the current plan, which can be restored', async () => {
    exchange.importText(planText(trail));
    expect([kind(), outcome(), shown]).toEqual(['trail', { kind: 'taken', lowered: null }, ['plan']]);
    plan.restore();
    expect(kind()).toBe('marathon');
    exchange.importText(` ${planLink(trail, page)}\n`);
    expect(kind()).toBe('trail');
  });

  it('reads a picture of a QR code', async () => {
    await exchange.importFiles([new File([planLink(trail, page)], 'code.png', { type: 'image/png' })]);
    expect(kind()).toBe('trail');
    const reading = exchange.importFiles([new File(['hello'], 'other.png', { type: 'image/png' })]);
    expect(outcome()).toBeNull();
    await reading;
    expect(outcome()).toMatchObject({ kind: 'refused', what: 'other.png' });
    await exchange.importFiles([new File(['x'.repeat(4000)], 'cat.png', { type: 'image/png' })]);
    expect(outcome()).toEqual({ kind: 'noCode', what: 'cat.png' });
    expect(kind()).toBe('trail');
  });

  it('reads an activity, and opens the form for a new plan', async () => {
    const points = [
      '<trkpt lat="0" lon="0"><time>2026-11-29T08:00:00Z</time></trkpt>',
      '<trkpt lat="0.01" lon="0"><time>2026-11-29T08:10:00Z</time></trkpt>',
    ];
    const text = `<gpx><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`;
    await exchange.importFiles([new File([text], 'run.gpx')]);
    expect(outcome()).toMatchObject({ kind: 'activity', activity: { distanceKm: 1.11, minutes: 10 } });
    expect(shown).toEqual(['maker']);
    await exchange.importFiles([new File(['\u000e\u0010d\u0008....\u002eFIT'], 'run.fit')]);
    expect(outcome()).toEqual({ kind: 'activityRefused', what: 'run.fit', problem: { kind: 'fit' } });
  });

  const point = '<trkpt lat="0" lon="0"><time>2026-11-29T08:00:00Z</time></trkpt>';
  const large = (name: string): File =>
    new File([`<gpx><trk><trkseg>${point.repeat(40_000)}</trkseg></trk></gpx>`], name);

  it('shows after a second how far the reading of an activity has come', async () => {
    const shares: number[] = [];
    const following = plan.view.subscribe(({ outcome: now }) => {
      if (now?.kind === 'reading') shares.push(now.share);
    });
    await exchange.importFiles([large('run.gpx')]);
    following.unsubscribe();
    expect(shares.length).toBeGreaterThan(5);
    // The first second, of a file that takes three, shows nothing.
    expect(shares[0]).toBeGreaterThan(0.2);
    expect(shares).toEqual([...new Set(shares)].sort((one, other) => one - other));
    expect(outcome()).toMatchObject({ kind: 'activityRefused' });
  });

  it('gives up an activity that the user cancels, or for which another file comes', async () => {
    const reading = exchange.importFiles([large('run.gpx')]);
    await expect.poll(outcome).toMatchObject({ kind: 'reading', what: 'run.gpx' });
    exchange.dismiss();
    await reading;
    expect(outcome()).toBeNull();
    const again = exchange.importFiles([large('again.gpx')]);
    await expect.poll(outcome).toMatchObject({ kind: 'reading', what: 'again.gpx' });
    exchange.importText(planText(trail));
    await again;
    expect([outcome(), shown]).toEqual([{ kind: 'taken', lowered: null }, ['plan']]);
  });

  it.each([
    ['a plan', new File([], 'slow.json'), planText(requestFor('flight'))],
    ['a picture', new File([], 'slow.png', { type: 'image/png' }), planLink(requestFor('flight'), page)],
  ])(
    'takes the file that was chosen last, though reading %s that was chosen before takes longer',
    async (_, slow, text) => {
      let read: () => void = () => undefined;
      const waits = new Promise<void>((resolve) => {
        read = resolve;
      });
      Object.defineProperty(slow, 'text', { value: () => waits.then(() => text) });
      const first = exchange.importFiles([slow]);
      await exchange.importFiles([new File([planText(trail)], 'quick.json')]);
      read();
      await first;
      expect([kind(), outcome()]).toEqual(['trail', { kind: 'taken', lowered: null }]);
    },
  );

  const upTo = (highest: number): string =>
    planText(requestFor('trail', { person: { highest: mmhg(highest) } }));

  it('lowers the pressure of a plan to the highest that is set here, and says so', () => {
    exchange.importText(upTo(45));
    expect(outcome()).toEqual({ kind: 'taken', lowered: null });
    exchange.importText(upTo(60));
    expect(outcome()).toEqual({ kind: 'taken', lowered: 45 });
    expect(plan.request?.person.highest).toBe(45);
  });

  it('sets the highest pressure of later plans only until Undo', () => {
    exchange.importText(upTo(45));
    expect(plan.view.value.person.highest).toBe(45);
    plan.restore();
    expect(plan.view.value.person.highest).toBe(60);
    exchange.importText(upTo(60));
    expect(plan.request?.person.highest).toBe(60);
  });

  it('keeps the tools that the person must not use barred, in the plan and in later ones', () => {
    const draft = { owns: ['plate', 'roller'], barred: ['plate'] } as const;
    plan.import(requestFor('trail', { person: draft }));
    exchange.importText(planText(requestFor('trail', { person: { barred: ['roller'] } })));
    const tools = new Set(
      plan.view.value.current?.plan.days.flatMap(({ steps }) => steps.map(({ needs }) => needs)),
    );
    expect(tools).toEqual(new Set([null, 'boots', 'massager']));
    expect(plan.view.value.person.barred).toEqual(['plate', 'roller']);
    plan.restore();
    expect(plan.view.value.person).toMatchObject(draft);
  });

  it('refuses a damaged plan with all its problems, and changes nothing', async () => {
    const text = planText(trail).replace('"trail"', '"moon"').replace('"Europe/Berlin"', '"Mars"');
    await exchange.importFiles([new File([text], 'plan.json')]);
    expect(outcome()).toMatchObject({ kind: 'refused', what: 'plan.json', problems: { length: 2 } });
    expect(kind()).toBe('marathon');
    const large = new File(['{}'], 'large.json');
    Object.defineProperty(large, 'size', { value: 1e9 });
    await exchange.importFiles([large]);
    expect(outcome()).toMatchObject({ kind: 'tooLarge', what: 'large.json' });
    await exchange.importFiles([]);
  });
});
