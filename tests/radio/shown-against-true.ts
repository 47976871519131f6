/** Compares the pressures that the page shows, sampled ten times a second, with the true pressures in the simulated legs. */

import type { Page } from 'playwright';
import type { SimulatedBoots } from '../../src/simulator/simulated-boots.ts';
import { words } from '../../src/words/in-use.ts';
import { percentile } from '../bench/statistics.ts';
import { readLegs } from '../browser/driving/page-driver.ts';

export interface Look {
  /** ms since 1970. */
  readonly at: number;
  /** mmHg, left leg first, foot first; null = shown as unknown. Empty if the page shows no legs. */
  readonly shown: readonly (number | null)[];
  /** Whether the page marks the pressures as old. */
  readonly old: boolean;
}

/** True pressures at one moment, mmHg. */
interface Moment {
  readonly at: number;
  readonly pressures: readonly number[];
}

export const sinceEpoch = (): number => performance.timeOrigin + performance.now();

/** Runs in the page. It is text, because a compiler may make a function refer to helpers that the page does not have. */
const LOOKING = `(() => {
  const find = (root) => {
    const found = root.querySelector('[role="img"][aria-label^="${words.session.legs}"]');
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && find(shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  globalThis.heartwardSeen = [];
  setInterval(() => {
    const picture = find(document);
    heartwardSeen.push({
      at: performance.timeOrigin + performance.now(),
      words: picture?.getAttribute('aria-label') ?? '',
      old: picture?.getRootNode().host?.hasAttribute('stale') ?? false,
    });
  }, 100);
})()`;

/** Samples the page from now on, also after a reload. */
export async function lookAt(page: Page): Promise<void> {
  await page.addInitScript({ content: LOOKING });
  await page.evaluate(LOOKING);
}

interface Seen {
  readonly at: number;
  readonly words: string;
  readonly old: boolean;
}

const asLook = ({ at, words: said, old }: Seen): Look => ({
  at,
  old,
  shown: readLegs(said).map(({ measured }) => measured),
});

/** The last sample; null if there is none yet. */
export async function lastLook(page: Page): Promise<Look | null> {
  const seen = (await page.evaluate('globalThis.heartwardSeen?.at(-1) ?? null')) as Seen | null;
  return seen && asLook(seen);
}

/** The samples since the page was last loaded. */
export async function looks(page: Page): Promise<readonly Look[]> {
  const seen = (await page.evaluate('globalThis.heartwardSeen')) as readonly Seen[];
  return seen.map(asLook);
}

export class Truth {
  readonly #moments: Moment[] = [];

  constructor(boots: SimulatedBoots) {
    boots.observe((_, plant) => {
      const pressures = Array.from({ length: plant.zones }, (_zone, zone) => plant.pressure(zone));
      this.#moments.push({ at: sinceEpoch(), pressures });
    });
  }

  /**
   * For each pressure that was shown as current: its distance from the true pressure `ago` ms before the
   * sample, mmHg.
   */
  deviations(seen: readonly Look[], ago: number): readonly number[] {
    return seen.flatMap(({ at, shown, old }) => {
      const now = old ? undefined : this.#during(at - ago - 40, at - ago).at(-1);
      return now ? shown.flatMap((value, zone) => this.#apart(value, now, zone)) : [];
    });
  }

  /** Describes each pressure that was shown as current but was true at no moment of the last `within` ms. */
  untrue(seen: readonly Look[], within: number): readonly string[] {
    return seen.flatMap(({ at, shown, old }) => {
      if (old) return [];
      const lately = this.#during(at - within, at);
      return shown.flatMap((value, zone) => {
        if (value === null || lately.length === 0) return [];
        const nearest = Math.min(...lately.flatMap((moment) => this.#apart(value, moment, zone)));
        return nearest <= UNTRUE ? [] : [`zone ${zone} shown at ${value}, off by ${nearest.toFixed(1)}`];
      });
    });
  }

  /**
   * Four true pressures a second, mmHg, as lines of comma-separated values. A line begins with the seconds
   * since the first one.
   */
  text(): string {
    const from = this.#moments[0]?.at ?? 0;
    let next = from;
    return this.#moments
      .filter(({ at }) => {
        if (at < next) return false;
        next = at + 250;
        return true;
      })
      .map(
        ({ at, pressures }) =>
          `${[((at - from) / 1000).toFixed(2), ...pressures.map((one) => one.toFixed(1))].join()}\n`,
      )
      .join('');
  }

  #apart(value: number | null, { pressures }: Moment, zone: number): readonly number[] {
    const now = pressures[zone];
    return value === null || now === undefined ? [] : [Math.abs(value - Math.max(0, now))];
  }

  #during(from: number, to: number): readonly Moment[] {
    const end = this.#after(to);
    return this.#moments.slice(Math.max(0, this.#after(from) - 1), end);
  }

  #after(time: number): number {
    let low = 0;
    let high = this.#moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moments[middle]?.at ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Tolerance for the sensor's error and for rounding on screen, mmHg. */
const UNTRUE = 4;

/** The longest delay between boots and screen that is tried, ms. */
const LATEST = 500;
const LATENESS_STEP = 25;

/**
 * How far the pressures shown were from the true ones, mmHg: those of the same moment, and those of the earlier moment that fits best. On
 * a busy computer the page shows true pressures late, which is not an error.
 */
export function shownAgainstTrue(truth: Truth, seen: readonly Look[]) {
  const now = truth.deviations(seen, 0);
  const later = Array.from({ length: LATEST / LATENESS_STEP + 1 }, (_, index) => {
    const late = index * LATENESS_STEP;
    return { late, p95: percentile(truth.deviations(seen, late), 0.95) };
  });
  const best = later.reduce((least, one) => (one.p95 < least.p95 ? one : least));
  return { count: now.length, median: percentile(now, 0.5), p95Now: percentile(now, 0.95), ...best };
}
