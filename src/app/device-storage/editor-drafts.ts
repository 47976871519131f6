/** Stores the editor's unsaved drafts, so that they survive a reload. Without storage, they last as long as the page. */

import { BehaviorSubject } from 'rxjs';
import * as v from 'valibot';
import { type LegShape, legParts, type PartShape, type Program } from '../../program/program.ts';
import { changeValue } from '../../store/change-value.ts';
import type { Value } from '../../store/table.ts';
import { setZones } from './session/session-plan-schema.ts';

export interface KeptDraft {
  /** Id in the editor's address: that of the program with which editing began, or `new`. */
  readonly at: string;
  /** May break the rules for programs, because the draft is not finished. */
  readonly draft: Program;
}

/** A draft may hold any number, even one out of a program's range. */
const figure = <Quantity extends number>() => v.custom<Quantity>((value) => typeof value === 'number');
const pressure = figure<Program['peak']>();
const time = figure<Program['pattern']['hold']>();
const count = figure<number>();

const part: v.GenericSchema<unknown, PartShape> = v.object({
  enabled: v.boolean(),
  fraction: count,
  holdFraction: count,
  trim: pressure,
  boost: v.object({ pressure, hold: time }),
});

const program: v.GenericSchema<unknown, Program> = v.object({
  id: v.string(),
  name: v.string(),
  purpose: v.string(),
  pattern: v.pipe(
    v.object({
      id: v.string(),
      name: v.string(),
      // Stored drafts have `prefill` under its earlier name, `mould`.
      mould: pressure,
      onsetDelay: v.nullable(time),
      breathing: v.boolean(),
      steps: count,
      ramp: figure<Program['pattern']['ramp']>(),
      hold: time,
      pulse: v.nullable(v.object({ on: time, off: time, count, floor: count })),
      trailingHolds: count,
      release: v.picklist(['trailing', 'together']),
      rest: time,
      warmUpCycles: count,
      legs: v.picklist(['together', 'alternate', 'left', 'right']),
      sections: v.array(v.object({ parts: v.array(v.picklist(legParts)), sweeps: count })),
    }),
    v.transform(({ mould, ...pattern }) => ({ ...pattern, prefill: mould })),
  ),
  shape: v.object({
    foot: part,
    ankle: part,
    calf: part,
    knee: part,
    'lower thigh': part,
    'upper thigh': part,
  }) satisfies v.GenericSchema<unknown, LegShape>,
  peak: pressure,
  minutes: count,
  set: v.exactOptional(v.object({ intensity: pressure, minutes: count, zones: v.nullable(setZones) })),
});

function storedDraft({ pattern: { prefill, ...pattern }, ...draft }: Program) {
  return { ...draft, pattern: { ...pattern, mould: prefill } };
}

export const draftsValue = {
  table: 'settings',
  key: 'editorDrafts',
  version: 1,
  schema: v.array(v.object({ at: v.string(), draft: program })),
  stored: (drafts: readonly KeptDraft[]) =>
    drafts.map(({ at, draft }) => ({ at, draft: storedDraft(draft) })),
} as const;

type Drafts = readonly KeptDraft[];
type Stored = Pick<Value<KeptDraft[]>, 'get' | 'change' | 'put'>;

export const MOST_DRAFTS = 20;

const without = (drafts: Drafts, at: string): Drafts => drafts.filter((one) => one.at !== at);

export class EditorDrafts {
  readonly now: BehaviorSubject<Drafts>;
  readonly #stored: Stored;
  /** Changes that are still to be written, by `at`; null = remove the stored draft. */
  readonly #pending = new Map<string, KeptDraft | null>();
  #isWriting = false;

  private constructor(stored: Stored, drafts: Drafts) {
    this.#stored = stored;
    this.now = new BehaviorSubject(drafts);
  }

  static async open(stored: Stored): Promise<EditorDrafts> {
    const found = await stored.get();
    return new EditorDrafts(stored, found.kind === 'found' ? found.row : []);
  }

  at(at: string): Program | null {
    return this.now.value.find((one) => one.at === at)?.draft ?? null;
  }

  keep(kept: KeptDraft): void {
    this.#change(kept.at, kept);
  }

  drop(at: string): void {
    if (this.at(at) !== null) this.#change(at, null);
  }

  #change(at: string, kept: KeptDraft | null): void {
    this.now.next(changed(this.now.value, at, kept));
    this.#pending.set(at, kept);
    if (!this.#isWriting) void this.#write();
  }

  /**
   * Of several changes to one draft, writes only the newest, because dragging makes many. Reads the stored list anew each time, because
   * other tabs change it too.
   */
  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#pending.size > 0) {
      const pending = [...this.#pending];
      this.#pending.clear();
      await changeValue(this.#stored, (drafts) =>
        pending.reduce<KeptDraft[]>((all, [at, kept]) => [...changed(all, at, kept)], drafts ?? []),
      );
    }
    this.#isWriting = false;
  }
}

const changed = (drafts: Drafts, at: string, kept: KeptDraft | null): Drafts =>
  (kept === null ? without(drafts, at) : [kept, ...without(drafts, at)]).slice(0, MOST_DRAFTS);
