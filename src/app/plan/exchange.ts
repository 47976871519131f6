/** Exports the recovery plan as a calendar, file, link or QR code, and imports plans and recorded activities (GPX, TCX). */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { sleep } from '../../clock/sleep.ts';
import { MOST_CHARACTERS, readActivity } from '../../plan/activity/activity.ts';
import { calendarText } from '../../plan/calendar/calendar.ts';
import { type PlanRead, planText, readPlan } from '../../plan/document.ts';
import { planInLink, planLink } from '../../plan/link.ts';
import type { Moment } from '../../plan/time/wall-clock.ts';
import type { PlanWords } from '../../words/plan/plan-words.ts';
import type { Codes, Picture } from '../codes/codes.ts';
import type { DownloadAndShare } from '../download-and-share.ts';
import type { PlanOfPage } from './plan-of-page.ts';

export interface ExchangeParts {
  readonly plan: PlanOfPage;
  readonly sharing: DownloadAndShare;
  /** Without query and fragment; links to plans begin with this address. */
  readonly page: string;
  readonly words: () => PlanWords;
  readonly codes: () => Promise<Codes>;
  readonly pictureIn: (file: Blob) => Promise<Picture | null>;
  readonly today: () => Moment;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly show: (what: 'plan' | 'maker') => void;
}

/** Largest file that is read, bytes: as many as the longest activity has characters, nearly all of which are ASCII. */
export const MOST_BYTES = MOST_CHARACTERS;

const ONLY_A_LINK = /^\s*[a-z]+:\/\/\S+#\S+\s*$/i;

/** From then on, ms, the page shows how far the reading of an activity has come. */
const SHOWN_AFTER = 1000;

export class Exchange {
  readonly #parts: ExchangeParts;
  /** Counts imports. A later one, and closing the outcome, give up the file that is being read. */
  #imports = 0;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  downloadCalendar(): void {
    const { plan, sharing, words, today } = this.#parts;
    const { current } = plan.view.value;
    if (current === null) return;
    const file = `${this.#name()}.ics`;
    const text = calendarText(current.plan, words().calendar(current.plan.request.event), today());
    sharing.download(file, text, 'text/calendar');
    plan.say({ kind: 'saved', file });
  }

  download(): void {
    const { plan, sharing } = this.#parts;
    if (plan.request === null) return;
    const file = `${this.#name()}.json`;
    sharing.download(file, planText(plan.request));
    plan.say({ kind: 'saved', file });
  }

  async share(): Promise<void> {
    const { plan, sharing, page, words } = this.#parts;
    if (plan.request === null) return;
    const link = planLink(plan.request, page);
    const how = await sharing.share(words().events[plan.request.event.kind], link);
    if (how === 'copied') plan.say({ kind: 'copied' });
    if (how === 'impossible') plan.say({ kind: 'link', link });
  }

  showCode(): Promise<void> {
    return this.#withCodes((codes) => {
      const { plan, page } = this.#parts;
      if (plan.request === null) return;
      const rows = codes.code(planLink(plan.request, page));
      plan.say(rows === null ? { kind: 'codeTooLarge' } : { kind: 'code', rows });
    });
  }

  /** Imports only the first file, because the page shows one plan. */
  async importFiles([file]: readonly File[]): Promise<void> {
    if (file === undefined) return;
    this.#imports += 1;
    const turn = this.#imports;
    const { plan, pictureIn } = this.#parts;
    plan.say(null);
    const what = file.name;
    if (file.size > MOST_BYTES) {
      plan.say({ kind: 'tooLarge', what, most: MOST_BYTES });
    } else if (file.type.startsWith('image/')) {
      const picture = await pictureIn(file);
      await this.#withCodes((codes) => {
        if (turn !== this.#imports) return;
        const text = picture === null ? null : codes.read(picture);
        if (text === null) plan.say({ kind: 'noCode', what });
        else this.#import(planInLink(text) ?? readPlan(text), what);
      });
    } else {
      const text = await file.text().catch(() => '');
      if (turn === this.#imports) await this.#importText(text, what);
    }
  }

  /** Closes the outcome, or gives up the activity that is being read. */
  dismiss(): void {
    this.#imports += 1;
    this.#parts.plan.say(null);
  }

  importText(text: string): void {
    if (ONLY_A_LINK.test(text)) this.importLink(text.trim());
    else this.#import(readPlan(text), null);
  }

  importLink(href: string): void {
    const read = planInLink(href);
    if (read !== null) this.#import(read, null);
  }

  async #importText(text: string, what: string): Promise<void> {
    const isPlan = /^\s*[{[]/.test(text.slice(0, 1000)) || /\.json$/i.test(what);
    if (isPlan) {
      this.#import(readPlan(text), what);
      return;
    }
    const { plan, show, clock } = this.#parts;
    const [began, turn] = [clock.now(), this.#imports];
    const read = await readActivity(text, async (share) => {
      if (clock.now() - began >= SHOWN_AFTER) plan.say({ kind: 'reading', what, share });
      await sleep(clock, milliseconds(0));
      return turn === this.#imports;
    });
    if (read === null || turn !== this.#imports) return;
    if (!read.ok) {
      plan.say({ kind: 'activityRefused', what, problem: read.problem });
      return;
    }
    plan.say({ kind: 'activity', activity: read.activity, leftOut: read.leftOut });
    show('maker');
  }

  #import(read: PlanRead, what: string | null): void {
    this.#imports += 1;
    const { plan, show } = this.#parts;
    if (!read.ok) {
      plan.say({ kind: 'refused', what, problems: read.problems });
      return;
    }
    plan.say({ kind: 'taken', lowered: plan.import(read.request) });
    show('plan');
  }

  /** Name of a downloaded file without its ending, such as "heartward-marathon-2026-11-29". */
  #name(): string {
    const { request } = this.#parts.plan;
    return request === null
      ? 'heartward'
      : `heartward-${request.event.kind}-${request.event.at.slice(0, 10)}`;
  }

  async #withCodes(work: (codes: Codes) => void): Promise<void> {
    const { codes, plan } = this.#parts;
    const loaded = await codes().catch(() => null);
    if (loaded === null) plan.say({ kind: 'partMissing' });
    else work(loaded);
  }
}
