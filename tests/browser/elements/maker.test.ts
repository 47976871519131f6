/** The elements of the maker's page: what they show of the boots, and the intents that they fire. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { DecodedFrame } from '../../../src/diagnosis/log/decode-frame.ts';
import type { FaultsView } from '../../../src/ui/places/maker/faults-view.ts';
import type { MakerView } from '../../../src/ui/places/maker/maker-view.ts';
import { words } from '../../../src/words/in-use.ts';
import { faultInjectionWords } from '../../../src/words/maker/fault-injection-in-use.ts';
import { makerWords } from '../../../src/words/maker/maker-in-use.ts';
import { figures } from '../../unit/diagnosis/any-figures.ts';
import { featureOf } from '../../unit/session/driven-session.ts';
import { bootsView, sessionView } from '../../unit/session-view.ts';
import { type ElementPage, openElementPage } from './element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const faults: FaultsView = {
  offered: [
    { name: 'leak', needs: 'zone' },
    { name: 'limb-absent', needs: 'side' },
    { name: 'reset', needs: 'nothing' },
  ],
  sides: ['left', 'right'],
  parts: ['foot', 'calf'],
  injected: [],
};

describe('<heartward-faults>', () => {
  const said = faultInjectionWords();

  test('injects a fault into the chosen zone, into a leg, or into the boots as a whole', async () => {
    const element = await shown.mount('heartward-faults', { view: faults });
    const inject = async (name: string, place: string | null): Promise<void> => {
      await element.locator('#fault').selectOption(name);
      if (place !== null) await element.locator('#place').selectOption(place);
      await element.locator('#set-fault').click();
    };
    await inject('leak', 'right 1');
    await inject('limb-absent', 'right');
    await inject('reset', null);
    expect(await element.locator('#place').isDisabled()).toBe(true);
    expect(await shown.heard()).toEqual([
      ['injectFault', { name: 'leak', side: 'right', zone: 1 }],
      ['injectFault', { name: 'limb-absent', side: 'right', zone: null }],
      ['injectFault', { name: 'reset', side: null, zone: null }],
    ]);
  });

  test('injects the fault that it shows, also after a change of boots that cannot have the chosen one', async () => {
    const element = await shown.mount('heartward-faults', { view: faults });
    await element.locator('#fault').selectOption('reset');
    await shown.change('heartward-faults', { view: { ...faults, offered: faults.offered.slice(0, 2) } });
    expect(await element.locator('#fault').inputValue()).toBe('leak');
    await element.locator('#set-fault').click();
    expect(await shown.heard()).toEqual([['injectFault', { name: 'leak', side: 'left', zone: 0 }]]);
  });

  test('lists the faults that are injected, and removes them', async () => {
    const element = await shown.mount('heartward-faults', { view: faults });
    expect(await element.getByRole('status').innerText()).toBe(said.none);
    expect(await element.locator('#remove-faults').getAttribute('disabled')).not.toBeNull();
    const injected = [{ name: 'leak', side: 'left', zone: 1 }] as const;
    await shown.change('heartward-faults', { view: { ...faults, injected } });
    expect(await element.getByRole('status').locator('li').allInnerTexts()).toEqual([
      said.setAt('leak', words.zoneSettings.zone('calf', 'left')),
    ]);
    await element.locator('#remove-faults').click();
    expect(await shown.heard()).toEqual([['removeFaults']]);
  });
});

describe('<heartward-maker>', () => {
  const said = makerWords();
  const spread = (median: number) => ({ count: 9, median, most: median * 2, longest: median * 3 });
  const slow = (side: 'left' | 'right', rise: number) =>
    figures(side, 0, {
      rise: { seconds: rise, to: 55 },
      effort: rise / 3,
      closed: 8,
      falls: 0.05,
      release: 0.8,
    });
  const diagnosis = diagnose([slow('left', 3), slow('right', 6)], 'shared');
  const frame: DecodedFrame = {
    number: 1,
    at: instant(64_250),
    boot: 0,
    kind: 'commands',
    way: 'toBoots',
    name: 'start',
    fields: { counter: 9 },
    refusal: null,
    length: 2,
    took: milliseconds(48),
    failure: null,
  };
  const boots: MakerView['boots'] = [
    {
      feature: featureOf(),
      serial: '…4F2A',
      side: 'left',
      isSwapped: false,
      link: {
        telemetry: spread(100),
        status: spread(1000),
        received: 900,
        lost: 2,
        roundTrips: spread(52),
        unanswered: 7,
        losses: 1,
      },
    },
  ];
  const session = sessionView({ link: 'connected', boots: bootsView() });

  /**
   * Mounts the maker's page. The page makes the functions and sets of the view, because they cannot be copied to
   * it: zones rose in 3.3 s in earlier sessions, and two kinds of frames are ticked.
   */
  const mount = async (more: Partial<MakerView>, of = session) => {
    const view = { boots, diagnosis, faults, isSwapStored: true, ...more };
    await shown.page.evaluate(
      ({ view: copied, session: at, frames }) => {
        const none = { slack: null, falls: null, release: null, noise: null, zero: null };
        const log = { frames, kinds: new Set(['commands', 'telemetry']), count: 12 };
        const earlier = { count: 4, of: () => ({ ...none, rise: 3.3 }) };
        return window.mount('heartward-maker', { session: at, view: { log, earlier, ...copied } });
      },
      { view, session: of, frames: [frame] },
    );
    return shown.page.locator('heartward-maker');
  };

  test('shows each zone beside that of the other leg and of earlier sessions', async () => {
    const element = await mount({});
    const [left] = await element.locator('tbody tr').allInnerTexts();
    expect(left).toContain(words.zoneSettings.zone('calf', 'left'));
    expect(left).toContain(said.causes[diagnosis.zones[0]?.cause ?? 'notKnown']);
    for (const text of [
      said.figure('rise', 3),
      said.otherLeg(said.figure('rise', 6)),
      said.before(said.figure('rise', 3.3), 4),
    ])
      expect(left?.replaceAll('\u00a0', ' ')).toContain(text);
  });

  test('shows link, boots and log, and fires an intent for each button', async () => {
    const element = await mount({});
    expect(await element.locator('dl').first().innerText()).toContain(said.count(7));
    expect(await element.getByText('…4F2A').count()).toBe(1);
    expect(await element.locator('.log').innerText()).toContain('counter:9');
    expect(await element.locator('.log').innerText()).toContain(said.milliseconds(48));
    await element.locator('.blink').click();
    await element.locator('#set-up-test').click();
    await element.getByRole('checkbox', { name: said.log.kind.status }).check();
    await element.locator('#newest').click();
    await element.locator('#save-report').click();
    await element.locator('heartward-faults #set-fault').click();
    expect(await shown.heard()).toEqual([
      ['identify', 'left'],
      ['chooseLeakTest'],
      ['showLog', ['commands', 'status', 'telemetry']],
      ['showLog', ['commands', 'telemetry']],
      ['downloadReport'],
      ['injectFault', { name: 'leak', side: 'left', zone: 0 }],
    ]);
  });

  test('says whether left and right are swapped, and swaps them unless a session is on or air is in the boots', async () => {
    const element = await mount({});
    const swap = element.locator('#swap-sides');
    expect(await element.getByText(said.swap.asStated).count()).toBe(1);
    expect(await swap.innerText()).toBe(said.swap.swap);
    await swap.click();
    expect(await shown.heard()).toEqual([['swapSides']]);

    const [boot] = boots;
    if (!boot) throw new Error('no boot');
    const whole = { ...boot, isSwapped: true, side: null };
    await mount({ boots: [whole], isSwapStored: false });
    expect(await element.getByText(said.swapped(null)).count()).toBe(1);
    expect(await element.getByText(said.swap.notStored).count()).toBe(1);
    expect(await swap.innerText()).toBe(said.swap.back);
    await mount({ boots: [boot, { ...boot, isSwapped: true, side: 'right' }] });
    expect(await element.getByText(said.swapped('right')).count()).toBe(1);
    expect(await element.getByText(said.swap.notStored).count()).toBe(0);

    for (const of of [
      { ...session, phase: 'running' as const },
      { ...session, airOut: 'no' as const },
      { ...session, link: 'reconnecting' as const },
    ]) {
      await mount({}, of);
      expect(await swap.getAttribute('disabled')).not.toBeNull();
    }
  });

  test('sets up no test during a session, and without boots leads to them', async () => {
    const element = await mount({ faults: null }, { ...session, phase: 'running' });
    expect(await element.locator('#set-up-test').getAttribute('disabled')).not.toBeNull();
    expect(await element.locator('heartward-faults').count()).toBe(0);
    await mount({ boots: [] }, sessionView());
    expect(await element.getByRole('link').getAttribute('href')).toBe('#boots');
    expect(await element.locator('table').count()).toBe(0);
  });
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
