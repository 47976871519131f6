/** Exports the recovery plan as a calendar, file, link or QR code, and imports plans and recorded activities (GPX, TCX). */

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
  readonly show: (what: 'plan' | 'maker') => void;
}

/** Largest file that is read, bytes: as many as the longest activity has characters, nearly all of which are ASCII. */
export const MOST_BYTES = MOST_CHARACTERS;

const ONLY_A_LINK = /^\s*[a-z]+:\/\/\S+#\S+\s*$/i;

export class Exchange {
  readonly #parts: ExchangeParts;

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
    const { plan, pictureIn } = this.#parts;
    const what = file.name;
    if (file.size > MOST_BYTES) {
      plan.say({ kind: 'tooLarge', what, most: MOST_BYTES });
    } else if (file.type.startsWith('image/')) {
      const picture = await pictureIn(file);
      await this.#withCodes((codes) => {
        const text = picture === null ? null : codes.read(picture);
        if (text === null) plan.say({ kind: 'noCode', what });
        else this.#import(planInLink(text) ?? readPlan(text), what);
      });
    } else {
      this.#importText(await file.text().catch(() => ''), what);
    }
  }

  importText(text: string): void {
    if (ONLY_A_LINK.test(text)) this.importLink(text.trim());
    else this.#import(readPlan(text), null);
  }

  importLink(href: string): void {
    const read = planInLink(href);
    if (read !== null) this.#import(read, null);
  }

  #importText(text: string, what: string): void {
    const isPlan = /^\s*[{[]/.test(text.slice(0, 1000)) || /\.json$/i.test(what);
    if (isPlan) {
      this.#import(readPlan(text), what);
      return;
    }
    const { plan, show } = this.#parts;
    const read = readActivity(text);
    if (!read.ok) {
      plan.say({ kind: 'activityRefused', what, problem: read.problem });
      return;
    }
    plan.say({ kind: 'activity', activity: read.activity });
    show('maker');
  }

  #import(read: PlanRead, what: string | null): void {
    const { plan, show } = this.#parts;
    if (!read.ok) {
      plan.say({ kind: 'refused', what, problems: read.problems });
      return;
    }
    plan.import(read.request);
    plan.say({ kind: 'taken' });
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
