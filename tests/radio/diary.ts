/** Notes what BlueZ, the boots and the page do to the link, with times. If a scenario fails, the diary shows which of them was at fault. */

import { type Message, Variant } from 'dbus-next';
import type { Page } from 'playwright';
import type { Bus } from '../../src/radio/bus.ts';
import { sinceEpoch } from './shown-against-true.ts';

export interface Entry {
  /** ms since 1970. */
  readonly at: number;
  readonly what: string;
  /** How long the page's request took, ms. Absent until it has ended, and for entries that are no request. */
  readonly took?: number;
}

const CONNECT = 'page: connect';
const CONNECTED = 'BlueZ: Connected true';
const isSignal = ({ what }: Entry): boolean => what.startsWith('BlueZ: Connected ');
/** BlueZ's signal of a link may reach the test up to this long after the page's connect has resolved, ms. */
const SIGNALLED_WITHIN = 100;
/** Of reads and writes, those are noted that fail or take longer than this, ms. */
const SLOW = 500;

/** Runs in the page. It is text, because a compiler may make a function refer to helpers that the page does not have. */
const WRITING = `(() => {
  globalThis.heartwardLink = [];
  const note = (what) => {
    const entry = { at: performance.timeOrigin + performance.now(), what };
    heartwardLink.push(entry);
    return entry;
  };
  const wrap = (prototype, name, about) => {
    const own = prototype[name];
    prototype[name] = function (...given) {
      const what = 'page: ' + name + about(this, given);
      const from = note(what);
      const end = (came) => {
        const { at } = note(what + came);
        from.took = at - from.at;
      };
      let answer;
      try {
        answer = own.apply(this, given);
      } catch (error) {
        note(what + ' threw ' + error);
        throw error;
      }
      if (answer instanceof Promise)
        answer.then(
          () => end(' done'),
          (error) => end(' failed: ' + error.message),
        );
      return answer;
    };
  };
  if (!globalThis.BluetoothRemoteGATTServer) return;
  wrap(BluetoothRemoteGATTServer.prototype, 'connect', () => '');
  wrap(BluetoothRemoteGATTServer.prototype, 'disconnect', () => '');
  wrap(BluetoothRemoteGATTServer.prototype, 'getPrimaryService', (_, [uuid]) => ' ' + uuid);
  for (const name of ['startNotifications', 'stopNotifications'])
    wrap(BluetoothRemoteGATTCharacteristic.prototype, name, (characteristic) => ' ' + characteristic.uuid);
  wrap(Bluetooth.prototype, 'requestDevice', () => '');
  const watch = (name) => {
    const own = BluetoothRemoteGATTCharacteristic.prototype[name];
    BluetoothRemoteGATTCharacteristic.prototype[name] = function (...given) {
      const from = performance.now();
      const noteEnd = (how) => note('page: ' + name + ' ' + this.uuid + how + ' after ' + Math.round(performance.now() - from) + ' ms');
      const slow = setTimeout(() => noteEnd(' is not answered'), ${SLOW});
      return own.apply(this, given).then(
        (value) => {
          clearTimeout(slow);
          if (performance.now() - from > ${SLOW}) noteEnd(' answered late');
          return value;
        },
        (error) => {
          clearTimeout(slow);
          noteEnd(' failed: ' + error.message);
          throw error;
        },
      );
    };
  };
  for (const name of ['readValue', 'writeValueWithResponse', 'writeValueWithoutResponse']) watch(name);
  const listen = EventTarget.prototype.addEventListener;
  const heard = new WeakSet();
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (type === 'gattserverdisconnected' && !heard.has(this)) {
      heard.add(this);
      listen.call(this, type, () => note('page: hears that it is disconnected'));
    }
    return listen.call(this, type, ...rest);
  };
})()`;

const seenBy = async (page: Page): Promise<readonly Entry[]> =>
  (await page.evaluate('globalThis.heartwardLink ?? []').catch(() => [])) as readonly Entry[];

export class Diary {
  readonly #entries: Entry[] = [];

  note(what: string): void {
    this.#entries.push({ at: sinceEpoch(), what });
  }

  /** Notes what BlueZ reports about `device`: the boots as the browser's adapter sees them. */
  async follow(bus: Bus, device: string): Promise<void> {
    await bus.listen(({ path, member, body }: Message) => {
      if (path !== device || member !== 'PropertiesChanged') return;
      const [, changed] = body as [string, Readonly<Record<string, unknown>>];
      for (const name of ['Connected', 'ServicesResolved']) {
        const value = changed[name];
        if (value instanceof Variant) this.note(`BlueZ: ${name} ${value.value}`);
      }
    });
  }

  /**
   * How long browser and BlueZ have taken for the page's requests (connects, choosers, services, subscriptions) since a time, ms in all.
   * @param since ms since 1970
   */
  async platformTook(page: Page, since: number): Promise<number> {
    const asked = (await seenBy(page)).filter(({ at, took }) => at >= since && took !== undefined);
    return asked.reduce((sum, { took = 0 }) => sum + took, 0);
  }

  /**
   * How long BlueZ has held a link that it had made but not signalled, ms. Until BlueZ ends such a link, the page can use neither this
   * link nor a new one (docs/bluetooth-fronts.md).
   * @param since ms since 1970
   */
  async unsignalledFor(page: Page, since: number): Promise<number> {
    const connects = (await seenBy(page)).filter(({ at, what }) => at >= since && what === `${CONNECT} done`);
    const spans = connects.flatMap(({ at }) => {
      const isUp = this.#entries.findLast((entry) => entry.at <= at + SIGNALLED_WITHIN && isSignal(entry));
      const ended = this.#entries.find((entry) => entry.at > at && isSignal(entry));
      return isUp?.what === CONNECTED || !ended ? [] : [{ from: at, to: ended.at }];
    });
    // All attempts on one link end when it ends, so the first attempt lasts longest.
    const first = spans[0];
    return first ? first.to - first.from : 0;
  }

  /**
   * How long the page's connect has gone without an answer, ms; 0 if the last connect was answered, or if there
   * was none.
   */
  async connectUnanswered(page: Page): Promise<number> {
    const connects = (await seenBy(page)).filter(({ what }) => what === CONNECT);
    const answered = connects.findLastIndex(({ took }) => took !== undefined);
    const first = connects[answered + 1];
    return first ? sinceEpoch() - first.at : 0;
  }

  /** The entries in the order of time. Each begins with the seconds since the first entry. */
  async text(page: Page): Promise<string> {
    const all = [...this.#entries, ...(await seenBy(page))].sort((one, other) => one.at - other.at);
    const first = all[0]?.at ?? 0;
    return all.map(({ at, what }) => `${((at - first) / 1000).toFixed(3).padStart(9)}  ${what}\n`).join('');
  }
}

/** Notes from now on what the page does, also after a reload. */
export async function keepDiaryOf(page: Page): Promise<void> {
  await page.addInitScript({ content: WRITING });
  await page.evaluate(WRITING);
}
